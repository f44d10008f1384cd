//! An answer that ends before it is whole.

use browser_tests::find::alert;
use browser_tests::reader::Reader;
use browser_tests::site::Answer;

use crate::sample::{ISSUE, ISSUE_FILE};

crate::behaviours![an_answer_that_breaks_off_is_not_shown_as_whole];

fn an_answer_that_breaks_off_is_not_shown_as_whole(reader: &mut Reader) {
    let mut half = reader.site.bytes(ISSUE_FILE);
    half.truncate(half.len() / 2);
    for answer in [Answer::BreakOff, Answer::Bytes(half), Answer::Bytes(Vec::new())] {
        reader.site.answer(ISSUE_FILE, answer);
        reader.open_bare(ISSUE);
        reader.wait_to_see(&alert());
        assert!(reader.texts(&alert())[0].contains("This issue cannot be reached."));
    }
}
