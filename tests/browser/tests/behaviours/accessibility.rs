//! axe-core finds nothing on any kind of page, wide and narrow, light and dark. Pages for frames are looked at
//! in `embedding_accessibility`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use browser_tests::find::{button, heading, named, text};
use browser_tests::reader::Reader;
use browser_tests::site::Answer;
use serde_json::{Value, json};

use crate::sample::{ISSUE, ISSUE_FILE};

crate::behaviours![
    the_home_page_is_accessible,
    a_year_is_accessible,
    an_issue_is_accessible,
    the_list_of_sections_is_accessible,
    a_section_is_accessible,
    the_deadlines_are_accessible,
    a_plain_page_is_accessible,
    a_search_is_accessible,
    a_missing_page_is_accessible,
    what_was_read_and_is_new_is_accessible,
    a_failure_is_accessible,
    a_filtered_issue_is_accessible,
    the_dialog_is_accessible,
];

/// Names axe-core's file, where set-up has not put it.
const AXE_VARIABLE: &str = "MASTHEAD_AXE";

fn the_home_page_is_accessible(reader: &mut Reader) {
    check_page(reader, "/");
}

fn a_year_is_accessible(reader: &mut Reader) {
    check_page(reader, "/2023");
}

fn an_issue_is_accessible(reader: &mut Reader) {
    check_page(reader, ISSUE);
    // With a table, footnotes and a task list.
    check_page(reader, "/2025/20251222");
}

fn the_list_of_sections_is_accessible(reader: &mut Reader) {
    check_page(reader, "/sections");
}

fn the_deadlines_are_accessible(reader: &mut Reader) {
    check_page(reader, "/deadlines");
}

fn a_section_is_accessible(reader: &mut Reader) {
    check_page(reader, "/sections/deprecated");
}

fn a_plain_page_is_accessible(reader: &mut Reader) {
    check_page(reader, "/authors");
}

fn a_search_is_accessible(reader: &mut Reader) {
    check_page(reader, "/search");
    check_page(reader, "/search?q=metrics");
    check_page(reader, "/search?q=florgnax");
}

fn what_was_read_and_is_new_is_accessible(reader: &mut Reader) {
    for (name, value) in [
        ("read", "0/2021/20210302"),
        ("unfinished", "/2023/20230905#deprecated"),
        ("visit", "0 1767000000 0"),
    ] {
        let keep = "localStorage.setItem(`masthead:/:${arguments[0]}`, arguments[1])";
        reader.run(keep, &[json!(name), json!(value)]);
    }
    check_page(reader, "/");
    check_page(reader, "/2021");
    check_page(reader, "/2021/20210302");
    check_page(reader, "/saved");
}

fn a_missing_page_is_accessible(reader: &mut Reader) {
    check_page(reader, "/nowhere");
}

fn a_failure_is_accessible(reader: &mut Reader) {
    reader.site.answer("service-worker.js", Answer::Status(404));
    reader.site.answer(ISSUE_FILE, Answer::Status(500));
    reader.site.answer(ISSUE, Answer::Shell);
    check_page(reader, ISSUE);
    // The browser has kept the manifest of that one.
    reader.move_to_new_site();
    reader.site.answer("service-worker.js", Answer::Status(404));
    reader.site.answer(ISSUE, Answer::Shell);
    reader.site.answer(".bin", Answer::Status(500));
    check_page(reader, ISSUE);
}

fn a_filtered_issue_is_accessible(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.click(&button("Deprecated,…"));
    reader.wait_to_see(&text("Showing 1 of 9 sections"));
    check(reader, "filtered");
}

fn the_dialog_is_accessible(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.click(&button("Keyboard shortcuts"));
    reader.wait_to_see(&named("dialog", "Keyboard shortcuts"));
    reader.wait_to_see(&heading("Keyboard shortcuts"));
    check(reader, "dialog");
}

fn check_page(reader: &Reader, path: &str) {
    reader.open(path);
    check(reader, path);
    reader.open_narrow(path, 390);
    check(reader, &format!("{path} at 390 px"));
}

/// All rules in the light theme; in the dark one those about colours.
pub(crate) fn check(reader: &Reader, what: &str) {
    check_all_but(reader, what, &json!({}));
}

/// As [`check`], but for the rules that `rules` switch off.
pub(crate) fn check_all_but(reader: &Reader, what: &str, rules: &Value) {
    reader.run(&format!("{}; window.axe = axe", axe()), &[]);
    for (theme, options) in [
        ("light", json!({ "resultTypes": ["violations"], "rules": rules })),
        (
            "dark",
            json!({ "resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"] }),
        ),
    ] {
        reader.run("document.documentElement.dataset.theme = arguments[0]", &[json!(theme)]);
        reader.wait_for_paint();
        reader.run("window.found = null; setTimeout(async (options) => { window.found = await axe.run(options) }, 0, arguments[0])", &[options]);
        let found = reader.wait_for("axe's findings", "return window.found", &[]);
        let findings: Vec<_> =
            found["violations"].as_array().into_iter().flatten().map(finding).collect();
        assert!(
            found["passes"].as_array().is_some_and(|passes| !passes.is_empty()),
            "axe has looked"
        );
        assert!(findings.is_empty(), "{what}, {theme}:\n{}", findings.join("\n"));
    }
}

/// The rule, and where it is broken.
fn finding(violation: &Value) -> String {
    let places = violation["nodes"].as_array().into_iter().flatten();
    let places = places.map(|node| format!("  {}\n    {}", node["html"], node["failureSummary"]));
    format!("{}: {}\n{}", violation["id"], violation["help"], places.collect::<Vec<_>>().join("\n"))
}

fn axe() -> &'static str {
    static AXE: OnceLock<String> = OnceLock::new();
    AXE.get_or_init(|| {
        let installed = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../target/tools/npm/node_modules/axe-core/axe.min.js");
        let path = env::var_os(AXE_VARIABLE).map_or(installed, PathBuf::from);
        fs::read_to_string(&path).unwrap_or_else(|error| {
            panic!("{}: {error}. Run `cargo xtask setup`, or name axe-core's axe.min.js in {AXE_VARIABLE}", path.display())
        })
    })
}
