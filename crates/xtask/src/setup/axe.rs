//! axe-core, which looks for barriers in the pages that the browser tests open.

use super::{Tool, npm};

const VERSION: &str = "4.14.1";

pub(super) const TOOL: Tool = Tool {
    name: "axe-core",
    purpose: PURPOSE,
    minutes: 0,
    wanted: || VERSION.to_owned(),
    find,
    install: || npm::install(&format!("axe-core@{VERSION}"), PURPOSE),
};

const PURPOSE: &str = "check that pages are accessible in the browser tests";

fn find() -> Option<String> {
    let package = npm::folder().join("node_modules/axe-core/package.json");
    let description = std::fs::read_to_string(package).ok()?;
    description.contains(&format!("\"version\": \"{VERSION}\"")).then(|| VERSION.to_owned())
}
