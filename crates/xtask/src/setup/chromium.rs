//! Chromium, or Chrome, and its driver: component tests and browser tests.

use std::path::PathBuf;

use super::{Tool, apt};
use crate::{command, place};

pub(super) const TOOL: Tool = Tool {
    name: "chromium",
    purpose: PURPOSE,
    minutes: 1,
    wanted: || "with chromedriver".to_owned(),
    find,
    install: || apt::install(&["chromium", "chromium-driver"], PURPOSE),
};

const PURPOSE: &str = "run the tests in Chromium";

/// The browser itself.
pub(crate) fn program() -> Option<PathBuf> {
    place::any_program(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
}

fn find() -> Option<String> {
    program()?;
    command::answer(command::program("chromedriver").arg("--version"))
}
