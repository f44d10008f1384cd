//! node and npm: npm brings wasm-opt, and node runs it and compresses what `size` measures.

use super::{Tool, apt};
use crate::{command, place};

pub(super) const TOOL: Tool = Tool {
    name: "node, npm",
    purpose: PURPOSE,
    minutes: 2,
    wanted: || "18 or newer".to_owned(),
    find,
    install: || apt::install(&["nodejs", "npm"], PURPOSE),
};

const PURPOSE: &str = "install and run wasm-opt, and measure compressed sizes";

fn find() -> Option<String> {
    place::program("npm")?;
    let version = command::answer(command::program("node").arg("--version"))?;
    let major: u32 = version.strip_prefix('v')?.split('.').next()?.parse().ok()?;
    (major >= 18).then_some(version)
}
