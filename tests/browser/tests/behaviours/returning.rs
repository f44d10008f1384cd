//! Back, forward and reload bring the reader to where they were, within a line.

use browser_tests::find::{Finder, button, heading, link, region};
use browser_tests::reader::Reader;
use browser_tests::site::Answer;
use serde_json::json;

use crate::sample::ISSUE;

crate::behaviours![
    back_and_forward_restore_place_and_focus,
    back_to_a_page_that_has_to_be_loaded_restores_its_place,
    back_to_a_section_that_had_grown_restores_its_place,
    back_undoes_a_page_and_not_a_choice,
    reload_keeps_the_place,
];

/// One line of text, in CSS pixels.
const LINE: f64 = 24.0;

fn back_and_forward_restore_place_and_focus(reader: &mut Reader) {
    reader.open("/");
    let old = link("Remove Bazel;…").inside(region("Archive"));
    let left = click_and_note_place(reader, &old);
    reader.wait_for_focus(&heading("Week Ending February 28, 2021"));
    let promotions = heading("Promotions");
    let read = scroll_to(reader, &promotions);
    reader.go_back();
    reader.wait_for_focus(&old);
    wait_for_place(reader, &old, left);
    assert_eq!(reader.heard(), "Last Week in Kubernetes Development");
    reader.go_forward();
    reader.wait_to_see(&heading("Week Ending February 28, 2021"));
    wait_for_place(reader, &promotions, read);
}

fn back_to_a_page_that_has_to_be_loaded_restores_its_place(reader: &mut Reader) {
    let next = link("Next issue…");
    leave_fonts_out(reader);
    reader.open(ISSUE);
    let left = click_and_note_place(reader, &next);
    reader.wait_to_be_at("/2023/20231219");
    reader.reload();
    reader.go_back();
    reader.wait_to_be_at(ISSUE);
    reader.wait_for_focus(&next);
    wait_for_place(reader, &next, left);
}

fn back_to_a_section_that_had_grown_restores_its_place(reader: &mut Reader) {
    let oldest = link("Week Ending January 14, 2018");
    reader.open("/sections/other-merges");
    reader.scroll_until(&oldest);
    reader.wait_until_gone(&link("Show older issues"));
    let left = click_and_note_place(reader, &oldest);
    reader.wait_to_be_at("/2018/20180114");
    reader.go_back();
    reader.wait_for_focus(&oldest);
    wait_for_place(reader, &oldest, left);
}

fn back_undoes_a_page_and_not_a_choice(reader: &mut Reader) {
    reader.open("/");
    reader.click(&link("Read the issue"));
    reader.click(&button("Promotions,…"));
    reader.wait_to_be_at("/2026/20260723?section=promotions");
    reader.click(&button("Shoutouts,…"));
    reader.wait_to_be_at("/2026/20260723?section=promotions,shoutouts");
    reader.go_back();
    reader.wait_to_be_at("/");
    reader.wait_to_see(&region("Archive"));
    reader.go_forward();
    reader.wait_to_be_at("/2026/20260723?section=promotions,shoutouts");
}

fn reload_keeps_the_place(reader: &mut Reader) {
    leave_fonts_out(reader);
    reader.open(ISSUE);
    let merges = heading("Other Merges");
    let left = scroll_to(reader, &merges);
    reader.reload();
    wait_for_place(reader, &merges, left);
}

/// A font that comes late is used from the next page on, so that chance would decide whether all
/// lines are as long after loading the page again.
fn leave_fonts_out(reader: &Reader) {
    reader.site.answer(".woff2", Answer::Status(404));
}

/// Brings something into the middle of the window; how far below the window's top it is then, in
/// CSS pixels. Not how far the page is scrolled: what is above may be measured again.
fn scroll_to(reader: &Reader, finder: &Finder) -> f64 {
    let element = reader.wait_to_see(finder).to_value();
    reader.run("arguments[0].scrollIntoView({ block: 'center' })", std::slice::from_ref(&element));
    reader.wait_for_paint();
    reader.number_from("return arguments[0].getBoundingClientRect().top", &[element])
}

/// Clicks on a link; how far below the window's top it was at that moment.
fn click_and_note_place(reader: &Reader, link: &Finder) -> f64 {
    reader.run(
        "addEventListener('click', ({ target }) => { window.leftAt = target.closest('a').getBoundingClientRect().top },
            { capture: true, once: true })",
        &[],
    );
    reader.click(link);
    reader.number_from("return window.leftAt", &[])
}

#[track_caller]
fn wait_for_place(reader: &Reader, finder: &Finder, top: f64) {
    reader.wait_for(
        &format!("{finder:?} {top} pixels below the window's top"),
        "const found = theOne(arguments[0]);
        return found && Math.abs(found.getBoundingClientRect().top - arguments[1]) <= arguments[2]",
        &[finder.to_value(), json!(top), json!(LINE)],
    );
}
