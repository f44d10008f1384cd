//! `ARCHITECTURE.md` names files in backticks; each of them is there.

use super::{Finding, tree::Tree};
use std::path::Path;

const PATH: &str = "ARCHITECTURE.md";

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let Some(file) = tree.file(PATH) else {
        return vec![Finding::new(PATH, 0, "the architecture is not written down")];
    };
    let mut found = Vec::new();
    let mut is_drawing = false;
    for (number, line) in file.lines() {
        is_drawing ^= line.starts_with("```");
        if is_drawing {
            continue;
        }
        for path in line.split('`').skip(1).step_by(2).filter(|word| is_path(word)) {
            let is_there = if path.contains('/') { tree.has(path) } else { tree.has_name(path) };
            if !is_there {
                found.push(Finding::new(PATH, number, format!("`{path}` is not there")));
            }
        }
    }
    found
}

/// A path of the repository: relative, of plain letters, a folder or a Rust file.
fn is_path(word: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
    let relative = !word.starts_with(['/', '.']) && word.chars().all(plain);
    relative && (word.contains('/') || Path::new(word).extension() == Some("rs".as_ref()))
}

#[cfg(test)]
mod tests {
    use super::{PATH, Tree, check};

    #[test]
    fn path_that_is_gone_is_found() {
        let text =
            "See `src/gone.rs`, `src/app.rs`, `src`, `route.rs`, `src/pages/` and `lost.rs`.";
        let tree = Tree::of(&[(PATH, text), ("src/app.rs", ""), ("src/pages/route.rs", "")]);
        let found: Vec<_> = check(&tree).into_iter().map(|finding| finding.what).collect();
        assert_eq!(found, ["`src/gone.rs` is not there", "`lost.rs` is not there"]);
    }

    #[test]
    fn addresses_patterns_and_drawings_are_no_paths() {
        let text =
            "`/sections/:family`, `posts/*.md`, `../shared/lwkd`\n```\nnot `src/here.rs`\n```\n";
        assert!(check(&Tree::of(&[(PATH, text)])).is_empty());
    }
}
