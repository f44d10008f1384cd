//! `cargo xtask lint`: everything that reads the code and runs none of it, the quick checks first.

use super::Verb;
use crate::command::{cargo, program, quietly, run};
use crate::failure::Outcome;
use crate::place::{APP, SEARCH_WORKER};
use crate::setup::{self, Need};
use crate::site::Build;
use crate::tidy;
use crate::toolchain::{TARGET, WasmToolchain};

pub(super) const VERB: Verb = Verb {
    name: "lint",
    arguments: "",
    help: "check the code: form, house rules, clippy for both targets, documentation, licences",
    more: "Installs what is missing first. `cargo fmt --all` mends the form.",
    run: |options| {
        options.finish()?;
        lint()
    },
};

fn lint() -> Outcome {
    setup::ensure(Need::Lint)?;
    run(&mut cargo("fmt --all --check"), "check the form of the code")?;
    tidy::run()?;
    let locked = "metadata --locked --format-version 1 --quiet";
    quietly(&mut cargo(locked), "check that Cargo.lock is up to date")?;
    let licences = ["--offline", "--log-level", "warn", "check", "licenses", "bans", "sources"];
    run(program("cargo-deny").args(licences), "check licences and sources")?;

    run(&mut cargo("clippy --workspace --all-targets -- -D warnings"), "lint the native code")?;
    let toolchain = WasmToolchain::required()?;
    let browser = format!(
        "clippy --package {APP} --package {SEARCH_WORKER} --target {TARGET} --all-targets \
        --features {APP}/hydrate -- -D warnings"
    );
    run(&mut toolchain.cargo(Build::Development, &browser)?, "lint what runs in the browser")?;
    let mut documentation = cargo("doc --workspace --no-deps --quiet");
    run(documentation.env("RUSTDOCFLAGS", "-D warnings"), "check the documentation")
}
