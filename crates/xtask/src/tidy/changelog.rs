//! The change log has a place for the change that is being made.

use super::{Finding, tree::Tree};

const PATH: &str = "CHANGELOG.md";

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let is_open = tree.file(PATH).is_some_and(|file| {
        file.text.lines().any(|line| line.starts_with("## ") && line.contains("Unreleased"))
    });
    if is_open { Vec::new() } else { vec![Finding::new(PATH, 0, "no section `## Unreleased`")] }
}

#[cfg(test)]
mod tests {
    use super::{PATH, Tree, check};

    #[test]
    fn change_log_without_an_open_section_is_found() {
        assert_eq!(check(&Tree::of(&[])).len(), 1);
        assert_eq!(check(&Tree::of(&[(PATH, "## 0.1.0\n")])).len(), 1);
        assert!(check(&Tree::of(&[(PATH, "# Changes\n\n## Unreleased\n")])).is_empty());
    }
}
