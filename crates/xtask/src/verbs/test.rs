//! `cargo xtask test`: every test, the quick ones first.

use super::Verb;
use crate::failure::Outcome;
use crate::options::Options;
use crate::place::{APP, BROWSER_TESTS, SEARCH_WORKER};
use crate::setup::{self, Need};
use crate::site::{self, Archive, Build};
use crate::toolchain::{TARGET, WasmToolchain};
use crate::{command, place};

pub(super) const VERB: Verb = Verb {
    name: "test",
    arguments: "[--native | --wasm | --browser] [FILTER]",
    help: "run every test: native, then wasm, then in the browsers",
    more: "\
--native   only what runs without a browser
--wasm     only the tests of components and of the search worker, in Chromium
--browser  only the tests of the built site, in Chromium, Firefox and WebKitGTK
FILTER     only tests whose name contains it

Installs what is missing first.",
    run,
};

fn run(mut options: Options) -> Outcome {
    let chosen = ["--native", "--wasm", "--browser"].map(|part| options.flag(part));
    let filter = options.word().unwrap_or_default();
    options.finish()?;
    let all = chosen == [false; 3];
    let [is_native, is_wasm, is_browser] = chosen.map(|part| part || all);

    if is_native {
        native(&filter)?;
    }
    if is_wasm {
        wasm(&filter)?;
    }
    if is_browser {
        browser(&filter)?;
    }
    Ok(())
}

/// The pure crates, `press`, this tool, and what of the app needs no browser.
fn native(filter: &str) -> Outcome {
    setup::ensure(Need::NativeTests)?;
    let words = format!("test --workspace --exclude {BROWSER_TESTS} {filter}");
    let mut cargo = command::cargo(&words);
    if std::env::var_os(SEED).is_none() {
        cargo.env(SEED, "0");
    }
    cargo.env("MASTHEAD_READERS", setup::readers());
    command::run(&mut cargo, "run the native tests")
}

/// What property tests draw their cases from. The same in every run, so that no change fails on a case
/// that it has nothing to do with; `cargo test` by itself draws other cases each time.
const SEED: &str = "PROPTEST_RNG_SEED";

/// The app's components, each mounted alone in a page of its own, and the engine in a worker.
fn wasm(filter: &str) -> Outcome {
    setup::ensure(Need::WasmTests)?;
    wasm_tests(APP, "--test components --features hydrate", filter)?;
    wasm_tests(SEARCH_WORKER, "--test engine", filter)
}

fn wasm_tests(package: &str, test: &str, filter: &str) -> Outcome {
    let words = format!("test --package {package} --target {TARGET} {test} {filter}");
    let mut cargo = WasmToolchain::required()?.cargo(Build::Development, &words)?;
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    let capabilities = place::root().join("tests/components/webdriver.json");
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
    if let Some(driver) = place::program("chromedriver") {
        cargo.env("CHROMEDRIVER", driver);
    }
    command::run(&mut cargo, "run tests in the browser")
}

/// The sample archive as readers get it, in three engines.
fn browser(filter: &str) -> Outcome {
    setup::ensure(Need::BrowserTests)?;
    let out = sample()?;
    let below = place::root().join("target/test-dist-below");
    site::build(&Archive::default(), &below, BASE)?;
    let words = format!("test --package {BROWSER_TESTS} --tests {filter}");
    let mut cargo = command::cargo(&words);
    cargo.env("MASTHEAD_DIST", out).env("MASTHEAD_DIST_BELOW", below);
    command::run(&mut cargo, "run the browser tests")
}

/// Where the second site of the browser tests is built for.
const BASE: &str = "/lwkd/";

/// Builds the sample archive, optimised, where the tests and `size` expect it.
pub(super) fn sample() -> Outcome<std::path::PathBuf> {
    let out = place::root().join("target/test-dist");
    site::build(&Archive::default(), &out, "/")?;
    Ok(out)
}
