//! A link mark puts its place into the address, copies it and says so.

use browser_tests::engine::Engine;
use browser_tests::find::{link, text};
use browser_tests::reader::Reader;
use serde_json::json;

use crate::sample::ISSUE;

crate::behaviours![
    the_mark_of_a_heading_gives_its_link,
    the_mark_of_an_item_gives_a_link_without_the_choice_of_sections,
];

fn the_mark_of_a_heading_gives_its_link(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.click(&link("Copy link to: Promotions"));
    reader.wait_to_be_at(&format!("{ISSUE}#promotions"));
    wait_for_copy(reader, &format!("{ISSUE}#promotions"));
}

fn the_mark_of_an_item_gives_a_link_without_the_choice_of_sections(reader: &mut Reader) {
    reader.open(&format!("{ISSUE}?section=deprecated"));
    let mark = link("Copy link to: APF…");
    let href = reader.attribute(&mark, "href").unwrap_or_default();
    assert!(href.starts_with(&format!("{ISSUE}#i-")), "{href}");
    reader.click(&mark);
    wait_for_copy(reader, &href);
    // The choice is the reader's own and stays.
    let (_, fragment) = href.split_once('#').unwrap_or_default();
    reader.wait_to_be_at(&format!("{ISSUE}?section=deprecated#{fragment}"));
    reader.wait_to_see(&text("Showing 1 of 9 sections"));
}

/// Engines differ in whether a page may write to the clipboard; the reader hears which it was. In
/// Chromium a test can be allowed to look.
fn wait_for_copy(reader: &Reader, address: &str) {
    let heard =
        "const said = [...document.querySelectorAll('[aria-live=polite]')].map(wordsOf).join('');
        return ['Link copied', 'The address bar has the link'].includes(said) && said";
    let said = reader.wait_for("word of the copy", heard, &[]);
    if reader.engine() == Engine::Chromium {
        assert_eq!(said, json!("Link copied"));
        let permissions =
            json!({ "permissions": ["clipboardReadWrite"], "origin": reader.site.origin() });
        reader.command_chromium("Browser.grantPermissions", &permissions);
        reader.run("navigator.clipboard.readText().then((text) => { window.copied = text })", &[]);
        reader.wait_for(
            "the link on the clipboard",
            "return window.copied === arguments[0]",
            &[json!(format!("{}{address}", reader.site.origin()))],
        );
    }
}
