//! Trunk builds the app's files and serves them.

use super::{Tool, cargo_install};
use crate::command;

/// The last version that rustc 1.95 compiles.
const VERSION: &str = "0.21.14";

pub(super) const TOOL: Tool = Tool {
    name: "trunk",
    purpose: PURPOSE,
    minutes: 3,
    wanted: || VERSION.to_owned(),
    find,
    install: || {
        cargo_install::install(&cargo_install::Crate {
            name: "trunk",
            version: VERSION,
            // With its own lockfile, since newer releases of what it depends on do not compile
            // together; without TLS and the check for updates, since it never goes to the network.
            arguments: &["--locked", "--no-default-features"],
            purpose: PURPOSE,
        })
    },
};

const PURPOSE: &str = "build the app's files and serve them";

fn find() -> Option<String> {
    let answer = command::answer(command::program("trunk").arg("--version"))?;
    answer.strip_prefix("trunk ").filter(|version| *version == VERSION).map(str::to_owned)
}
