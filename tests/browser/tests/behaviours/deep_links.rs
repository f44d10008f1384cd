//! An address with a hash leads to its place, on the first page and later.

use browser_tests::find::{heading, link};
use browser_tests::reader::Reader;
use browser_tests::site::Answer;
use serde_json::json;

use crate::sample::{ISSUE, ISSUE_FILE};

crate::behaviours![
    a_heading_is_reached_although_the_text_comes_late,
    an_item_is_reached,
    an_item_is_reached_though_half_of_its_anchor_has_changed,
    a_reader_who_has_scrolled_is_not_pulled_away,
    a_hash_that_means_nothing_is_harmless,
    a_hash_typed_into_the_address_bar_is_followed,
];

fn a_heading_is_reached_although_the_text_comes_late(reader: &mut Reader) {
    reader.site.answer(ISSUE_FILE, Answer::Hold);
    reader.site.answer(ISSUE, Answer::Shell);
    reader.open_early(&format!("{ISSUE}#deprecated"));
    reader.site.wait_for_request(ISSUE_FILE);
    reader.wait_to_see(&heading("Week Ending September 3, 2023"));
    reader.site.recover();
    reader.wait_for_focus(&heading("Deprecated"));
    wait_until_in_view(reader, "deprecated");
    assert_eq!(reader.heard(), "");
}

fn an_item_is_reached(reader: &mut Reader) {
    let anchor = anchor_of_an_item(reader);
    reader.open(&format!("{ISSUE}#{anchor}"));
    wait_for_focus_on(reader, &anchor);
    wait_until_in_view(reader, &anchor);
}

fn an_item_is_reached_though_half_of_its_anchor_has_changed(reader: &mut Reader) {
    let anchor = anchor_of_an_item(reader);
    let (start, end) = anchor.split_at(anchor.len() - 5);
    // The item's words were edited; its links, or its neighbours, were not.
    let old = format!("{start}{}", if end == "aaaaa" { "bbbbb" } else { "aaaaa" });
    reader.open(&format!("{ISSUE}#{old}"));
    wait_for_focus_on(reader, &anchor);
    wait_until_in_view(reader, &anchor);
}

fn a_reader_who_has_scrolled_is_not_pulled_away(reader: &mut Reader) {
    // So low that there is something to scroll before the text is there.
    reader.resize((1280, 400));
    reader.site.answer(ISSUE_FILE, Answer::Hold);
    reader.site.answer(ISSUE, Answer::Shell);
    reader.open_early(&format!("{ISSUE}#deprecated"));
    reader.wait_to_see(&heading("Week Ending September 3, 2023"));
    reader.scroll_to(100.0);
    assert!(reader.scroll_y() > 99.0);
    reader.site.recover();

    reader.wait_to_see(&heading("Deprecated"));
    reader.wait_for_paint();
    assert!((reader.scroll_y() - 100.0).abs() < 1.0, "{}", reader.scroll_y());
}

fn a_hash_that_means_nothing_is_harmless(reader: &mut Reader) {
    for hash in ["#nothing", "#%E0%A4%A", "#i-aaaaaaaaaa"] {
        reader.open(&format!("{ISSUE}{hash}"));
        reader.wait_to_see(&heading("Deprecated"));
        assert!(reader.scroll_y() < 1.0, "{hash}");
    }
}

fn a_hash_typed_into_the_address_bar_is_followed(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.type_address(&format!("{ISSUE}#promotions"));
    reader.wait_for_focus(&heading("Promotions"));
    wait_until_in_view(reader, "promotions");
    reader.go_back();
    reader.wait_to_be_at(ISSUE);
    reader.wait_for("the top", "return scrollY < 1", &[]);
}

/// The anchor of an item far down in the issue, as its link mark has it.
fn anchor_of_an_item(reader: &Reader) -> String {
    reader.open(ISSUE);
    let mark = link("Copy link to: SchedulerPolicyConfigMapKey…");
    let href = reader.attribute(&mark, "href").unwrap_or_default();
    let (_, anchor) = href.split_once('#').unwrap_or_default();
    assert!(anchor.starts_with("i-") && anchor.len() == 12, "{anchor}");
    anchor.to_owned()
}

fn wait_for_focus_on(reader: &Reader, id: &str) {
    reader.wait_for(
        &format!("the focus on {id}"),
        "return document.activeElement.id === arguments[0]",
        &[json!(id)],
    );
}

/// Below the bars at the top, in the upper half of the window.
fn wait_until_in_view(reader: &Reader, id: &str) {
    reader.wait_for(
        &format!("{id} in view"),
        "const { top } = document.getElementById(arguments[0]).getBoundingClientRect();
        const bar = document.querySelector('header').getBoundingClientRect().bottom;
        return top >= bar && top < innerHeight / 2",
        &[json!(id)],
    );
}
