//! Firefox: browser tests. Its driver has a file of its own.

use super::{Tool, apt};
use crate::place;

pub(super) const TOOL: Tool = Tool {
    name: "firefox",
    purpose: PURPOSE,
    minutes: 1,
    wanted: || "any supported release".to_owned(),
    // Asking Firefox for its version starts half of it; that it is there is enough.
    find: || place::any_program(&["firefox-esr", "firefox"]).map(|path| path.display().to_string()),
    install: || apt::install(&["firefox-esr"], PURPOSE),
};

const PURPOSE: &str = "run the tests in Firefox";
