//! A search that cannot be answered says why, and the page goes on.

use browser_tests::find::{button, heading, link, text};
use browser_tests::reader::Reader;
use browser_tests::site::Answer;

crate::behaviours![
    a_part_that_does_not_come_can_be_asked_for_again,
    an_index_that_has_been_replaced_is_said_to_have_moved,
    a_broken_index_is_said_to_be_broken,
    an_index_of_another_version_is_said_to_be_one,
    a_program_that_cannot_run_leaves_the_rest,
];

const QUERY: &str = "/search?q=websocket";

fn a_part_that_does_not_come_can_be_asked_for_again(reader: &mut Reader) {
    reader.site.answer("root.bin", Answer::Drop);
    reader.open(QUERY);
    reader.wait_to_see(&text("The search cannot be reached."));
    reader.site.recover();
    reader.click(&button("Try again"));
    reader.wait_to_see(&link("#119157: WebSocket Client…"));
}

fn an_index_that_has_been_replaced_is_said_to_have_moved(reader: &mut Reader) {
    reader.site.answer("root.bin", Answer::Status(404));
    reader.open(QUERY);
    reader.wait_to_see(&text("The search is listed, but its index is not there."));
}

fn a_broken_index_is_said_to_be_broken(reader: &mut Reader) {
    for bytes in [Vec::new(), b"no index".to_vec(), vec![0xff; 4000]] {
        reader.move_to_new_site();
        reader.site.answer("root.bin", Answer::Bytes(bytes));
        reader.open(QUERY);
        reader.wait_to_see(&text("The search came in a form that this page cannot read."));
    }
}

fn an_index_of_another_version_is_said_to_be_one(reader: &mut Reader) {
    // The magic of an index, then a version that no program reads.
    let bytes = [b"MSRC".as_slice(), &[0xff; 40]].concat();
    reader.site.answer("root.bin", Answer::Bytes(bytes));
    reader.open(QUERY);
    reader.wait_to_see(&text("The search is of another version than the program that reads it."));
}

fn a_program_that_cannot_run_leaves_the_rest(reader: &mut Reader) {
    reader.site.answer("worker.js", Answer::Status(404));
    reader.open(QUERY);
    reader.wait_to_see(&text("The search cannot run in this browser."));
    reader.click(&link("Sections"));
    reader.wait_to_see(&heading("Sections"));
}
