//! No file names a folder that only one machine has.

use super::{Finding, tree::Tree};

/// Folders of somebody's machine. Split, so that this file does not break its own rule.
const FOLDERS: [&str; 5] = [
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/tm", "p/"),
    concat!("/ho", "me/"),
    concat!("/Use", "rs/"),
];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    // Posts are other people's words.
    for file in tree.files.iter().filter(|file| !file.is_in("public/posts")) {
        for (number, line) in file.lines() {
            if let Some(folder) = FOLDERS.iter().find(|folder| names(line, folder)) {
                found.push(Finding::new(
                    &file.path,
                    number,
                    format!("`{folder}` is on one machine only"),
                ));
            }
        }
    }
    found
}

/// Whether the line names the folder itself, and not a part of a longer path or address.
fn names(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|before| before.is_whitespace() || "\"'`=(<[:,".contains(before))
    })
}

#[cfg(test)]
mod tests {
    use super::{FOLDERS, Tree, check};

    #[test]
    fn folder_of_one_machine_is_found() {
        for folder in FOLDERS {
            let quoted = format!("let path = \"{folder}main\";");
            let at_start = format!("{folder}main is where it is");
            let tree = Tree::of(&[("a.rs", &quoted), ("README.md", &at_start)]);
            assert_eq!(check(&tree).len(), 2, "{folder}");
        }
    }

    #[test]
    fn address_that_only_contains_such_a_folder_is_fine() {
        let address = format!("https://example.org{}a.html and crates{}x", FOLDERS[1], FOLDERS[0]);
        let post = format!("run it in {}x", FOLDERS[2]);
        assert!(check(&Tree::of(&[("a.md", &address), ("public/posts/a.md", &post)])).is_empty());
    }
}
