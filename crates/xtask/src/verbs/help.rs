//! `cargo xtask help`: the table of verbs, as text.

use super::{VERBS, Verb, find};
use crate::say;

pub(super) const VERB: Verb = Verb {
    name: "help",
    arguments: "[VERB]",
    help: "this text, or more about one verb",
    more: "",
    run: |mut options| {
        let asked = options.word();
        options.finish()?;
        match asked {
            Some(name) => one(find(&name)?),
            None => all(),
        }
        Ok(())
    },
};

/// One line for each verb.
pub(super) fn all() {
    say::line("cargo xtask VERB [OPTIONS]\n");
    for verb in &VERBS {
        say::line(&format!("  {:<8} {}", verb.name, verb.help));
    }
    say::line("\n`cargo xtask help VERB` tells a verb's options.");
}

/// All about one verb.
pub(super) fn one(verb: &Verb) {
    say::line(format!("cargo xtask {} {}", verb.name, verb.arguments).trim_end());
    say::line(&format!("\n{}", sentence(verb.help)));
    if !verb.more.is_empty() {
        say::line(&format!("\n{}", verb.more));
    }
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn help_reads_as_a_sentence() {
        assert_eq!(sentence("build it"), "Build it.");
    }
}
