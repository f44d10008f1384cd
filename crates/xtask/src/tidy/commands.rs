//! Documentation and CI name only verbs that `cargo xtask` has.

use super::{Finding, tree::Tree};
use crate::verbs;

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.files.iter().filter(|file| file.ends_with(&[".md", ".yml", ".ci/run"])) {
        for (number, line) in file.lines() {
            for verb in named(line).filter(|verb| !verbs::is_known(verb)) {
                found.push(Finding::new(&file.path, number, format!("no verb `{verb}`")));
            }
        }
    }
    found
}

/// The words in small letters that follow `cargo xtask` in a line; a placeholder in capitals is none.
fn named(line: &str) -> impl Iterator<Item = &str> {
    line.split("cargo xtask ").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(rest.len());
        rest.get(..end).filter(|word| !word.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::{Tree, check};

    #[test]
    fn verb_that_is_not_there_is_found() {
        let text = "Type `cargo xtask serve`, `cargo xtask VERB` or\n`cargo xtask fly --high`.\n";
        let found = check(&Tree::of(&[("README.md", text)]));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].line, found[0].what.as_str()), (2, "no verb `fly`"));
    }
}
