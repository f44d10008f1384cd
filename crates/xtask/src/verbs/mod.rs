//! The verbs of `cargo xtask`: this table, and one file for each.

mod bench;
mod build;
mod ci;
mod corpus;
mod doctor;
mod help;
mod lint;
mod serve;
mod setup;
mod size;
mod test;
mod tidy;

use crate::failure::{Failure, Outcome};
use crate::options::Options;

/// One thing that the tool can be asked to do.
struct Verb {
    name: &'static str,
    /// What may follow it, for people.
    arguments: &'static str,
    /// One line on what it does.
    help: &'static str,
    /// What more there is to know; empty if the line says it all.
    more: &'static str,
    run: fn(Options) -> Outcome,
}

const VERBS: [Verb; 12] = [
    serve::VERB,
    build::VERB,
    test::VERB,
    doctor::VERB,
    setup::VERB,
    lint::VERB,
    tidy::VERB,
    size::VERB,
    bench::VERB,
    corpus::VERB,
    ci::VERB,
    help::VERB,
];

/// Does what the words after `cargo xtask` ask for.
pub(crate) fn run(words: &[String]) -> Outcome {
    let is_help = |word: &String| word == "--help" || word == "-h";
    match words.split_first() {
        Some((name, rest)) if !is_help(name) => {
            let verb = find(name)?;
            if rest.iter().any(is_help) {
                help::one(verb);
                return Ok(());
            }
            (verb.run)(Options::new(name, rest))
        }
        _ => {
            help::all();
            Ok(())
        }
    }
}

/// Whether there is a verb of this name.
pub(crate) fn is_known(name: &str) -> bool {
    VERBS.iter().any(|verb| verb.name == name)
}

fn find(name: &str) -> Outcome<&'static Verb> {
    VERBS.iter().find(|verb| verb.name == name).ok_or_else(|| {
        let names: Vec<_> = VERBS.iter().map(|verb| verb.name).collect();
        Failure::new(format!("there is no verb `{name}`"))
            .cure(format!("cargo xtask VERB, with one of: {}", names.join(", ")))
    })
}

#[cfg(test)]
mod tests {
    use super::{VERBS, find};

    #[test]
    fn unknown_verb_lists_the_known_ones() {
        let text = find("sevre").map(|verb| verb.name).unwrap_err().to_string();
        assert!(text.contains("`sevre`") && text.contains("serve, build"), "{text}");
    }

    #[test]
    fn each_verb_has_a_name_of_its_own() {
        for verb in &VERBS {
            assert_eq!(VERBS.iter().filter(|other| other.name == verb.name).count(), 1);
        }
    }
}
