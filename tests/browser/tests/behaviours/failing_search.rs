//! A search that cannot be answered says why, and the page goes on.

use browser_tests::find::{button, heading, link, search_box, text};
use browser_tests::reader::Reader;
use browser_tests::site::Answer;

crate::behaviours![
    a_part_that_does_not_come_can_be_asked_for_again,
    an_index_that_has_been_replaced_is_said_to_have_moved,
    a_broken_index_is_said_to_be_broken,
    an_index_of_another_version_is_said_to_be_one,
    a_program_that_cannot_run_leaves_the_rest,
    all_is_said_to_be_here_only_when_it_is,
    what_did_not_come_ahead_is_fetched_again,
    once_all_is_here_no_key_needs_the_network,
    an_index_that_is_too_large_for_memory_is_kept_beside_it,
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

fn all_is_said_to_be_here_only_when_it_is(reader: &mut Reader) {
    reader.site.answer("pack-0.bin", Answer::Drop);
    reader.open(QUERY);
    reader.wait_to_see(&link("#119157: WebSocket Client…"));
    reader.site.wait_for_request("pack-0.bin");
    assert_eq!(state(reader), "ready");
    reader.site.recover();
    reader.click(&search_box());
    reader.press(" client");
    wait_until_complete(reader);
}

fn what_did_not_come_ahead_is_fetched_again(reader: &mut Reader) {
    // It would ask for the pack as well.
    reader.site.answer("service-worker.js", Answer::Status(404));
    reader.site.answer("pack-0.bin", Answer::Status(503));
    reader.open(QUERY);
    reader.site.wait_for_status("pack-0.bin", 503);
    reader.site.recover();
    wait_until_complete(reader);
}

fn once_all_is_here_no_key_needs_the_network(reader: &mut Reader) {
    reader.open(QUERY);
    wait_until_complete(reader);
    type_without_network(reader);
}

fn an_index_that_is_too_large_for_memory_is_kept_beside_it(reader: &mut Reader) {
    reader.open(QUERY);
    reader.site.wait_for_request("worker.js");
    let requests = reader.site.requests();
    let worker = requests.iter().find(|request| request.target.ends_with("worker.js")).unwrap();
    let text = String::from_utf8(reader.site.bytes(&worker.target)).unwrap();
    let small = text.replace("MEMORY_BYTES = 3_000_000", "MEMORY_BYTES = 1_000");
    assert_ne!(small, text);
    reader.move_to_new_site();
    reader.site.answer("worker.js", Answer::Bytes(small.into_bytes()));
    reader.open(QUERY);
    wait_until_complete(reader);
    type_without_network(reader);
}

/// Types a search that has parts of its own, while nobody answers.
fn type_without_network(reader: &mut Reader) {
    reader.site.stop();
    reader.click(&search_box());
    for (words, found) in [
        ("cdi devic", "KEP-4009: Add CDI devices…"),
        ("conntarck", "kube-proxy drops invalid packets…"),
    ] {
        reader.run("document.querySelector('#search').select()", &[]);
        reader.press(words);
        reader.wait_to_see(&link(found));
    }
}

fn state(reader: &Reader) -> String {
    reader.text_from("return document.documentElement.dataset.search", &[])
}

fn wait_until_complete(reader: &Reader) {
    let is_complete = "return document.documentElement.dataset.search === 'complete'";
    reader.wait_for("the search is complete", is_complete, &[]);
}
