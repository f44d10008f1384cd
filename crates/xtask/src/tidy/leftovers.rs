//! Nothing is left behind: what is to be done names its issue, no test is switched off.

use super::{Finding, tree::Tree};

/// Words that are left behind by accident, and what to do instead.
const WORDS: [(&str, &str); 4] = [
    (concat!("FIX", "ME"), "mend it, or open an issue"),
    (concat!("#[ig", "nore"), "assert what happens today and name the issue"),
    (concat!("console.", "log"), "remove it"),
    (concat!("XX", "X"), "say what is meant"),
];

const TO_DO: &str = concat!("TO", "DO");

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let code = tree.files.iter().filter(|file| {
        let has_code = file.ends_with(&[".rs", ".js", ".mjs", ".css", ".html", ".toml", ".yml"]);
        has_code && !file.is_in("tests/hostile")
    });
    let mut found = Vec::new();
    for file in code {
        for (number, line) in file.lines() {
            if has_nameless_to_do(line) {
                found.push(Finding::new(&file.path, number, "name the issue: `(#12)`"));
            }
            for (word, cure) in WORDS {
                if line.contains(word) {
                    found.push(Finding::new(&file.path, number, format!("`{word}`: {cure}")));
                }
            }
        }
    }
    found
}

fn has_nameless_to_do(line: &str) -> bool {
    line.match_indices(TO_DO).any(|(at, word)| {
        let rest = line.get(at + word.len()..).unwrap_or_default();
        let number = rest.strip_prefix("(#").and_then(|rest| rest.split_once(')'));
        number.is_none_or(|(digits, _)| digits.parse::<u32>().is_err())
    })
}

#[cfg(test)]
mod tests {
    use super::{TO_DO, Tree, WORDS, check};

    #[test]
    fn to_do_without_an_issue_is_found() {
        let named = format!("// {TO_DO}(#12): later\n");
        let nameless = format!("// {TO_DO}: later\n// {TO_DO}(soon)\n");
        let tree = Tree::of(&[("a.rs", &named), ("b.rs", &nameless)]);
        let found = check(&tree);
        assert_eq!(
            found.iter().map(|f| (f.path.as_str(), f.line)).collect::<Vec<_>>(),
            [("b.rs", 1), ("b.rs", 2)]
        );
    }

    #[test]
    fn every_leftover_word_is_found() {
        for (word, _) in WORDS {
            assert_eq!(check(&Tree::of(&[("a.js", word)])).len(), 1, "{word}");
        }
    }
}
