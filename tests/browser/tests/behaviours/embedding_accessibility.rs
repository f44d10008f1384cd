//! axe-core finds nothing on pages in frames, as wide as a window and narrow, light and dark.

use browser_tests::find::{link, named};
use browser_tests::reader::Reader;
use serde_json::json;

use crate::accessibility::{check, check_all_but};
use crate::sample::ISSUE;

crate::behaviours![
    an_embedded_issue_is_accessible,
    embedded_sections_and_an_item_are_accessible,
    an_embedded_list_is_accessible,
    the_embedded_search_box_is_accessible,
    what_is_embedded_and_not_there_is_accessible,
    the_page_for_snippets_is_accessible,
];

fn an_embedded_issue_is_accessible(reader: &mut Reader) {
    check_widget(reader, "/embed/latest");
    check_widget(reader, &format!("/embed{ISSUE}"));
    // With a table, footnotes and a task list.
    check_widget(reader, "/embed/2025/20251222");
}

fn embedded_sections_and_an_item_are_accessible(reader: &mut Reader) {
    check_widget(reader, &format!("/embed{ISSUE}?sections=deprecated,release-schedule"));
    open(reader, &format!("/embed{ISSUE}"));
    let item = reader.text_from("return document.querySelector('.bullet').id", &[]);
    check_widget(reader, &format!("/embed{ISSUE}?item={item}"));
}

fn an_embedded_list_is_accessible(reader: &mut Reader) {
    check_widget(reader, "/embed/sections/deprecated");
    check_widget(reader, "/embed/headlines");
    check_widget(reader, "/embed/saved/deprecations");
}

fn the_embedded_search_box_is_accessible(reader: &mut Reader) {
    check_widget(reader, "/embed/search");
    let ask = "const box = document.querySelector('input');
        box.focus();
        box.value = arguments[0];
        box.dispatchEvent(new InputEvent('input'))";
    reader.run(ask, &[json!("scheduler")]);
    reader.wait_for("a result", "return document.querySelector('a[data-hit]')", &[]);
    check(reader, "results in a frame");
}

fn what_is_embedded_and_not_there_is_accessible(reader: &mut Reader) {
    check_widget(reader, &format!("/embed{ISSUE}?item=i-nothinghere"));
    // A sentence in a frame needs no heading of its own.
    let rules = json!({ "page-has-heading-one": { "enabled": false } });
    open(reader, "/embed/missing");
    check_all_but(reader, "nothing", &rules);
    open_narrow(reader, "/embed/missing");
    check_all_but(reader, "nothing, narrow", &rules);
}

fn the_page_for_snippets_is_accessible(reader: &mut Reader) {
    let of_issue = format!("?issue={}", ISSUE.trim_start_matches('/'));
    for subject in ["", &of_issue, "?section=deprecated", "?search"] {
        open(reader, &format!("/embed/make{subject}"));
        wait_for_snippet(reader);
        check(reader, &format!("snippets for {subject}"));
    }
    reader.open(ISSUE);
    reader.click(&link("Embed"));
    reader.wait_to_see(&named("dialog", "Embed"));
    check(reader, "the dialog for snippets");
    reader.go_into("return document.querySelector('dialog[open] iframe')");
    wait_for_snippet(reader);
    check(reader, "the page in the dialog");
    reader.go_out();
}

fn wait_for_snippet(reader: &Reader) {
    let is_there = "return document.querySelector('[name=element]')?.value";
    reader.wait_for("a snippet", is_there, &[]);
}

fn check_widget(reader: &Reader, path: &str) {
    open(reader, path);
    check(reader, path);
    open_narrow(reader, path);
    check(reader, &format!("{path} at {NARROW} px"));
}

/// What a column beside a text is wide, in CSS pixels.
const NARROW: u32 = 300;

fn open(reader: &Reader, path: &str) {
    reader.open_early(path);
    wait_for_widget(reader);
}

fn open_narrow(reader: &Reader, path: &str) {
    reader.open_narrow_early(path, NARROW);
    wait_for_widget(reader);
}

fn wait_for_widget(reader: &Reader) {
    let is_whole = "return document.readyState === 'complete' && document.querySelector('main')";
    reader.wait_for("a page for frames", is_whole, &[]);
}
