//! A new issue comes quietly; a new version of the program comes when the reader wants it.

use browser_tests::edition::Edition;
use browser_tests::find::{button, heading, link, region, search_box, text};
use browser_tests::reader::Reader;
use browser_tests::site::Answer;
use serde_json::json;

use crate::offline::visit;
use crate::sample::{ISSUE, NEWEST};
use crate::saving::next_week;

crate::behaviours![
    a_new_issue_is_there_without_loading_the_page_again,
    a_new_issue_is_no_new_version,
    a_new_version_waits_and_then_comes_to_every_tab_once,
    a_new_version_is_not_mixed_into_the_old_one,
    a_text_that_was_replaced_under_the_page_is_shown_as_it_is_now,
    an_index_that_was_replaced_under_the_page_is_searched_as_it_is_now,
    a_broken_manifest_changes_nothing_until_it_is_whole,
    a_manifest_that_is_gone_is_looked_for_under_its_new_name,
];

const NEW_VERSION: &str = "A new version of this site is ready.…";

fn a_new_issue_is_there_without_loading_the_page_again(reader: &mut Reader) {
    visit(reader, ISSUE);
    mark(reader);
    let next = next_week();
    reader.site.deploy(next.path());
    reader.click(&link("Sections"));
    reader.wait_to_see(&link("New: Week Ending July 26, 2026"));
    reader.click(&link("New: Week Ending July 26, 2026"));
    reader.wait_to_see(&heading("Lanterns"));
    reader.open("/");
    reader.wait_to_see(&link("Week Ending July 26, 2026").first());
}

fn a_new_issue_is_no_new_version(reader: &mut Reader) {
    visit(reader, ISSUE);
    mark(reader);
    let before = reader.site.bytes("/service-worker.js");
    let next = next_week();
    reader.site.deploy(next.path());
    assert!(reader.site.bytes("/service-worker.js") == before, "the worker is the same");
    reader.click(&link("Sections"));
    reader.wait_to_see(&link("New: Week Ending July 26, 2026"));
    assert!(!reader.sees(&text(NEW_VERSION)));
    assert!(is_marked(reader));
    reader.click(&button("Not now"));
    reader.wait_until_gone(&link("New: Week Ending July 26, 2026"));
}

fn a_new_version_waits_and_then_comes_to_every_tab_once(reader: &mut Reader) {
    visit(reader, ISSUE);
    mark(reader);
    let first = reader.open_tab();
    visit(reader, NEWEST);
    mark(reader);
    let before = version(reader);
    let next = Edition::of_the_site().with_another_program();
    reader.site.deploy(next.path());
    reader.click(&link("Sections"));
    reader.wait_to_see(&text(NEW_VERSION));
    assert!(is_marked(reader), "it waits");
    let second = reader.tab();
    reader.go_to_tab(&first);
    reader.wait_to_see(&text(NEW_VERSION));
    assert!(is_marked(reader), "it waits here too");
    reader.click(&button("Use it now"));
    for tab in [&first, &second] {
        reader.go_to_tab(tab);
        wait_for_another_version(reader, &before);
        reader.wait_until_app_is("ready");
        mark(reader);
        reader.wait_until_offline_is("ready");
        assert!(is_marked(reader), "it comes once");
        assert!(!reader.sees(&text(NEW_VERSION)));
    }
    reader.close_tab(&first);
}

fn a_new_version_is_not_mixed_into_the_old_one(reader: &mut Reader) {
    visit(reader, ISSUE);
    let before = version(reader);
    let next = next_week().with_another_program();
    reader.site.deploy(next.path());
    // Never loaded, so that the server's page is of the new version; the old glue is gone there.
    reader.open(NEWEST);
    reader.wait_to_see(&heading("Week Ending July 19, 2026"));
    assert_eq!(version(reader), before);
    reader.wait_to_see(&text(NEW_VERSION));
    reader.click(&button("Use it now"));
    wait_for_another_version(reader, &before);
    reader.wait_until_app_is("ready");
    reader.open("/");
    reader.wait_to_see(&link("Week Ending July 26, 2026").first());
}

fn a_text_that_was_replaced_under_the_page_is_shown_as_it_is_now(reader: &mut Reader) {
    reader.open("/");
    reader.wait_until_offline_is("ready");
    mark(reader);
    let next = Edition::of_the_site().with_post(
        "2021-02-28-update.md",
        "---\ntitle: Week Ending February 28, 2021\ndate: 2021-03-02 03:45:00\n---\n\n## Short\n\n- Not much.\n",
    );
    reader.site.deploy(next.path());
    reader.click(&link("Remove Bazel;…").inside(region("Archive")));
    reader.wait_to_see(&heading("Short"));
    assert!(is_marked(reader));
}

fn an_index_that_was_replaced_under_the_page_is_searched_as_it_is_now(reader: &mut Reader) {
    // Without a worker that has kept the index.
    reader.site.answer("service-worker.js", Answer::Status(404));
    reader.open("/");
    mark(reader);
    let next = next_week();
    reader.site.deploy(next.path());
    reader.click(&search_box());
    reader.press("lantern");
    reader.wait_to_see(&link("A lantern was lit.…"));
    assert!(is_marked(reader));
}

fn a_broken_manifest_changes_nothing_until_it_is_whole(reader: &mut Reader) {
    visit(reader, ISSUE);
    mark(reader);
    let next = next_week();
    reader.site.deploy(next.path());
    let whole = reader.site.bytes(&reader.site.file("archive-", ".bin"));
    reader.site.answer(".bin", Answer::Bytes(whole[..whole.len() / 2].to_vec()));
    reader.click(&link("Sections"));
    reader.wait_to_see(&heading("Sections"));
    reader.site.wait_for_request(&reader.site.file("archive-", ".bin"));
    assert!(is_marked(reader));
    reader.site.recover();
    reader.click(&link("Deprecated").first());
    reader.wait_to_see(&link("New: Week Ending July 26, 2026"));
    assert!(is_marked(reader));
}

fn a_manifest_that_is_gone_is_looked_for_under_its_new_name(reader: &mut Reader) {
    let old_page = reader.site.bytes("/index.html");
    let next = next_week();
    reader.site.deploy(next.path());
    // As browsers and hosts keep it for some minutes.
    reader.site.answer("/", Answer::Bytes(old_page));
    reader.open("/");
    reader.wait_to_see(&link("Week Ending July 26, 2026").first());
}

fn version(reader: &Reader) -> String {
    reader.text_from("return document.documentElement.dataset.program", &[])
}

fn wait_for_another_version(reader: &Reader, before: &str) {
    let is_other = "return document.documentElement.dataset.program !== arguments[0]";
    reader.wait_for("another version", is_other, &[json!(before)]);
}

/// Leaves a mark that another document will not have.
fn mark(reader: &Reader) {
    reader.run("window.isMarked = true", &[]);
}

fn is_marked(reader: &Reader) -> bool {
    reader.run("return window.isMarked === true", &[]) == json!(true)
}
