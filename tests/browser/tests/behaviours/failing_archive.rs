//! Without its manifest the archive says what is wrong and can be tried again in place.

use browser_tests::find::{alert, button, heading, text};
use browser_tests::reader::Reader;
use browser_tests::site::Answer;
use serde_json::json;

use crate::sample::ISSUE;

crate::behaviours![
    a_manifest_that_does_not_come_has_words_and_can_be_tried_again,
    a_manifest_that_cannot_be_read_has_words_and_can_be_tried_again,
    a_host_that_answers_everything_with_the_shell_is_seen_through,
];

const MANIFEST: &str = ".bin";
const UNREADABLE: &str = "The archive came in a form that this page cannot read.";

fn a_manifest_that_does_not_come_has_words_and_can_be_tried_again(reader: &mut Reader) {
    check(reader, Answer::Status(404), "The archive is listed, but its text is not there.", "");
    check(
        reader,
        Answer::Status(500),
        "The archive did not come: the site has a problem.",
        "status 500",
    );
    check(reader, Answer::Drop, "The archive cannot be reached.", "");
}

fn a_manifest_that_cannot_be_read_has_words_and_can_be_tried_again(reader: &mut Reader) {
    check(reader, Answer::Bytes(b"garbage".to_vec()), UNREADABLE, "not the Masthead file");
    let whole = reader.site.bytes(&reader.site.file("archive-", MANIFEST));
    // After the four bytes of its name comes the version.
    let mut newer = whole.clone();
    newer[4..6].copy_from_slice(&999_u16.to_le_bytes());
    check(reader, Answer::Bytes(newer), UNREADABLE, "version 999");
    check(
        reader,
        Answer::Bytes(whole[..whole.len() / 2].to_vec()),
        UNREADABLE,
        "cut off or damaged",
    );
}

fn a_host_that_answers_everything_with_the_shell_is_seen_through(reader: &mut Reader) {
    check(reader, Answer::Shell, UNREADABLE, "not the Masthead file");
    reader.site.answer("/nowhere", Answer::Shell);
    reader.open("/nowhere");
    reader.wait_to_see(&heading("There is no such page"));
}

/// Opens an issue while the manifest is answered so; then the site recovers. Each time at a site of its
/// own, since browsers keep what did come.
#[track_caller]
fn check(reader: &mut Reader, answer: Answer, headline: &str, detail: &str) {
    reader.move_to_new_site();
    reader.site.answer(MANIFEST, answer);
    reader.open_bare(ISSUE);
    reader.run("window.isStillHere = true", &[]);
    reader.wait_to_see(&text(headline));
    assert!(reader.texts(&alert())[0].contains(detail), "{:?}", reader.texts(&alert()));
    reader.site.recover();
    reader.click(&button("Try again"));
    reader.wait_to_see(&heading("Deprecated"));
    assert!(!reader.sees(&alert()));
    assert_eq!(reader.run("return window.isStillHere", &[]), json!(true));
}
