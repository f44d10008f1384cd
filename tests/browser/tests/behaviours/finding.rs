//! The box at the top narrows the archive to the issues whose titles, dates or headlines have the words.

use browser_tests::find::{button, find_box, heading, link, region, text};
use browser_tests::keys;
use browser_tests::reader::Reader;
use serde_json::json;

use crate::sample::ISSUE;

crate::behaviours![
    words_narrow_the_home_page_as_they_are_typed,
    words_that_nothing_has_get_an_answer,
    words_typed_elsewhere_lead_home,
    an_address_holds_the_words,
];

fn words_narrow_the_home_page_as_they_are_typed(reader: &mut Reader) {
    reader.open("/");
    reader.press("/");
    reader.wait_for_focus(&find_box());
    reader.press("websocket 2023");
    reader.wait_to_be_at("/?find=websocket%202023");
    reader.wait_to_see(&text("Showing 1 of 16 issues Show all"));
    reader.wait_to_see(&link("WebSocket Client…").inside(region("Archive")));
    assert_eq!(reader.names(&heading("20…").inside(region("Archive"))), ["2023 1 issue"]);
    reader.wait_for_focus(&find_box());
    reader.click(&button("Show all"));
    reader.wait_to_be_at("/");
    assert_eq!(words_in_the_box(reader), "");
    reader.wait_to_see(&heading("2026 1 issue"));
}

fn words_that_nothing_has_get_an_answer(reader: &mut Reader) {
    reader.open("/");
    reader.click(&find_box());
    reader.press("xyzzy");
    reader.wait_to_see(&text("No issue fits.…"));
    assert!(!reader.sees(&heading("20…").inside(region("Archive"))));
}

fn words_typed_elsewhere_lead_home(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.press("/");
    reader.wait_for_focus(&find_box());
    reader.press("september");
    assert_eq!(reader.address(), ISSUE);
    reader.press(keys::ENTER);
    reader.wait_to_be_at("/?find=september");
    // Published in September, or about a week that ended then.
    reader.wait_to_see(&text("Showing 2 of 16 issues Show all"));
    reader.go_back();
    reader.wait_to_be_at(ISSUE);
}

fn an_address_holds_the_words(reader: &mut Reader) {
    reader.open("/?find=bazel+2021&sections=promotions");
    assert_eq!(words_in_the_box(reader), "bazel 2021");
    reader.wait_to_see(&text("Showing 1 of 16 issues Show all"));
    reader.wait_to_see(&link("Remove Bazel;…").inside(region("Archive")));
}

fn words_in_the_box(reader: &Reader) -> String {
    let found = reader.wait_to_see(&find_box());
    reader.text_from("return arguments[0].value", &[json!(found.to_value())])
}
