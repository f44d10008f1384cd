//! A file holds one idea, and an idea is not longer than this.

use super::{Finding, tree::File, tree::Tree};

/// Lines of source; a larger number lets files grow that nobody reads as a whole.
const MOST_LINES: usize = 400;

/// Lines of tests, whose tables are long and plain.
const MOST_TEST_LINES: usize = 600;

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let sources = tree.files.iter().filter(|file| file.ends_with(&[".rs", ".js", ".mjs", ".css"]));
    let long = sources.filter_map(|file| {
        let (lines, most) = (file.text.lines().count(), most_lines(file));
        (lines > most)
            .then(|| Finding::new(&file.path, 0, format!("{lines} lines, at most {most}")))
    });
    long.collect()
}

fn most_lines(file: &File) -> usize {
    let is_test = ["tests/", "benches/"]
        .iter()
        .any(|folder| file.path.starts_with(folder) || file.path.contains(&format!("/{folder}")));
    if is_test || file.path.ends_with("/tests.rs") { MOST_TEST_LINES } else { MOST_LINES }
}

#[cfg(test)]
mod tests {
    use super::{MOST_LINES, Tree, check};

    #[test]
    fn file_that_is_too_long_is_found_unless_it_holds_tests() {
        let text = "\n".repeat(MOST_LINES + 1);
        let tree = Tree::of(&[
            ("src/long.rs", &text),
            ("src/route/tests.rs", &text),
            ("crates/press/tests/build.rs", &text),
            ("src/short.rs", &text[1..]),
        ]);
        let found = check(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "src/long.rs");
    }
}
