//! Python, and what makes environments for its packages.

use super::{Tool, apt};
use crate::command;

pub(super) const TOOL: Tool = Tool {
    name: "python",
    purpose: PURPOSE,
    minutes: 1,
    wanted: || "3.11 or newer, with venv".to_owned(),
    find,
    install: || apt::install(&["python3", "python3-venv"], PURPOSE),
};

const PURPOSE: &str = "run the programs of others that read feeds and calendars in tests";

/// Debian's Python has no `ensurepip` without its package of venv, which cannot make whole environments then.
const QUESTION: &str = "import ensurepip, platform; print(platform.python_version())";

fn find() -> Option<String> {
    let version = command::answer(command::program("python3").args(["-c", QUESTION]))?;
    let minor: u32 = version.strip_prefix("3.")?.split('.').next()?.parse().ok()?;
    (minor >= 11).then_some(version)
}
