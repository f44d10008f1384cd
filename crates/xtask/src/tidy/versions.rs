//! Versions that are written in two places agree.

use super::{Finding, tree::Tree};
use crate::settings::{locked_version, value};

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let text = |path| tree.file(path).map(|file| file.text.as_str()).unwrap_or_default();
    let locked = locked_version(text("Cargo.lock"), "wasm-bindgen").unwrap_or_default();
    let trunk = value(text("Trunk.toml"), "tools", "wasm_bindgen").unwrap_or_default();
    if locked == trunk {
        return Vec::new();
    }
    let what = format!("[tools] wasm_bindgen is `{trunk}`, in Cargo.lock it is `{locked}`");
    vec![Finding::new("Trunk.toml", 0, what)]
}

#[cfg(test)]
mod tests {
    use super::{Tree, check};

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.1\"\n";

    #[test]
    fn tool_and_library_of_different_versions_are_found() {
        let trunk = "[tools]\nwasm_bindgen = \"0.2.2\"\n";
        let found = check(&Tree::of(&[("Cargo.lock", LOCK), ("Trunk.toml", trunk)]));
        assert_eq!(found.len(), 1);
        assert!(found[0].what.contains("`0.2.2`") && found[0].what.contains("`0.2.1`"));
    }

    #[test]
    fn tool_and_library_of_one_version_are_fine() {
        let trunk = "[tools]\nwasm_bindgen = \"0.2.1\"\n";
        assert!(check(&Tree::of(&[("Cargo.lock", LOCK), ("Trunk.toml", trunk)])).is_empty());
    }
}
