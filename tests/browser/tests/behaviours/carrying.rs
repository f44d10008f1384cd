//! What was read is carried to another device as a file, and deleted where it is kept.

use browser_tests::find::{button, link, text};
use browser_tests::reader::Reader;
use serde_json::{Value, json};

use crate::sample::ISSUE;

crate::behaviours![
    a_saved_file_brings_back_what_was_deleted,
    a_file_is_added_to_what_is_known,
    a_file_that_is_none_is_refused_with_a_reason,
    each_thing_that_is_kept_can_be_deleted,
];

const PAGE: &str = "/saved";
const DELETE_ALL: &str = "Forget what you have chosen and read";

fn a_saved_file_brings_back_what_was_deleted(reader: &mut Reader) {
    keep_read(reader, "0/2021/20210302#b412");
    reader.open(PAGE);
    wait_for_fonts(reader);
    reader.wait_to_see(&text("1 of 16 issues"));
    let file = saved(reader);
    assert_eq!(
        reader.attribute(&link("Save it as a file"), "download"),
        Some("reading.json".into())
    );

    reader.click(&button(DELETE_ALL));
    reader.wait_to_see(&text("Deleted."));
    reader.wait_to_see(&text("0 of 16 issues"));
    reader.wait_until_gone(&button("Delete: Which issues you have read"));
    assert_eq!(reader.run("return localStorage.length", &[]), json!(0));

    add(reader, &file);
    // The second is an issue that this archive does not have, and is carried along.
    reader.wait_to_see(&text(
        "2 issues added from the file. 0 issues in it had been read here as well.",
    ));
    reader.wait_to_see(&text("1 of 16 issues"));
    reader.click(&button("Undo"));
    reader.wait_to_see(&text("0 of 16 issues"));
    add(reader, &file);
    reader.wait_to_see(&text("1 of 16 issues"));
    assert_eq!(kept(reader, "read"), json!("0/2021/20210302#b412"));
}

fn a_file_is_added_to_what_is_known(reader: &mut Reader) {
    keep_read(reader, "0/2021/20210302");
    reader.open(PAGE);
    let file = saved(reader);
    keep_read(reader, &format!("0{ISSUE}"));
    reader.reload();
    add(reader, &file);
    reader.wait_to_see(&text(
        "1 issue added from the file. 0 issues in it had been read here as well.",
    ));
    reader.wait_to_see(&text("2 of 16 issues"));
    reader.reload();
    reader.click(&text("2 of 16 issues"));
    for title in ["Week Ending September 3, 2023", "Week Ending February 28, 2021"] {
        reader.wait_to_see(&link(title));
    }
}

fn a_file_that_is_none_is_refused_with_a_reason(reader: &mut Reader) {
    keep_read(reader, &format!("0{ISSUE}"));
    reader.open(PAGE);
    let file = saved(reader);
    let newer = file.replace("\"version\": 1", "\"version\": 2");
    let other = file.replace("Last Week in Kubernetes Development", "This Week in Rust");
    let large = format!("{file}{}", " ".repeat(1_000_000));
    for (file, reason) in [
        ("", "That file was not saved by this page…"),
        ("{\"format\": \"masthead-reading\"", "That file was not saved by this page…"),
        ("[[[[]]]]", "That file was not saved by this page…"),
        ("{\"format\": [\"x\"], \"__proto__\": null}", "That file was not saved by this page…"),
        (&newer, "That file was saved by a newer version of this page…"),
        (&other, "That file is about another archive, “This Week in Rust”…"),
        (&large, "That file is far too large…"),
    ] {
        add(reader, file);
        reader.wait_to_see(&text(reason));
        assert!(!reader.sees(&button("Undo")));
    }
    assert_eq!(kept(reader, "read"), json!(format!("0{ISSUE}")));
}

fn each_thing_that_is_kept_can_be_deleted(reader: &mut Reader) {
    keep_read(reader, &format!("0{ISSUE}"));
    reader.open(PAGE);
    wait_for_fonts(reader);
    reader.click(&button("Theme: system"));
    reader.click(&button("Theme: light"));
    for (name, words) in [
        ("theme", "The theme that you have chosen"),
        ("read", "Which issues you have read"),
        ("visit", "When you were here last, and what was new then"),
        ("fonts", "That the fonts of this site have come"),
    ] {
        let before = kept(reader, name);
        assert_ne!(before, Value::Null, "{name}");
        reader.click(&button(&format!("Delete: {words}")));
        reader.wait_until_gone(&button(&format!("Delete: {words}")));
        assert_eq!(kept(reader, name), Value::Null);
        reader.click(&button("Undo"));
        reader.wait_to_see(&button(&format!("Delete: {words}")));
        assert_eq!(kept(reader, name), before);
        reader.click(&button(&format!("Delete: {words}")));
        reader.wait_until_gone(&button(&format!("Delete: {words}")));
    }
    // At once, and not after the page has been loaded again.
    reader.wait_to_see(&button("Theme: system"));
    reader.wait_to_see(&text("0 of 16 issues"));
    assert_eq!(reader.run("return localStorage.length", &[]), json!(0));
}

/// Waits until nothing more is kept by itself.
fn wait_for_fonts(reader: &Reader) {
    reader.wait_for("the fonts", "return localStorage.getItem('masthead:/:fonts')", &[]);
}

/// What the file that can be saved holds.
fn saved(reader: &Reader) -> String {
    let href = reader.attribute(&link("Save it as a file"), "href").unwrap_or_default();
    reader.text_from(
        "return decodeURIComponent(arguments[0].slice(arguments[0].indexOf(',') + 1))",
        &[json!(href)],
    )
}

/// Chooses a file with this text.
fn add(reader: &Reader, file: &str) {
    reader.run(
        "const input = document.querySelector('input[type=file]');
        const chosen = new DataTransfer();
        chosen.items.add(new File([arguments[0]], 'reading.json'));
        input.files = chosen.files;
        input.dispatchEvent(new Event('change', { bubbles: true }))",
        &[json!(file)],
    );
}

fn kept(reader: &Reader, name: &str) -> Value {
    reader.run("return localStorage.getItem(`masthead:/:${arguments[0]}`)", &[json!(name)])
}

fn keep_read(reader: &Reader, read: &str) {
    reader.run("localStorage.setItem('masthead:/:read', arguments[0])", &[json!(read)]);
}
