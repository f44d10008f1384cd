//! wasm-bindgen writes the glue between the app and the browser. Tool and library must be of one
//! version, so the version comes from `Cargo.lock`.

use super::{Tool, cargo_install};
use crate::{command, place, settings};

pub(super) const TOOL: Tool = Tool {
    name: "wasm-bindgen",
    purpose: PURPOSE,
    minutes: 1,
    wanted,
    find,
    install: || {
        cargo_install::install(&cargo_install::Crate {
            name: "wasm-bindgen-cli",
            version: &wanted(),
            // Its own lockfile names a release that the registry no longer has.
            arguments: &[],
            purpose: PURPOSE,
        })
    },
};

const PURPOSE: &str = "connect the app with the browser, and run the component tests";

/// The library's version.
fn wanted() -> String {
    let lock = place::text("Cargo.lock").unwrap_or_default();
    settings::locked_version(&lock, "wasm-bindgen").unwrap_or_default()
}

fn find() -> Option<String> {
    place::program("wasm-bindgen-test-runner")?;
    let answer = command::answer(command::program("wasm-bindgen").arg("--version"))?;
    answer.strip_prefix("wasm-bindgen ").filter(|version| *version == wanted()).map(str::to_owned)
}
