//! The page of deadlines: what is due and when, where it comes from, and the calendar.

use browser_tests::find::{button, heading, link, text};
use browser_tests::reader::Reader;
use browser_tests::site::Answer;
use serde_json::json;

use crate::sample::NEWEST;

crate::behaviours![
    the_days_that_are_left_come_with_the_program,
    a_deadline_leads_to_the_line_that_announced_it,
    deadlines_that_do_not_come_can_be_tried_again,
];

/// Two weeks before the last deadline of the sample archive.
const CLOCK: &str = "const Real = Date;
    window.Date = class extends Real {
        constructor() { super('2026-08-12T12:00:00Z') }
    }";

fn the_days_that_are_left_come_with_the_program(reader: &mut Reader) {
    reader.site.answer(".wasm", Answer::Hold);
    reader.open_early("/deadlines");
    reader.wait_to_see(&text("v1.37.0"));
    reader.wait_to_see(&text("August 26, 2026"));
    let body = "return document.querySelector('main').textContent.includes('in 14 days')";
    assert_eq!(reader.run(body, &[]), json!(false));
    reader.run(CLOCK, &[]);
    reader.site.recover();
    reader.wait_until_app_is("ready");
    reader.wait_to_see(&text("in 14 days"));
}

fn a_deadline_leads_to_the_line_that_announced_it(reader: &mut Reader) {
    reader.open("/authors");
    reader.click(&link("Deadlines"));
    reader.wait_to_see(&heading("Deadlines"));
    let calendar = reader.attribute(&link("Calendar"), "href");
    assert_eq!(calendar.as_deref(), Some("/deadlines.ics"));
    reader.wait_to_see(&button("Copy its address to subscribe"));
    // Whatever today is, the list of what is over has the older ones.
    reader.run("document.querySelector('details').open = true", &[]);
    reader.click(&link("July 23, 2026").first());
    reader.wait_to_see(&text("Next Deadline: v1.37.0, August 26th"));
    assert!(reader.address().starts_with(&format!("{NEWEST}#i-")), "{}", reader.address());
}

fn deadlines_that_do_not_come_can_be_tried_again(reader: &mut Reader) {
    reader.open("/");
    // The manifest is there already.
    reader.site.answer(".bin", Answer::Status(500));
    reader.click(&link("Deadlines"));
    reader.wait_to_see(&text("This page did not come: the site has a problem."));
    reader.site.recover();
    reader.click(&button("Try again"));
    // Whatever today is, the list of what is over has the older ones.
    let opened = "const past = document.querySelector('main details');
        if (past) past.open = true;
        return past !== null";
    reader.wait_for("the list of what is over", opened, &[]);
    reader.wait_to_see(&text("v1.37.0"));
}
