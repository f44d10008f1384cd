//! `cargo xtask tidy`: the house rules that no other tool knows.

use super::Verb;
use crate::tidy;

pub(super) const VERB: Verb = Verb {
    name: "tidy",
    arguments: "",
    help: "check the house rules that no compiler knows",
    more: "Reads what git tracks, or would track; takes less than a second. A part of `lint`.",
    run: |options| {
        options.finish()?;
        tidy::run()
    },
};
