//! Which compiler builds for the browser. The native one where it has the wasm target; otherwise
//! Debian's, which is newer than ours, has the sources of the standard library and builds it on the
//! way. Its environment is for that build alone: native builds keep the compiler they have.
//!
//! What a reader downloads is linked with a standard library that is built for size, wherever its
//! sources are at hand.

use crate::failure::{Failure, Outcome};
use crate::site::Build;
use crate::{command, place};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target that the app is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_RUSTDOC: &str = "/usr/bin/rustdoc";
/// Below the native compiler's root.
const NATIVE_STD: &str = "lib/rustlib/src/rust/library/Cargo.lock";
const DEBIAN_STD: &str = "/usr/lib/rustlib/src/rust/library/Cargo.lock";

/// A link that `rust-web-llvm` brings; what it points to is a package of its own.
pub(crate) const DEBIAN_LINKER: &str = "/usr/bin/rust-lld";

/// A compiler that can build for the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WasmToolchain {
    /// The compiler that cargo uses anyway; its standard library for wasm is installed.
    Native,
    /// Debian's `rustc-web` with `rust-web-src`; the standard library is built with the app, for size.
    Debian,
}

impl WasmToolchain {
    /// The first that is usable on this machine, in the order above.
    pub(crate) fn find() -> Option<Self> {
        if has_native_target() {
            return Some(Self::Native);
        }
        let parts = [DEBIAN_CARGO, DEBIAN_RUSTC, DEBIAN_RUSTDOC, DEBIAN_STD, DEBIAN_LINKER];
        parts.iter().all(|part| Path::new(part).exists()).then_some(Self::Debian)
    }

    /// The one to build with; a failure that says what to type if there is none.
    pub(crate) fn required() -> Outcome<Self> {
        Self::find().ok_or_else(|| {
            Failure::new(format!("no compiler here builds for {TARGET}")).cure("cargo xtask setup")
        })
    }

    /// Makes a command, and whatever it starts, compile for the browser with this toolchain.
    pub(crate) fn prepare(self, build: Build, command: &mut Command) -> Outcome {
        match self {
            Self::Native if build == Build::Release && has_native_sources() => {
                build_std(command);
                Ok(())
            }
            Self::Native => Ok(()),
            Self::Debian => Self::prepare_debian(command),
        }
    }

    fn prepare_debian(command: &mut Command) -> Outcome {
        build_std(command);
        let folder = debian_bin()?;
        let rest = place::search_path();
        let path =
            std::env::join_paths(std::iter::once(folder).chain(std::env::split_paths(&rest)));
        command
            .env("PATH", path.unwrap_or(rest))
            .env("RUSTC", DEBIAN_RUSTC)
            .env("RUSTDOC", DEBIAN_RUSTDOC)
            .env_remove("RUSTUP_TOOLCHAIN");
        Ok(())
    }

    /// Cargo, compiling for the browser.
    pub(crate) fn cargo(self, build: Build, words: &str) -> Outcome<Command> {
        let mut command = match self {
            Self::Native => command::cargo(words),
            Self::Debian => {
                let mut command = command::program(DEBIAN_CARGO);
                command.args(words.split_whitespace());
                command
            }
        };
        self.prepare(build, &mut command)?;
        Ok(command)
    }

    /// How `doctor` names it.
    pub(crate) fn description(self) -> String {
        match self {
            Self::Native => format!("{} with its own wasm standard library", native_version()),
            Self::Debian => {
                let version = command::answer(command::program(DEBIAN_RUSTC).arg("--version"));
                let version = version.unwrap_or_default();
                format!("Debian's {version}, building the standard library")
            }
        }
    }
}

/// Builds the standard library with the app.
fn build_std(command: &mut Command) {
    command
        // Building the standard library is not stable yet; this lets a stable compiler do it.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        // A panic in the browser traps at once; the words it would say are a tenth of the program.
        .env("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true")
        .env("CARGO_PROFILE_WASM_PANIC", "immediate-abort");
}

/// Whether the native compiler has the sources of its standard library.
pub(crate) fn has_native_sources() -> bool {
    let root = command::answer(command::program("rustc").args(["--print", "sysroot"]));
    root.is_some_and(|root| PathBuf::from(root).join(NATIVE_STD).exists())
}

fn native_version() -> String {
    command::answer(command::program("rustc").arg("--version")).unwrap_or_default()
}

fn has_native_target() -> bool {
    let mut question = command::program("rustc");
    question.args(["--print", "target-libdir", "--target", TARGET]);
    command::answer(&mut question).is_some_and(|folder| Path::new(&folder).is_dir())
}

/// A folder that holds Debian's cargo and its clippy and nothing else. Trunk takes the `cargo` that
/// comes first on the search path, and `/usr/bin` as a whole does not belong there.
fn debian_bin() -> Outcome<std::path::PathBuf> {
    let folder = place::tools().join("debian/bin");
    let failed = |e: std::io::Error| {
        Failure::new(format!("{} cannot be made: {e}", folder.display()))
            .why("it puts Debian's cargo first on the search path of the wasm build")
    };
    std::fs::create_dir_all(&folder).map_err(failed)?;
    #[cfg(unix)]
    for name in ["cargo", "cargo-clippy"] {
        let link = folder.join(name);
        if std::fs::symlink_metadata(&link).is_err() {
            std::os::unix::fs::symlink(Path::new("/usr/bin").join(name), &link).map_err(failed)?;
        }
    }
    Ok(folder)
}
