//! `cargo xtask ci`: what has to pass before a change is taken, in one command.

use super::Verb;
use crate::failure::Outcome;

pub(super) const VERB: Verb = Verb {
    name: "ci",
    arguments: "",
    help: "lint, size and test, in CI's order",
    more: "The quick checks come first, the browsers last.",
    run: |options| {
        options.finish()?;
        ci()
    },
};

fn ci() -> Outcome {
    for words in [
        &["lint"][..],
        &["test", "--native"],
        &["size"],
        &["test", "--wasm"],
        &["test", "--browser"],
    ] {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        super::run(&words)?;
    }
    Ok(())
}
