//! One section across all issues: newest first, growing, each part on its own.

use browser_tests::find::{alert, button, heading, link, text};
use browser_tests::reader::Reader;
use browser_tests::site::Answer;
use serde_json::json;

crate::behaviours![
    it_grows_as_the_reader_comes_to_its_end,
    it_grows_on_a_link,
    its_order_is_that_of_the_issues_and_not_of_their_arrival,
    a_part_that_fails_can_be_tried_again_alone,
];

const PAGE: &str = "/sections/other-merges";

/// The paths of the issues whose parts are on the page.
const PARTS: &str =
    "return [...document.querySelectorAll('main section h2 a')].map((link) => link.pathname)";

fn it_grows_as_the_reader_comes_to_its_end(reader: &mut Reader) {
    reader.open(PAGE);
    let at_first = reader.texts_from(PARTS, &[]).len();
    assert!(at_first < 15, "{at_first}");
    reader.scroll_until(&link("Week Ending January 14, 2018"));
    let all = reader.texts_from(PARTS, &[]);
    assert_eq!(all.len(), 15);
    assert!(all.is_sorted_by(|newer, older| newer > older), "{all:?}");
    reader.wait_until_gone(&link("Show older issues"));
}

fn it_grows_on_a_link(reader: &mut Reader) {
    reader.open(PAGE);
    let more = reader.wait_to_see(&link("Show older issues"));
    let before = reader.texts_from(PARTS, &[]).len();
    // Without going there, which would be reason enough to grow.
    reader.run("arguments[0].click()", &[more.to_value()]);
    reader.wait_for(
        "more issues",
        &format!("const parts = (() => {{ {PARTS} }})(); return parts.length > arguments[0]"),
        &[json!(before)],
    );
    assert!(reader.scroll_y() < 1.0);
}

fn its_order_is_that_of_the_issues_and_not_of_their_arrival(reader: &mut Reader) {
    reader.site.answer("/2026/20260723.md", Answer::Hold);
    reader.open_bare_early(PAGE);
    reader.wait_to_see(&text("Listing a large namespace uses an index").first());
    reader.site.recover();
    reader.wait_until_app_is("ready");
    reader.wait_to_see(&text("StatefulSets gain…").first());
    let parts = reader.texts_from(PARTS, &[]);
    assert_eq!(parts[..3], ["/2026/20260723", "/2025/20251222", "/2025/20250428"]);
}

fn a_part_that_fails_can_be_tried_again_alone(reader: &mut Reader) {
    reader.site.answer("/2025/20251222.md", Answer::Status(500));
    reader.open_bare(PAGE);
    reader.wait_to_see(&text("This issue did not come: the site has a problem."));
    reader.wait_to_see(&text("StatefulSets gain…").first());
    reader.wait_to_see(&link("Week Ending December 21, 2025"));
    reader.site.recover();
    reader.click(&button("Try again"));
    reader.wait_until_gone(&alert());
    reader.wait_to_see(&heading("Week Ending December 21, 2025…"));
}
