//! wasm-opt makes the program that a reader downloads smaller. npm's `binaryen` package has it for
//! every machine that has node, in the version that the size budget was measured with.

use super::{Tool, npm};
use crate::{command, place};

const VERSION: &str = "132";

pub(super) const TOOL: Tool = Tool {
    name: "wasm-opt",
    purpose: PURPOSE,
    minutes: 0,
    wanted: || VERSION.to_owned(),
    find,
    install: || npm::install(&format!("binaryen@{VERSION}.0.0"), PURPOSE),
};

const PURPOSE: &str = "make an optimised build small";

fn find() -> Option<String> {
    let version = if place::program("wasm-opt")?.starts_with(place::npm_bin()) {
        // It would take node most of a second to answer.
        npm::version("binaryen")?.split('.').next()?.to_owned()
    } else {
        let answer = command::answer(command::program("wasm-opt").arg("--version"))?;
        answer.split(' ').nth(2)?.to_owned()
    };
    (version == VERSION).then_some(version)
}
