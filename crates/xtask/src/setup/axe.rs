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
    npm::version("axe-core").filter(|version| version == VERSION)
}
