//! What was read, what is new and where the reader left off is remembered on the device.

use browser_tests::find::{Finder, button, heading, link, region, some, text};
use browser_tests::reader::Reader;
use browser_tests::site::{Answer, BASE, Site};
use serde_json::{Value, json};

use crate::sample::{ISSUE, NEWEST};

crate::behaviours![
    an_issue_is_read_when_its_end_was_on_screen,
    a_mere_visit_reads_nothing,
    an_end_counts_only_when_nothing_is_left_out,
    an_issue_is_marked_by_hand_and_that_can_be_taken_back,
    what_came_since_the_last_visit_is_marked_as_new,
    the_home_page_leads_back_to_where_the_reader_left_off,
    another_tab_hears_of_it,
    what_was_read_counts_where_nothing_can_be_kept,
    damaged_memories_do_no_harm,
    choices_that_archives_had_in_common_are_taken_over,
    each_base_path_has_memories_of_its_own,
];

/// The title of [`ISSUE`].
const TITLE: &str = "Week Ending September 3, 2023";

const AT_END: &str = "scrollTo(0, document.body.scrollHeight)";

fn an_issue_is_read_when_its_end_was_on_screen(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.wait_to_see(&button("Mark as read"));
    reader.run(AT_END, &[]);
    reader.wait_to_see(&button("Mark as unread"));
    assert_eq!(kept(reader, "read"), json!(format!("0{ISSUE}")));
    assert_eq!(kept(reader, "unfinished"), Value::Null);
    reader.reload();
    reader.wait_to_see(&text("You have read this issue."));
    for path in ["/", "/2023"] {
        reader.open(path);
        wait_for_marked(reader, "Read", &["Sep 5"]);
    }
}

fn a_mere_visit_reads_nothing(reader: &mut Reader) {
    hurry_on(reader, ISSUE);
    reader.run("scrollTo(0, 500)", &[]);
    reader.wait_for(
        "a place",
        "return localStorage.getItem('masthead:/:unfinished')?.includes('#')",
        &[],
    );
    // The bar with the link is out of the way.
    press_unseen(reader, &link("Sections"));
    reader.wait_to_see(&heading("Sections"));
    wait_for_timers(reader);
    assert_eq!(kept(reader, "read"), Value::Null);
}

fn an_end_counts_only_when_nothing_is_left_out(reader: &mut Reader) {
    hurry_on(reader, ISSUE);
    reader.click(&button("Deprecated,…"));
    reader.wait_to_see(&text("Showing 1 of 9 sections"));
    reader.run(AT_END, &[]);
    wait_for_timers(reader);
    assert!(reader.sees(&button("Mark as read")));
    reader.click(&button("All"));
    reader.run("scrollTo(0, 0)", &[]);
    wait_for_timers(reader);
    reader.run(AT_END, &[]);
    reader.wait_to_see(&button("Mark as unread"));
}

fn an_issue_is_marked_by_hand_and_that_can_be_taken_back(reader: &mut Reader) {
    hurry_on(reader, ISSUE);
    press_unseen(reader, &button("Mark as read"));
    reader.wait_to_hear("Marked as read");
    reader.wait_to_see(&text("You have read this issue."));
    press_unseen(reader, &button("Mark as unread"));
    reader.wait_to_hear("Marked as unread");
    // The reader's word counts from now on.
    reader.run(AT_END, &[]);
    wait_for_timers(reader);
    assert!(reader.sees(&button("Mark as read")));
    assert_eq!(kept(reader, "read"), Value::Null);
}

fn what_came_since_the_last_visit_is_marked_as_new(reader: &mut Reader) {
    // Long ago, when the newest issue was one of December 2025.
    keep(reader, "visit", "1767000000 1767000000 0");
    reader.open("/");
    reader.wait_to_see(&text("1 new issue since your last visit"));
    wait_for_marked(reader, "New", &["Jul 23"]);
    // As long as the visit lasts.
    reader.open("/2026");
    wait_for_marked(reader, "New", &["Jul 23"]);
    reader.open(NEWEST);
    press_unseen(reader, &button("Mark as read"));
    reader.open("/");
    wait_for_marked(reader, "Read", &["Jul 23"]);
    assert!(!reader.sees(&text("1 new issue since your last visit")));
    press_unseen_at(reader, NEWEST, "Mark as unread");
    reader.open("/");
    wait_for_marked(reader, "New", &["Jul 23"]);
    let visit = kept(reader, "visit").as_str().unwrap_or_default().to_owned();
    let (_, newest) = visit.split_once(' ').unwrap_or_default();
    keep(reader, "visit", &format!("1767000000 {newest}"));
    reader.reload();
    wait_for_marked(reader, "New", &[]);
}

