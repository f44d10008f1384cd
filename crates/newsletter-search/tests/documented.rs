//! The description of the query language has the table that the parser has.

use newsletter_search::query::OPERATORS;

#[test]
fn the_documentation_has_every_operator_with_its_example_and_meaning() {
    let document = include_str!("../../../docs/query-language.md");
    let is_row = |line: &&str| line.starts_with("| `");
    let documented: Vec<&str> = document.lines().filter(is_row).collect();
    let rows = OPERATORS.map(|entry| format!("| `{}` | {} |", entry.example, entry.help));
    assert_eq!(documented, rows, "copy the table of src/query/operators.rs");
}
