//! wasm-opt makes the program that a reader downloads smaller. npm's `binaryen` package has it for
//! every machine that has node, in the version that the size budget was measured with.

use super::{Tool, npm};
use crate::command;

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
    let answer = command::answer(command::program("wasm-opt").arg("--version"))?;
    let version = answer.split(' ').nth(2)?;
    (version == VERSION).then(|| version.to_owned())
}
