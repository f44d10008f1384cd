//! No text waits for a font: the fonts come when nothing else is to be done, for the next page.

use browser_tests::find::heading;
use browser_tests::reader::Reader;
use browser_tests::site::Answer;
use serde_json::{Value, json};

use crate::sample::ISSUE;

crate::behaviours![
    the_first_page_asks_for_fonts_when_the_program_is_there,
    the_next_page_has_the_fonts,
    fonts_that_do_not_come_are_not_counted_on,
];

fn the_first_page_asks_for_fonts_when_the_program_is_there(reader: &mut Reader) {
    reader.site.answer(".wasm", Answer::Hold);
    reader.open_early(ISSUE);
    reader.site.wait_for_request(".wasm");
    assert!(!has_asked_for_fonts(reader));
    reader.site.recover();
    reader.site.wait_for_request(".woff2");
    // What is on the screen stays as it is.
    assert_eq!(has_fonts(reader), json!(false));
}

fn the_next_page_has_the_fonts(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.wait_for("the fonts", "return localStorage.getItem('masthead:/:fonts')", &[]);
    reader.reload();
    reader.wait_to_see(&heading("Deprecated"));
    assert_eq!(has_fonts(reader), json!(true));
}

fn fonts_that_do_not_come_are_not_counted_on(reader: &mut Reader) {
    reader.site.answer(".woff2", Answer::Status(404));
    reader.open(ISSUE);
    reader.site.wait_for_request(".woff2");
    reader.wait_for(
        "all fonts have failed",
        "return [...document.fonts].filter(({ status }) => status === 'error').length >= 3",
        &[],
    );
    reader.reload();
    reader.wait_to_see(&heading("Deprecated"));
    assert_eq!(has_fonts(reader), json!(false));
}

fn has_asked_for_fonts(reader: &Reader) -> bool {
    reader.site.requests().iter().any(|request| request.target.ends_with(".woff2"))
}

/// Whether the text is set in the fonts of the site.
fn has_fonts(reader: &Reader) -> Value {
    reader.run("return getComputedStyle(document.body).fontFamily.includes('Source Serif 4')", &[])
}