fn the_home_page_leads_back_to_where_the_reader_left_off(reader: &mut Reader) {
    reader.open(ISSUE);
    let merges = reader.wait_to_see(&heading("Other Merges")).to_value();
    reader.run("arguments[0].scrollIntoView()", &[merges]);
    let place = reader.wait_for(
        "a place in the issue",
        "const place = localStorage.getItem('masthead:/:unfinished');
        return place?.startsWith(`${arguments[0]}#`) && place.length > arguments[0].length + 1 && place",
        &[json!(ISSUE)],
    );
    reader.open("/");
    reader.click(&link(TITLE));
    reader.wait_to_be_at(place.as_str().unwrap_or_default());
    let merges = reader.wait_to_see(&heading("Other Merges")).to_value();
    reader.wait_for(
        "the heading, where it was or a little above",
        "return Math.abs(arguments[0].getBoundingClientRect().top) < innerHeight / 4",
        &[merges],
    );
    reader.open("/");
    reader.click(&button("Dismiss"));
    reader.wait_until_gone(&link(TITLE));
    reader.reload();
    assert!(!reader.sees(&link(TITLE)));
}

fn another_tab_hears_of_it(reader: &mut Reader) {
    reader.open("/");
    wait_for_marked(reader, "Read", &[]);
    reader.run(
        "const frame = document.body.appendChild(document.createElement('iframe'));
        frame.src = arguments[0]",
        &[json!(ISSUE)],
    );
    let press = "const page = document.querySelector('iframe').contentDocument;
        const isReady = page?.documentElement.dataset.app === 'ready';
        if (isReady) page.querySelector(arguments[0]).click();
        return isReady";
    for button in [".read-mark button", ".theme"] {
        reader.wait_for("the page in the frame", press, &[json!(button)]);
    }
    wait_for_marked(reader, "Read", &["Sep 5"]);
    reader.wait_to_see(&button("Theme: light"));
}

fn what_was_read_counts_where_nothing_can_be_kept(reader: &mut Reader) {
    let closed = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError') } })";
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    for storage in [closed, full] {
        reader.site.answer(".wasm", Answer::Hold);
        reader.open_early(ISSUE);
        reader.wait_for("the whole page", "return document.readyState === 'complete'", &[]);
        reader.run(storage, &[]);
        reader.site.recover();
        reader.wait_until_app_is("ready");
        press_unseen(reader, &button("Mark as read"));
        reader.wait_to_see(&text("You have read this issue."));
        reader.click(&link("On this device"));
        reader.wait_to_see(&text("1 of 16 issues"));
        reader.wait_to_see(&text("This browser does not let the site keep more…"));
        reader.reload();
        reader.wait_to_see(&text("0 of 16 issues"));
        reader.wait_until_gone(&text("This browser does not let the site keep more…"));
    }
}

fn damaged_memories_do_no_harm(reader: &mut Reader) {
    for value in
        ["", "#", "null", "{\"a\":", "\u{0}\u{fffd}", "-1 x 99999999999999999999", "//evil?#"]
    {
        for name in ["read", "unfinished", "visit", "theme", "my-sections", "shortcuts"] {
            keep(reader, name, value);
        }
        reader.open("/");
        wait_for_marked(reader, "Read", &[]);
        wait_for_marked(reader, "New", &[]);
        assert!(!reader.sees(&button("Dismiss")), "{value}");
    }
    // What can be read of it is.
    keep(reader, "read", &format!("0{ISSUE}#?"));
    reader.open("/");
    wait_for_marked(reader, "Read", &["Sep 5"]);
}

