//! A post that does not come, or not as it should, has its own words; the rest of the page is there.

use browser_tests::find::{alert, button, heading, link, region, text};
use browser_tests::reader::Reader;
use browser_tests::site::Answer;
use serde_json::json;

use crate::sample::{ISSUE, ISSUE_FILE};

crate::behaviours![
    an_error_of_the_server_can_be_tried_again_in_place,
    a_server_that_is_gone_is_told_from_one_that_fails,
    a_text_that_is_not_there_is_said_to_be_missing,
    a_text_without_anything_in_it_leaves_the_rest,
    a_text_that_comes_late_leaves_the_title_and_a_shape,
    the_home_page_is_there_without_the_newest_issue,
    a_plain_page_that_fails_can_be_tried_again,
];

const UNREACHABLE: &str = "This issue cannot be reached.";
const MISSING: &str = "This issue is listed, but its text is not there.";
const EMPTY: &str = "This issue has no text that can be shown.";

fn an_error_of_the_server_can_be_tried_again_in_place(reader: &mut Reader) {
    check(reader, Answer::Status(500), "This issue did not come: the site has a problem.");
    assert!(reader.texts(&alert())[0].contains("status 500"));
    reader.run("window.isStillHere = true", &[]);
    // Still broken; then not any more.
    reader.click(&button("Try again"));
    reader.wait_to_see(&text("This issue did not come: the site has a problem."));
    reader.site.recover();
    reader.click(&button("Try again"));
    reader.wait_to_see(&heading("Deprecated"));
    reader.wait_until_gone(&alert());
    assert_eq!(reader.run("return window.isStillHere", &[]), json!(true));
    assert_eq!(reader.address(), ISSUE);
}

fn a_server_that_is_gone_is_told_from_one_that_fails(reader: &mut Reader) {
    check(reader, Answer::Drop, UNREACHABLE);
    reader.site.stop();
    reader.click(&button("Try again"));
    reader.wait_to_see(&text(UNREACHABLE));
    reader.site.restart();
    reader.site.recover();
    reader.click(&button("Try again"));
    reader.wait_to_see(&heading("Deprecated"));
}

fn a_text_that_is_not_there_is_said_to_be_missing(reader: &mut Reader) {
    check(reader, Answer::Status(404), MISSING);
    // Hosts of single-page apps say so in their own way.
    check(reader, Answer::Shell, MISSING);
}

fn a_text_without_anything_in_it_leaves_the_rest(reader: &mut Reader) {
    let length = reader.site.bytes(ISSUE_FILE).len();
    check(reader, Answer::Bytes(vec![b'\n'; length]), EMPTY);
    let mut front_matter = b"---\ntitle: [\n---\n".to_vec();
    front_matter.resize(length, b' ');
    check(reader, Answer::Bytes(front_matter), EMPTY);
}

fn a_text_that_comes_late_leaves_the_title_and_a_shape(reader: &mut Reader) {
    reader.site.answer(ISSUE_FILE, Answer::Hold);
    reader.open_bare_early(ISSUE);
    reader.wait_to_see(&heading("Week Ending September 3, 2023"));
    reader.wait_to_see(&text("Loading"));
    reader.wait_to_see(&link("Next issue…"));
    reader.site.recover();
    reader.wait_to_see(&heading("Deprecated"));
    reader.wait_until_gone(&text("Loading"));
}

fn the_home_page_is_there_without_the_newest_issue(reader: &mut Reader) {
    reader.site.answer("/2026/20260723.md", Answer::Status(503));
    reader.open("/sections");
    reader.click(&link("Last Week in Kubernetes Development…").first());
    reader.wait_to_see(&text("This issue did not come: the site has a problem."));
    reader.wait_to_see(&link("Remove Bazel;…").inside(region("Archive")));
    reader.site.recover();
    reader.click(&button("Try again"));
    reader.wait_to_see(&heading("#140085:…"));
}

fn a_plain_page_that_fails_can_be_tried_again(reader: &mut Reader) {
    reader.site.answer("/authors.md", Answer::Status(500));
    reader.open_bare("/authors");
    reader.wait_to_see(&heading("Authors"));
    reader.wait_to_see(&text("This page did not come: the site has a problem."));
    reader.site.recover();
    reader.click(&button("Try again"));
    reader.wait_to_see(&heading("Using it"));
}

/// Opens an issue whose text is answered so; the words about it stand beside what is known anyway.
#[track_caller]
fn check(reader: &Reader, answer: Answer, words: &str) {
    reader.site.recover();
    reader.site.answer(ISSUE_FILE, answer);
    reader.open_bare(ISSUE);
    reader.wait_to_see(&text(words));
    reader.wait_to_see(&heading("Week Ending September 3, 2023"));
    for way in ["Previous issue…", "Next issue…", "Markdown source"] {
        reader.wait_to_see(&link(way));
    }
    assert_eq!(reader.title(), "Week Ending September 3, 2023 · LWKD");
}
