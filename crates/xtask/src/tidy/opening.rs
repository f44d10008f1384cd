//! Every Rust file opens with `//!`: what lives here.

use super::{Finding, tree::Tree};

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let silent = tree.rust().filter(|file| !file.text.starts_with("//!"));
    silent.map(|file| Finding::new(&file.path, 1, "say first what lives here")).collect()
}

#[cfg(test)]
mod tests {
    use super::{Tree, check};

    #[test]
    fn file_without_an_opening_is_found() {
        let tree = Tree::of(&[
            ("src/a.rs", "use std::fmt;\n"),
            ("src/b.rs", "//! Spoken.\n"),
            ("src/c.css", "/* no Rust */"),
        ]);
        let found = check(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "src/a.rs");
    }
}
