//! node and npm: npm brings wasm-opt and axe-core, and node runs the first and compresses what `size`
//! measures.

use std::path::PathBuf;

use super::{Tool, apt};
use crate::failure::Outcome;
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

/// Installs a package, such as `axe-core@4.14.1`, beside those that are there.
pub(super) fn install(package: &str, purpose: &str) -> Outcome {
    let mut npm = command::program("npm");
    // Saved, since npm takes away what its lists do not name.
    npm.args(["install", "--save-exact", "--no-audit", "--no-fund", "--prefix"])
        .arg(folder())
        .arg(package);
    command::quietly(&mut npm, purpose).map(drop)
}

/// Where npm's packages are.
pub(super) fn folder() -> PathBuf {
    place::tools().join("npm")
}

fn find() -> Option<String> {
    place::program("npm")?;
    let version = command::answer(command::program("node").arg("--version"))?;
    let major: u32 = version.strip_prefix('v')?.split('.').next()?.parse().ok()?;
    (major >= 18).then_some(version)
}
