//! `cargo xtask setup`: installs whatever `doctor` finds missing.

use super::Verb;
use crate::say;
use crate::setup::{self, Need};

pub(super) const VERB: Verb = Verb {
    name: "setup",
    arguments: "",
    help: "install whatever doctor finds missing",
    more: "\
Tools go into target/tools, browsers and compilers come from the system's packages (as root, or with
a sudo that asks for no password). Every other verb sets up what it needs itself.",
    run: |options| {
        options.finish()?;
        setup::ensure(Need::All)?;
        say::step("Nothing is missing");
        Ok(())
    },
};
