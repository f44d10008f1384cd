//! The sources of the standard library, which a release builds for size. Where they are not to be
//! had the release is linked with the library that came with the compiler, and is larger.

use super::Tool;
use crate::failure::{Failure, Outcome};
use crate::toolchain::{self, WasmToolchain};
use crate::{command, place, say};
use std::path::PathBuf;

pub(super) const TOOL: Tool = Tool {
    name: "std sources",
    purpose: PURPOSE,
    minutes: 0,
    wanted: || "of the compiler in use".to_owned(),
    find,
    install,
};

const PURPOSE: &str = "make the program smaller";

fn find() -> Option<String> {
    if WasmToolchain::find() == Some(WasmToolchain::Debian) || toolchain::has_native_sources() {
        return Some("built with the app, for size".to_owned());
    }
    let shipped = "not to be had: releases link the library as it came, and are a sixth larger";
    refusal().exists().then(|| shipped.to_owned())
}

fn install() -> Outcome {
    if place::program("rustup").is_some() {
        let mut add = command::program("rustup");
        if command::quietly(add.args(["component", "add", "rust-src"]), PURPOSE).is_ok() {
            return Ok(());
        }
    }
    say::progress("rustup could not fetch them; where it can: rustup component add rust-src");
    let path = refusal();
    std::fs::create_dir_all(place::tools())
        .and_then(|()| std::fs::write(&path, ""))
        .map_err(|e| Failure::new(format!("{} cannot be written: {e}", path.display())))
}

/// A file that remembers that the sources could not be fetched, so that no build waits for it again.
fn refusal() -> PathBuf {
    place::tools().join("no-std-sources")
}
