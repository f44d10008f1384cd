//! rustfmt and clippy, and the clippy of the compiler that builds for the browser.

use super::{Tool, apt};
use crate::failure::{Failure, Outcome};
use crate::toolchain::WasmToolchain;
use crate::{command, place};
use std::path::Path;

pub(super) const TOOL: Tool = Tool {
    name: "rustfmt, clippy",
    purpose: PURPOSE,
    minutes: 1,
    wanted: || "of each compiler in use".to_owned(),
    find,
    install,
};

const PURPOSE: &str = "check the code";

fn find() -> Option<String> {
    command::answer(&mut command::cargo("fmt --version"))?;
    let version = command::answer(&mut command::cargo("clippy --version"))?;
    has_wasm_clippy().then_some(version)
}

fn install() -> Outcome {
    if command::answer(&mut command::cargo("fmt --version")).is_none()
        || command::answer(&mut command::cargo("clippy --version")).is_none()
    {
        if place::program("rustup").is_none() {
            return Err(Failure::new("rustfmt or clippy is missing")
                .why(format!("to {PURPOSE}"))
                .cure("install rustfmt and clippy beside rustc, from the same source"));
        }
        let mut add = command::program("rustup");
        command::run(add.args(["component", "add", "rustfmt", "clippy"]), PURPOSE)?;
    }
    if has_wasm_clippy() {
        return Ok(());
    }
    apt::install(&["rust-web-clippy"], PURPOSE)
}

fn has_wasm_clippy() -> bool {
    WasmToolchain::find() != Some(WasmToolchain::Debian)
        || Path::new("/usr/bin/clippy-driver").exists()
}
