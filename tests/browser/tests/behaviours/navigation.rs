//! A link within the archive is followed by the app; any other is the browser's.

use browser_tests::find::{heading, link, navigation};
use browser_tests::keys;
use browser_tests::reader::Reader;
use serde_json::json;

use crate::sample::{ISSUE, NEWEST};

crate::behaviours![
    a_link_is_followed_without_loading_the_page_again,
    the_new_page_begins_at_its_top_with_title_focus_and_announcement,
    a_link_to_a_place_in_another_issue_leads_there,
    a_link_with_the_sites_public_address_stays_in_the_app,
    nothing_is_said_or_focused_on_the_first_page,
    a_click_with_a_modifier_is_left_to_the_browser,
    files_and_other_sites_are_left_to_the_browser,
];

fn a_link_is_followed_without_loading_the_page_again(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.run("window.isStillHere = true", &[]);
    reader.click(&link("Next issue…"));
    reader.wait_to_be_at("/2023/20231219");
    reader.click(&link("Sections"));
    reader.wait_to_be_at("/sections");
    reader.wait_to_see(&heading("Sections"));
    assert_eq!(reader.run("return window.isStillHere", &[]), json!(true));
}

fn the_new_page_begins_at_its_top_with_title_focus_and_announcement(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.click(&link("Next issue…"));
    let title = "Week Ending December 17, 2023";
    reader.wait_for_focus(&heading(title));
    assert_eq!(reader.title(), format!("{title} · LWKD"));
    assert_eq!(reader.heard(), title);
    assert!(reader.scroll_y() < 1.0, "{}", reader.scroll_y());
    // What could hold the focus for a moment does not stay in the way.
    reader.press(keys::TAB);
    assert_eq!(reader.attribute(&heading(title), "tabindex"), None);
}

fn a_link_to_a_place_in_another_issue_leads_there(reader: &mut Reader) {
    reader.open("/2022/20220301");
    reader.click(&link("our issue of three weeks ago"));
    let anchor = "enhancements2800-kep-2799-reduction-of-secret-based-service-account-tokens";
    reader.wait_to_be_at(&format!("/2022/20220209#{anchor}"));
    let target =
        heading("enhancements#2800: KEP-2799: Reduction of Secret-based Service Account Tokens");
    reader.wait_for_focus(&target);
    reader.wait_for("the heading in view", IN_VIEW, &[json!(anchor)]);
}

/// Below the bars at the top, in the upper half of the window.
const IN_VIEW: &str = "
    const { top } = document.getElementById(arguments[0]).getBoundingClientRect();
    return top > 0 && top < innerHeight / 2";

fn a_link_with_the_sites_public_address_stays_in_the_app(reader: &mut Reader) {
    reader.open("/2023/20231219");
    reader.click(&link("last of four phases"));
    reader.wait_to_be_at(ISSUE);
    reader.wait_to_see(&heading("Week Ending September 3, 2023"));
}

fn nothing_is_said_or_focused_on_the_first_page(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.wait_for_paint();
    assert_eq!(reader.heard(), "");
    assert_eq!(reader.run("return document.activeElement === document.body", &[]), json!(true));
}

fn a_click_with_a_modifier_is_left_to_the_browser(reader: &mut Reader) {
    reader.open(NEWEST);
    for key in [keys::CONTROL, keys::META, keys::SHIFT, keys::ALT] {
        watch_clicks(reader);
        reader.click_holding(key, &link("Previous issue…"));
        assert_eq!(taken(reader), json!(false), "{key:?}");
    }
    watch_clicks(reader);
    reader.click(&link("Previous issue…"));
    assert_eq!(taken(reader), json!(true), "without a modifier");
}

fn files_and_other_sites_are_left_to_the_browser(reader: &mut Reader) {
    reader.open("/2022/20220301");
    for name in ["Markdown source", "Edit this page", "wear a banner"] {
        watch_clicks(reader);
        reader.click(&link(name));
        assert_eq!(taken(reader), json!(false), "{name}");
    }
    watch_clicks(reader);
    reader.click(&link("Sections").inside(navigation("Archive")));
    assert_eq!(taken(reader), json!(true), "a page");
}

/// From now on a click leads nowhere, and [`taken`] tells whether the app would have led it.
fn watch_clicks(reader: &Reader) {
    reader.run(
        "window.isTaken = null;
        addEventListener('click', (event) => { window.isTaken = event.defaultPrevented; event.preventDefault() }, { once: true })",
        &[],
    );
}

fn taken(reader: &Reader) -> serde_json::Value {
    reader.run("return window.isTaken", &[])
}
