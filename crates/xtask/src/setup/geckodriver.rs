//! geckodriver steers Firefox. Debian 12 has no package of it; cargo compiles it.

use super::{Tool, cargo_install};
use crate::command;

const VERSION: &str = "0.37.1";

pub(super) const TOOL: Tool = Tool {
    name: "geckodriver",
    purpose: PURPOSE,
    minutes: 2,
    wanted: || format!("{VERSION}, or another on the search path"),
    find: || command::answer(command::program("geckodriver").arg("--version")),
    install: || {
        cargo_install::install(&cargo_install::Crate {
            name: "geckodriver",
            version: VERSION,
            arguments: &["--locked"],
            purpose: PURPOSE,
        })
    },
};

const PURPOSE: &str = "steer Firefox in the browser tests";
