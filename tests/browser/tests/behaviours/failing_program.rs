//! Where the program does not start, the page stays as it was and says so; while it is on its way, it
//! does not.

use browser_tests::find::{alert, button, heading, link};
use browser_tests::reader::Reader;
use browser_tests::site::Answer;

use crate::sample::ISSUE;

crate::behaviours![
    a_program_that_does_not_come_is_noticed,
    a_program_that_cannot_be_read_is_noticed,
    a_program_that_comes_late_is_waited_for,
];

fn a_program_that_does_not_come_is_noticed(reader: &mut Reader) {
    check(reader, ".wasm", Answer::Status(404));
    check(reader, ".js", Answer::Status(404));
    check(reader, ".wasm", Answer::Drop);
}

fn a_program_that_cannot_be_read_is_noticed(reader: &mut Reader) {
    check(reader, ".wasm", Answer::Bytes(b"no program".to_vec()));
    check(reader, ".js", Answer::Bytes(b"no program".to_vec()));
    check(reader, ".wasm", Answer::Shell);
}

fn a_program_that_comes_late_is_waited_for(reader: &mut Reader) {
    reader.site.answer(".wasm", Answer::Hold);
    reader.open_early(ISSUE);
    reader.site.wait_for_request(".wasm");
    reader.wait_until_app_is("starting");
    assert!(!reader.sees(&alert()));
    reader.site.recover();
    reader.wait_until_app_is("ready");
    reader.wait_to_see(&heading("Deprecated"));
    assert!(!reader.sees(&alert()));
}

/// Opens an issue while a part of the program is answered so. Each time at a site of its own, since
/// browsers keep the parts that did come.
#[track_caller]
fn check(reader: &mut Reader, part: &str, answer: Answer) {
    reader.move_to_new_site();
    reader.site.answer(part, answer);
    reader.open_early(ISSUE);
    reader.wait_until_app_is("failed");
    let notice = reader.texts(&alert());
    assert!(notice.len() == 1 && notice[0].contains("did not start"), "{notice:?}");
    // What needs the program is not offered; the text is there, and its links lead on.
    assert!(!reader.sees(&button("Promotions,…")) && !reader.sees(&button("Theme:…")));
    reader.wait_to_see(&heading("Deprecated"));
    reader.click(&link("Next issue…"));
    reader.wait_to_see(&heading("Week Ending December 17, 2023"));
}
