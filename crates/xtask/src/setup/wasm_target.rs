//! A compiler for the browser. Three ways, in this order: the target is there; rustup adds it;
//! Debian's newer compiler builds the standard library itself (docs/adr/0002).

use super::{Tool, apt};
use crate::failure::{Failure, Outcome};
use crate::toolchain::{DEBIAN_LINKER, TARGET, WasmToolchain};
use crate::{command, place, say};

pub(super) const TOOL: Tool = Tool {
    name: "wasm target",
    purpose: PURPOSE,
    minutes: 1,
    wanted: || TARGET.to_owned(),
    find: || WasmToolchain::find().map(WasmToolchain::description),
    install,
};

const PURPOSE: &str = "compile the app for the browser";

const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];

fn install() -> Outcome {
    if place::program("rustup").is_some() {
        let mut add = command::program("rustup");
        if command::quietly(add.args(["target", "add", TARGET]), PURPOSE).is_ok() {
            return Ok(());
        }
        say::progress("rustup could not fetch the target; Debian's packages are next");
    }
    from_debian().map_err(|failure| {
        failure.cure(format!(
            "rustup target add {TARGET}\nor, where rustup reaches no network, on Debian:\n\
             sudo apt-get install --no-install-recommends {} lld-22",
            DEBIAN_PACKAGES.join(" "),
        ))
    })
}

fn from_debian() -> Outcome {
    apt::install(&DEBIAN_PACKAGES, PURPOSE)?;
    // The linker's package carries the number of its LLVM; the link that points to it knows which.
    let linker = std::fs::read_link(DEBIAN_LINKER)
        .map_err(|e| Failure::new(format!("{DEBIAN_LINKER} is not the link it was: {e}")))?;
    apt::install(&[&linker.to_string_lossy()], "link the app for the browser")
}
