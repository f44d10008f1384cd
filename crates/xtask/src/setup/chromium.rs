//! Chromium, or Chrome, and its driver: component tests and browser tests.

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

fn find() -> Option<String> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    place::any_program(&names)?;
    command::answer(command::program("chromedriver").arg("--version"))
}
