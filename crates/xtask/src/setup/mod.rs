//! What has to be installed before a verb can work, and installing it. One file for each tool.
//! Set-up never asks: it installs into `target/tools`, with apt where it may, and otherwise says
//! what a person has to type.

mod apt;
mod axe;
mod cargo_deny;
mod cargo_install;
mod chromium;
mod clippy;
mod compiler;
mod firefox;
mod geckodriver;
mod mdbook;
mod npm;
mod python;
mod readers;
mod std_sources;
mod trunk;
mod wasm_bindgen;
mod wasm_opt;
mod wasm_target;
mod webkit;

pub(crate) use chromium::program as chromium;
pub(crate) use mdbook::program as mdbook;
pub(crate) use readers::program as readers;

use crate::failure::{Failure, Outcome};
use crate::{place, say};
use std::time::Instant;

/// One thing that must be there.
pub(crate) struct Tool {
    /// What `doctor` calls it.
    pub(crate) name: &'static str,
    /// What it is needed for, as the end of "needed to …".
    pub(crate) purpose: &'static str,
    /// About how long installing it takes on two cores, in minutes; 0 for less than one.
    pub(crate) minutes: u32,
    /// The version that is wanted, for people.
    pub(crate) wanted: fn() -> String,
    /// The version that is there and usable; `None` if it has to be installed.
    pub(crate) find: fn() -> Option<String>,
    /// Installs it, or says what a person has to type.
    pub(crate) install: fn() -> Outcome,
}

/// What a verb needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// The native compiler and nothing else: `bench --native`.
    Native,
    /// Tests without a browser, and the programs of others that read what is built.
    NativeTests,
    /// A build for development: `serve`.
    Build,
    /// An optimised build: `build`, `size`.
    Release,
    /// Checking the code for both targets: `lint`.
    Lint,
    /// Component tests: the Chromium family only.
    WasmTests,
    /// The built site in Chromium: `bench`.
    Bench,
    /// The built site in Chromium, beside others: `bench --paint`.
    Paint,
    /// The built site in three browsers.
    BrowserTests,
    /// Everything that a verb can need: `setup`, `doctor`.
    All,
}

impl Need {
    /// The tools, in the order in which they are installed: each may rely on those before it.
    pub(crate) fn tools(self) -> Vec<&'static Tool> {
        let build = [&compiler::TOOL, &wasm_target::TOOL, &wasm_bindgen::TOOL, &trunk::TOOL];
        let release = [&std_sources::TOOL, &npm::TOOL, &wasm_opt::TOOL];
        let browsers =
            [&chromium::TOOL, &firefox::TOOL, &geckodriver::TOOL, &webkit::TOOL, &axe::TOOL];
        let lint = [&clippy::TOOL, &cargo_deny::TOOL];
        let readers = [&python::TOOL, &readers::TOOL];
        match self {
            Self::Native => build[..1].to_vec(),
            Self::NativeTests => [&build[..1], &readers].concat(),
            Self::Build => build.to_vec(),
            Self::Release => [&build[..], &release].concat(),
            Self::Lint => [&build[..2], &lint].concat(),
            Self::WasmTests => [&build[..3], &browsers[..1]].concat(),
            Self::Bench => [&build[..], &release, &browsers[..1]].concat(),
            Self::Paint => [&Self::Bench.tools()[..], &[&mdbook::TOOL]].concat(),
            Self::BrowserTests => [&build[..], &release, &browsers].concat(),
            Self::All => {
                [&build[..], &release, &browsers, &lint, &readers, &[&mdbook::TOOL]].concat()
            }
        }
    }
}

/// Installs what is missing. Silent, and done within a second, when nothing is.
pub(crate) fn ensure(need: Need) -> Outcome {
    let tools = need.tools();
    let missing: Vec<_> = tools.iter().filter(|tool| (tool.find)().is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let minutes: u32 = missing.iter().map(|tool| tool.minutes.max(1)).sum();
    say::step(&format!(
        "Setting up once, into {} and with the system's packages: {} missing, about {minutes} minutes on two cores",
        place::tools().display(),
        missing.len(),
    ));
    for tool in tools {
        // Asked again at its turn: which compiler was installed decides which clippy is needed.
        if (tool.find)().is_none() {
            install(tool)?;
        }
    }
    cargo_install::clean_up();
    Ok(())
}

fn install(tool: &Tool) -> Outcome {
    say::step(&format!("{} {}: needed to {}", tool.name, (tool.wanted)(), tool.purpose));
    let started = Instant::now();
    (tool.install)()?;
    let version = (tool.find)().ok_or_else(|| still_missing(tool))?;
    say::progress(&format!("{}: {version}, after {} s", tool.name, started.elapsed().as_secs()));
    Ok(())
}

fn still_missing(tool: &Tool) -> Failure {
    let wanted = (tool.wanted)();
    Failure::new(format!("{} {wanted} was installed but cannot be found or run", tool.name))
        .why(format!("to {}", tool.purpose))
        .cure("cargo xtask doctor")
}

#[cfg(test)]
mod tests {
    use super::Need;

    #[test]
    fn serving_needs_neither_browsers_nor_npm() {
        let names: Vec<_> = Need::Build.tools().iter().map(|tool| tool.name).collect();
        assert_eq!(names, ["rustc", "wasm target", "wasm-bindgen", "trunk"]);
    }

    #[test]
    fn everything_is_part_of_the_whole() {
        let all: Vec<_> = Need::All.tools().iter().map(|tool| tool.name).collect();
        let needs = [
            Need::NativeTests,
            Need::Release,
            Need::Lint,
            Need::WasmTests,
            Need::Bench,
            Need::Paint,
            Need::BrowserTests,
        ];
        for need in needs {
            for tool in need.tools() {
                assert!(all.contains(&tool.name), "{}", tool.name);
            }
        }
    }
}
