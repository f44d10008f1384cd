//! `WebKitWebDriver`, its small browser, and a screen for it that exists only in memory.

use super::{Tool, apt};
use crate::place;

pub(super) const TOOL: Tool = Tool {
    name: "webkit",
    purpose: PURPOSE,
    minutes: 1,
    wanted: || "WebKitWebDriver, with xvfb-run and xauth".to_owned(),
    find,
    install: || apt::install(&["webkit2gtk-driver", "xvfb", "xauth"], PURPOSE),
};

const PURPOSE: &str = "run the tests in WebKit, the engine of Safari";

fn find() -> Option<String> {
    place::program("xvfb-run")?;
    place::program("xauth")?;
    // The driver does not tell its version.
    place::program("WebKitWebDriver").map(|path| path.display().to_string())
}