fn choices_that_archives_had_in_common_are_taken_over(reader: &mut Reader) {
    reader.run(
        "localStorage.setItem('masthead:theme', 'dark');
        localStorage.setItem('masthead:my-sections', 'promotions')",
        &[],
    );
    reader.site.answer(".wasm", Answer::Hold);
    reader.open_early(ISSUE);
    let theme = "return document.documentElement.dataset.theme";
    assert_eq!(reader.run(theme, &[]), json!("dark"));
    reader.site.recover();
    reader.wait_until_app_is("ready");
    assert_eq!(reader.run(theme, &[]), json!("dark"));
    reader.wait_to_see(&button("Show only my sections"));
    assert_eq!(kept(reader, "theme"), json!("dark"));
    let shared =
        "return ['theme', 'my-sections'].map((name) => localStorage.getItem(`masthead:${name}`))";
    assert_eq!(reader.run(shared, &[]), json!([null, null]));
}

fn each_base_path_has_memories_of_its_own(reader: &mut Reader) {
    let folder = Site::built_below().unwrap_or_else(|missing| panic!("{missing}"));
    reader.site = Site::serve_below(BASE, folder);
    reader.open(BASE);
    reader.run("localStorage.clear(); localStorage.setItem('masthead:/:theme', 'dark')", &[]);
    reader.open(&format!("{BASE}2023/20230905"));
    assert_eq!(
        reader.run("return document.documentElement.dataset.theme ?? null", &[]),
        Value::Null
    );
    press_unseen(reader, &button("Mark as read"));
    reader.click(&button("Theme: system"));
    reader.wait_to_see(&button("Theme: light"));
    // The fonts may have come, or not.
    let keys = "return Object.keys(localStorage).filter((key) => !key.endsWith(':fonts')).sort()";
    assert_eq!(
        reader.texts_from(keys, &[]),
        [
            "masthead:/:theme",
            "masthead:/lwkd/:read",
            "masthead:/lwkd/:theme",
            "masthead:/lwkd/:visit"
        ]
    );
}

/// Opens a page on which no time passes between an act and what is to follow it later.
fn hurry_on(reader: &Reader, path: &str) {
    reader.open(path);
    // Longer times are those that a driver gives its scripts.
    reader.run(
        "const later = setTimeout; window.setTimeout = (act, ms) => later(act, ms > 1000 ? ms : 0)",
        &[],
    );
}

/// Waits until what is on screen is known and has had its consequences, on a page that is hurried.
fn wait_for_timers(reader: &Reader) {
    for _ in 0..3 {
        reader.wait_for_paint();
    }
}

/// Presses a button or link without bringing it into view.
#[track_caller]
fn press_unseen(reader: &Reader, control: &Finder) {
    let control = reader.wait_to_see(control).to_value();
    reader.run("arguments[0].click()", &[control]);
}

fn press_unseen_at(reader: &Reader, path: &str, name: &str) {
    reader.open(path);
    press_unseen(reader, &button(name));
}

/// Waits until exactly the lines that begin with these days have a mark.
#[track_caller]
fn wait_for_marked(reader: &Reader, mark: &str, days: &[&str]) {
    let lines = match reader.address().as_str() {
        "/" => some("listitem").inside(region("Archive")),
        _ => some("listitem"),
    };
    reader.wait_for(
        &format!("{days:?} as {mark}"),
        "const [lines, mark, days] = arguments;
        const isMarked = (line) => [...line.querySelectorAll('span')].some((part) => isShown(part) && wordsOf(part) === mark);
        const marked = everyOne(lines).filter(isMarked);
        return marked.length === days.length && marked.every((line, place) => wordsOf(line).startsWith(days[place]))",
        &[lines.to_value(), json!(mark), json!(days)],
    );
}

fn kept(reader: &Reader, name: &str) -> Value {
    reader.run("return localStorage.getItem(`masthead:/:${arguments[0]}`)", &[json!(name)])
}

fn keep(reader: &Reader, name: &str, value: &str) {
    reader.run(
        "localStorage.setItem(`masthead:/:${arguments[0]}`, arguments[1])",
        &[json!(name), json!(value)],
    );
}
