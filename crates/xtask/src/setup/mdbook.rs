//! mdBook, beside which the first paint is measured.

use super::{Tool, cargo_install};
use crate::{command, place};
use std::path::PathBuf;

const VERSION: &str = "0.5.4";

pub(super) const TOOL: Tool = Tool {
    name: "mdbook",
    purpose: PURPOSE,
    minutes: 3,
    wanted: || VERSION.to_owned(),
    find,
    install: || {
        cargo_install::install(&cargo_install::Crate {
            name: "mdbook",
            version: VERSION,
            // With search, which is part of its pages; without its server.
            arguments: &["--locked", "--no-default-features", "--features", "search"],
            purpose: PURPOSE,
        })
    },
};

const PURPOSE: &str = "have a peer beside which the first paint is measured";

/// The program.
pub(crate) fn program() -> Option<PathBuf> {
    place::program("mdbook")
}

fn find() -> Option<String> {
    let answer = command::answer(command::program("mdbook").arg("--version"))?;
    answer.strip_prefix("mdbook v").filter(|version| *version == VERSION).map(str::to_owned)
}
