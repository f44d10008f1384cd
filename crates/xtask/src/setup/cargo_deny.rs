//! cargo-deny compares the licences and sources of what we depend on with `deny.toml`.

use super::{Tool, cargo_install};
use crate::command;

const VERSION: &str = "0.20.2";

pub(super) const TOOL: Tool = Tool {
    name: "cargo-deny",
    purpose: PURPOSE,
    minutes: 2,
    wanted: || VERSION.to_owned(),
    find,
    install: || {
        cargo_install::install(&cargo_install::Crate {
            name: "cargo-deny",
            version: VERSION,
            // Without the parts that look for advisories on the network.
            arguments: &["--locked", "--no-default-features"],
            purpose: PURPOSE,
        })
    },
};

const PURPOSE: &str = "check the licences of dependencies";

fn find() -> Option<String> {
    let answer = command::answer(command::program("cargo-deny").arg("--version"))?;
    answer.strip_prefix("cargo-deny ").filter(|version| *version == VERSION).map(str::to_owned)
}
