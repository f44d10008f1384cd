//! Tools that cargo compiles: into `target/tools`, in the development profile without debug
//! information, which compiles in a fraction of the time that an optimised tool would take.

use crate::command::{self, Progress};
use crate::failure::Outcome;
use crate::place;

const COMPILED: Progress = Progress { mark: "Compiling", every: 40, noun: "crates compiled" };

/// How a crate is installed.
pub(crate) struct Crate<'a> {
    /// The name in the registry.
    pub(crate) name: &'a str,
    /// The exact version.
    pub(crate) version: &'a str,
    /// Further arguments of `cargo install`.
    pub(crate) arguments: &'a [&'a str],
    /// What the tool is for, as the end of "needed to …".
    pub(crate) purpose: &'a str,
}

/// Compiles and installs a crate's programs.
pub(crate) fn install(tool: &Crate<'_>) -> Outcome {
    let mut install = command::cargo("install --profile dev --force --root");
    install
        .arg(place::tools())
        .args(tool.arguments)
        .arg(format!("{}@{}", tool.name, tool.version))
        .env("CARGO_TARGET_DIR", build_folder())
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env_remove("RUSTFLAGS");
    command::with_progress(&mut install, COMPILED, tool.purpose)
}

/// Removes what compiling the tools left behind, about a gigabyte.
pub(crate) fn clean_up() {
    // What cannot be removed is only in the way of the disk, not of the work.
    let _ = std::fs::remove_dir_all(build_folder());
}

fn build_folder() -> std::path::PathBuf {
    place::tools().join("build")
}
