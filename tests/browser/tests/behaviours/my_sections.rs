//! A choice of sections can be kept for good, used anywhere and forgotten.

use browser_tests::find::{button, text};
use browser_tests::reader::Reader;
use serde_json::json;

use crate::sample::{ISSUE, NEWEST};

crate::behaviours![
    a_choice_is_remembered_used_elsewhere_and_forgotten,
    nothing_is_offered_before_a_choice
];

fn a_choice_is_remembered_used_elsewhere_and_forgotten(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.click(&button("Promotions,…"));
    reader.click(&button("Version Updates,…"));
    reader.click(&button("Remember as my sections"));
    reader.wait_to_see(&button("Forget my sections"));

    reader.open(NEWEST);
    reader.wait_to_be_at(NEWEST);
    reader.click(&button("Show only my sections"));
    reader.wait_to_be_at(&format!("{NEWEST}?section=promotions,version-updates"));
    reader.wait_to_see(&text("Showing 2 of 9 sections"));
    // Nothing is to be remembered that is already.
    assert!(!reader.sees(&button("Remember as my sections")));

    reader.click(&button("Show all"));
    reader.wait_to_be_at(NEWEST);
    reader.reload();
    reader.click(&button("Show only my sections"));
    reader.click(&button("Forget my sections"));
    reader.wait_to_see(&button("Remember as my sections"));
    reader.click(&button("All"));
    reader.reload();
    assert!(!reader.sees(&button("Show only my sections")));
    assert_eq!(
        reader.run("return localStorage.getItem('masthead:/:my-sections')", &[]),
        json!(null)
    );
}

fn nothing_is_offered_before_a_choice(reader: &mut Reader) {
    reader.open(ISSUE);
    for name in
        ["Show all", "Remember as my sections", "Show only my sections", "Forget my sections"]
    {
        assert!(!reader.sees(&button(name)), "{name}");
    }
}
