//! What was read once can be read again without the server.

use browser_tests::find::{button, heading, link, named, search_box, text};
use browser_tests::reader::Reader;
use browser_tests::site::{BASE, Site};
use serde_json::json;

use crate::sample::{ISSUE, ISSUE_FILE};

crate::behaviours![
    what_was_read_can_be_read_when_the_server_is_gone,
    an_issue_that_was_never_opened_waits_for_the_server,
    the_whole_archive_can_be_searched_when_the_server_is_gone,
    files_are_never_answered_with_pages,
    the_program_keeps_its_type,
    what_is_kept_is_named_after_the_site,
    below_a_path_only_that_path_is_answered_for,
    what_the_browser_throws_away_is_fetched_again,
    beginning_again_keeps_what_was_chosen,
];

const OTHER: &str = "/2021/20210302";

fn what_was_read_can_be_read_when_the_server_is_gone(reader: &mut Reader) {
    visit(reader, ISSUE);
    reader.click(&link("Previous…"));
    reader.wait_to_see(&heading("Week Ending May 15, 2022"));
    wait_until_kept(reader, "/2022/20220517.md");
    reader.site.stop();
    reader.come_back();
    reader.open(ISSUE);
    reader.wait_to_see(&heading("Deprecated"));
    reader.click(&link("Previous…"));
    reader.wait_to_see(&heading("Week Ending May 15, 2022"));
    // Firefox, when a driver has it load a page again, goes past the worker.
    reader.open("/2022/20220517");
    reader.wait_to_see(&heading("Week Ending May 15, 2022"));
    // A page that was never loaded is made from the shell.
    reader.open("/");
    reader.wait_to_see(&heading("Last Week in Kubernetes Development"));
    reader.open("/nowhere");
    reader.wait_to_see(&heading("There is no such page"));
}

fn an_issue_that_was_never_opened_waits_for_the_server(reader: &mut Reader) {
    visit(reader, "/");
    reader.site.stop();
    reader.come_back();
    reader.open(OTHER);
    reader.wait_to_see(&text("This issue cannot be reached."));
    reader.site.restart();
    reader.click(&button("Try again"));
    reader.wait_until_gone(&text("This issue cannot be reached."));
}

fn the_whole_archive_can_be_searched_when_the_server_is_gone(reader: &mut Reader) {
    visit(reader, "/");
    reader.site.stop();
    reader.come_back();
    reader.open("/");
    reader.click(&search_box());
    reader.press("119157");
    reader.wait_to_see(&link("#119157: WebSocket Client…"));
    assert!(reader.sees(&named("list", "Results")));
}

fn files_are_never_answered_with_pages(reader: &mut Reader) {
    visit(reader, "/");
    reader.site.stop();
    let fate = "return fetch(arguments[0]).then(
        async (answer) => `${answer.status} ${answer.headers.get('content-type')}`, () => 'none')";
    for path in
        ["/feed.xml", "/deadlines.ics", "/archive.json", "/embed/latest", "/2018/20180114.md"]
    {
        let answer = reader.wait_for(path, fate, &[json!(path)]);
        assert_eq!(answer, json!("none"), "{path}");
    }
}

fn the_program_keeps_its_type(reader: &mut Reader) {
    visit(reader, "/");
    let wasm = reader.site.file("masthead-", ".wasm");
    reader.site.stop();
    let kind = "return fetch(arguments[0]).then((answer) => answer.headers.get('content-type'))";
    assert_eq!(reader.wait_for("the program", kind, &[json!(wasm)]), json!("application/wasm"));
}

fn what_is_kept_is_named_after_the_site(reader: &mut Reader) {
    visit(reader, ISSUE);
    let names = "return caches.keys().then((names) => names.every((name) => name.startsWith('masthead:/:')))";
    assert_eq!(reader.wait_for("own names", names, &[]), json!(true));
}

fn below_a_path_only_that_path_is_answered_for(reader: &mut Reader) {
    let folder = Site::built_below().unwrap_or_else(|missing| panic!("{missing}"));
    reader.site = Site::serve_below(BASE, folder);
    visit(reader, "/lwkd/2023/20230905");
    let scope = "return navigator.serviceWorker.ready.then(({ scope }) => new URL(scope).pathname)";
    assert_eq!(reader.wait_for("a scope", scope, &[]), json!(BASE));
    let names = "return caches.keys().then((names) =>
        names.length > 0 && names.every((name) => name.startsWith('masthead:/lwkd/:')))";
    assert_eq!(reader.wait_for("own names", names, &[]), json!(true));
    reader.site.stop();
    reader.come_back();
    reader.open("/lwkd/2023/20230905");
    reader.wait_to_see(&heading("Deprecated"));
    reader.open("/lwkd/sections");
    reader.wait_to_see(&heading("Sections"));
    assert_eq!(reader.wait_for("own names", names, &[]), json!(true));
}

fn what_the_browser_throws_away_is_fetched_again(reader: &mut Reader) {
    visit(reader, ISSUE);
    let throw_away = "return caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))";
    reader.wait_for("empty caches", throw_away, &[]);
    reader.come_back();
    visit(reader, ISSUE);
    reader.site.stop();
    reader.come_back();
    reader.open(ISSUE);
    reader.wait_to_see(&heading("Deprecated"));
}

fn beginning_again_keeps_what_was_chosen(reader: &mut Reader) {
    visit(reader, "/saved");
    reader.click(&button("Theme: system"));
    reader.wait_for("a cache of another site", "return caches.open('other').then(() => true)", &[]);
    reader.run("window.isOld = true", &[]);
    reader.click(&button("Begin again…"));
    reader.wait_for("another document", "return !window.isOld && document.body", &[]);
    reader.wait_until_offline_is("ready");
    assert!(reader.sees(&button("Theme: light")));
    let is_there = "return caches.has('other')";
    assert_eq!(reader.wait_for("the cache of the other site", is_there, &[]), json!(true));
    reader.wait_for("an empty list", "return caches.delete('other')", &[]);
}

/// Opens a page and stays until it can be read without the server.
pub(crate) fn visit(reader: &Reader, path: &str) {
    reader.open(path);
    reader.wait_until_offline_is("ready");
}

/// Waits until a text is kept.
pub(crate) fn wait_until_kept(reader: &Reader, path: &str) {
    assert!(path.ends_with(".md"), "{path} is a text, as {ISSUE_FILE} is");
    let is_kept =
        "return caches.match(location.origin + arguments[0], { ignoreSearch: true }).then(Boolean)";
    reader.wait_for(&format!("{path} among what is kept"), is_kept, &[json!(path)]);
}
