//! Debian's packages: installed where this may be done without asking, spelt out otherwise.

use crate::command::{self, Progress};
use crate::failure::{Failure, Outcome};
use crate::place;
use std::process::Command;

const LISTS: Progress = Progress { mark: "Get:", every: 100, noun: "package lists read" };

const UNPACKED: Progress = Progress { mark: "Unpacking", every: 25, noun: "packages unpacked" };

/// Installs packages. `purpose` says what for, as the end of "needed to …".
pub(super) fn install(packages: &[&str], purpose: &str) -> Outcome {
    let typed = format!("apt-get install --no-install-recommends {}", packages.join(" "));
    if place::program("apt-get").is_none() {
        let what = format!("there is no apt-get here to install {}", packages.join(", "));
        return Err(Failure::new(what).why(format!("to {purpose}")).cure(
            "install the same programs with this system's own packages\ncargo xtask doctor",
        ));
    }
    let Some(rights) = Rights::of_this_user() else {
        return Err(Failure::new("installing packages needs root, and sudo asks for a password")
            .why(format!("to {purpose}"))
            .cure(format!("sudo {typed}")));
    };
    let mut update = rights.apt_get();
    command::with_progress(update.arg("update"), LISTS, "read the package lists")?;
    let mut install = rights.apt_get();
    install
        .args(["install", "--yes", "--no-install-recommends", "--option", "Dpkg::Use-Pty=0"])
        .args(packages);
    command::with_progress(&mut install, UNPACKED, purpose).map_err(|failure| failure.cure(typed))
}

/// How packages may be installed here.
#[derive(Debug, Clone, Copy)]
enum Rights {
    Root,
    /// Through a sudo that asks for no password.
    Sudo,
}

impl Rights {
    fn of_this_user() -> Option<Self> {
        if command::answer(command::program("id").arg("-u")).as_deref() == Some("0") {
            return Some(Self::Root);
        }
        let mut question = command::program("sudo");
        let id = command::answer(question.args(["-n", "id", "-u"]));
        (id.as_deref() == Some("0")).then_some(Self::Sudo)
    }

    fn apt_get(self) -> Command {
        let mut command = match self {
            Self::Root => command::program("apt-get"),
            Self::Sudo => {
                let mut sudo = command::program("sudo");
                sudo.args(["-n", "--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
                sudo
            }
        };
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    }
}
