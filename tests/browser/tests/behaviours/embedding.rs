//! Parts of the archive on another site: every way to ask for them, with and without scripts.

use browser_tests::reader::Reader;
use serde_json::json;

use crate::host::{ELEMENTS, LOADER, listening, visit, wait_for_elements};
use crate::sample::ISSUE;

crate::behaviours![
    every_part_has_the_height_of_its_content,
    what_is_not_there_says_so_in_little_room,
    a_section_or_an_item_is_shown_alone_without_scripts,
    a_sandbox_with_scripts_tells_its_height,
    the_look_is_taken_from_the_address_and_nothing_else_is,
    the_search_box_answers_in_place,
];

/// Every attribute that says what is shown.
const PARTS: [&str; 8] = [
    "issue=latest",
    "issue=2023/20230905",
    "issue=2023/20230905 sections=deprecated",
    "issue=2023/20230905 sections=deprecated,release-schedule",
    "section=deprecated count=2",
    "headlines",
    "saved=deprecations",
    "search",
];

fn every_part_has_the_height_of_its_content(reader: &mut Reader) {
    let elements = PARTS.map(|part| format!("<masthead-embed {part}>Instead</masthead-embed>"));
    let body = elements.concat();
    let _archive = visit(reader, &listening(LOADER), &body);
    for (place, part) in PARTS.iter().enumerate() {
        let scroll = format!(
            "{ELEMENTS} elements[arguments[0]].scrollIntoView(); return isShown(elements[arguments[0]])"
        );
        reader.wait_for("a frame with a height", &scroll, &[json!(place)]);
        let height = reader.number_from(
            &format!("{ELEMENTS} return heightOf(elements[arguments[0]])"),
            &[json!(place)],
        );
        reader.go_into(&format!("{ELEMENTS} return frameOf(elements[{place}])"));
        let content = reader.number_from(
            "return document.querySelector('.widget').getBoundingClientRect().height",
            &[],
        );
        assert!((content - height).abs() < 2.0, "{part}: {height} for {content}");
        let has_foot = "return document.querySelector('.widget footer')?.checkVisibility()";
        assert_eq!(reader.run(has_foot, &[]), json!(true), "{part}");
        reader.go_out();
    }
}

fn what_is_not_there_says_so_in_little_room(reader: &mut Reader) {
    let body = "<masthead-embed issue=1999/19990101></masthead-embed>
        <masthead-embed issue=2023/20230905 item=i-nothinghere></masthead-embed>
        <masthead-embed issue=2023/20230905 sections=unknown></masthead-embed>";
    let _archive = visit(reader, &listening(LOADER), body);
    wait_for_elements(reader, 3);
    for place in 0..3 {
        reader.wait_for(
            "little room",
            &format!("{ELEMENTS} return heightOf(elements[arguments[0]]) < 240"),
            &[json!(place)],
        );
        reader.go_into(&format!("{ELEMENTS} return frameOf(elements[{place}])"));
        let said = "const said = document.querySelector('.missing'); return said.checkVisibility() && said.querySelector('a').href";
        let leads_to = reader.text_from(said, &[]);
        assert!(leads_to.starts_with("http"), "{leads_to}");
        reader.go_out();
    }
}

/// Where no script runs, an engine's driver may not look either; so scripts are kept out by the page's own
/// policy, which a copy of the page with another fragment has too.
fn a_section_or_an_item_is_shown_alone_without_scripts(reader: &mut Reader) {
    let item = item_of(reader);
    let body = format!(
        "<iframe sandbox='allow-same-origin' src='/embed{ISSUE}#only-deprecated'></iframe>
        <iframe sandbox='allow-same-origin' src='/embed{ISSUE}#{item}'></iframe>
        <iframe sandbox='allow-same-origin' src='/embed{ISSUE}'></iframe>"
    );
    let _archive = visit(reader, "", &body);
    let shown = |place: usize, selector: &str| {
        let script = "
            const page = document.querySelectorAll('iframe')[arguments[0]].contentDocument;
            if (!page?.querySelector('footer')) return null;
            const shown = [...page.querySelectorAll(arguments[1])].filter((part) => part.getClientRects().length > 0);
            return { count: shown.length }";
        let found =
            reader.wait_for("the page in the frame", script, &[json!(place), json!(selector)]);
        found["count"].as_u64().unwrap_or_default()
    };
    assert_eq!(shown(0, ".part"), 1);
    assert_eq!(shown(0, "[data-families=deprecated]"), 1);
    assert_eq!(shown(1, ".item"), 1);
    assert_eq!(shown(1, "h2"), 0);
    assert_eq!(shown(2, ".part"), 9);
}

/// The anchor of an item of [`ISSUE`].
fn item_of(reader: &Reader) -> String {
    reader.open(ISSUE);
    reader.text_from("return document.querySelector('.bullet').id", &[])
}

fn a_sandbox_with_scripts_tells_its_height(reader: &mut Reader) {
    let body = format!(
        "<iframe sandbox='allow-scripts' src='ARCHIVE/embed{ISSUE}'></iframe>
        <masthead-embed issue='{ISSUE}' sandbox='allow-scripts allow-popups'></masthead-embed>"
    );
    let _archive = visit(reader, &listening(LOADER), &body);
    reader.wait_for(
        "word of a page without an origin",
        "return heard.some(({ data, origin, frame }) => frame === 0 && origin === 'null' && data.masthead === 1 && data.height > 300)",
        &[],
    );
    wait_for_elements(reader, 1);
}

fn the_look_is_taken_from_the_address_and_nothing_else_is(reader: &mut Reader) {
    let look = "
        const { dataset, style } = document.documentElement;
        return [dataset.theme ?? '', dataset.font ?? '', style.getPropertyValue('--accent'), document.querySelector('.widget').style.maxWidth, String(document.scripts.length)]";
    reader.open_early("/embed/headlines?theme=dark&font=sans&accent=%23b03a2e&width=480");
    assert_eq!(reader.texts_from(look, &[]), ["dark", "sans", "#b03a2e", "480px", "1"]);
    let hostile = "/embed/headlines?theme=%22%3E%3Cscript%3E&font=x%22&accent=red;}body{&width=9&count=-1&sections=%3C&item=%22]";
    reader.open_early(hostile);
    assert_eq!(reader.texts_from(look, &[]), ["", "", "", "", "1"]);
}

fn the_search_box_answers_in_place(reader: &mut Reader) {
    let archive = visit(reader, &listening(LOADER), "<masthead-embed search></masthead-embed>");
    wait_for_elements(reader, 1);
    let is_program = |target: &str| target.ends_with(".wasm") || target.ends_with("search.js");
    let asked =
        archive.requests().into_iter().filter(|request| is_program(&request.target)).count();
    assert_eq!(asked, 0, "nothing is fetched before somebody is about to search");
    reader.go_into(&format!("{ELEMENTS} return frameOf(elements[0])"));
    reader.run("document.querySelector('input').focus()", &[]);
    reader.run(
        "const box = document.querySelector('input'); box.value = 'scheduler'; box.dispatchEvent(new InputEvent('input'))",
        &[],
    );
    let hit = "return document.querySelector('a[data-hit]')?.href";
    let hit = reader.wait_for("a result", hit, &[]);
    let hit = hit.as_str().unwrap_or_default().to_owned();
    assert!(hit.starts_with(&archive.origin()) && hit.contains('#'), "{hit}");
    reader.go_out();
}
