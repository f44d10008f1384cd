//! Pages that show parts of the archive: twice the module, many widgets, strict policies, routers.

use browser_tests::reader::Reader;
use serde_json::json;

use crate::host::{ELEMENTS, LOADER, listening, visit, wait_for_elements};
use crate::sample::ISSUE;

crate::behaviours![
    two_loaders_make_one_element,
    thirty_widgets_on_one_page_all_find_their_height,
    a_strict_policy_needs_two_lines,
    where_frames_are_blocked_the_text_stays,
    a_router_may_take_elements_away_and_bring_others,
    an_attribute_that_changes_changes_the_frame,
];

fn two_loaders_make_one_element(reader: &mut Reader) {
    let twice = format!("{LOADER}<script type=module src='ARCHIVE/embed/v1.js?again'></script>");
    let before = "<script>window.before = Object.keys(window).length</script>";
    let _archive = visit(
        reader,
        &listening(&format!("{before}{twice}")),
        "<masthead-embed headlines></masthead-embed>",
    );
    wait_for_elements(reader, 1);
    let frames = reader.number_from(
        &format!("{ELEMENTS} return elements[0].shadowRoot.querySelectorAll('iframe').length"),
        &[],
    );
    assert!((frames - 1.0).abs() < f64::EPSILON, "{frames}");
    assert_eq!(reader.texts_from("return errors", &[]), Vec::<String>::new());
    // The number itself, and the parameters of the tests' own scripts, are all that has come.
    let names = "return ['archive', 'shown', 'hear', 'plain', 'MastheadEmbed'].filter((name) => name in window)";
    assert_eq!(reader.texts_from(names, &[]), Vec::<String>::new());
}

fn thirty_widgets_on_one_page_all_find_their_height(reader: &mut Reader) {
    let body = "<masthead-embed section=deprecated count=1></masthead-embed>".repeat(30);
    let _archive = visit(reader, &listening(LOADER), &body);
    // In steps, since frames are loaded when they come near.
    for step in 1..=6 {
        let shown = format!(
            "{ELEMENTS}
            const those = elements.slice(0, arguments[0]);
            those.find((element) => !isShown(element))?.scrollIntoView();
            return elements.length === 30 && those.every(isShown)"
        );
        reader.wait_for("heights", &shown, &[json!(5 * step)]);
    }
    let heights = reader.texts_from(
        &format!("{ELEMENTS} return [...new Set(elements.map(heightOf))].map(String)"),
        &[],
    );
    assert_eq!(heights.len(), 1, "{heights:?}");
    let heard = reader.number_from("return heard.length", &[]);
    assert!(heard <= 90.0, "{heard} messages");
}

fn a_strict_policy_needs_two_lines(reader: &mut Reader) {
    let policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src ARCHIVE; frame-src ARCHIVE\">";
    let body = format!(
        "<masthead-embed issue='{ISSUE}'><blockquote>Instead</blockquote></masthead-embed>{LOADER}"
    );
    let _archive = visit(reader, policy, &body);
    wait_for_elements(reader, 1);
    let is_hidden =
        format!("{ELEMENTS} return !elements[0].querySelector('blockquote').checkVisibility()");
    assert_eq!(reader.run(&is_hidden, &[]), json!(true));
}

fn where_frames_are_blocked_the_text_stays(reader: &mut Reader) {
    let policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src ARCHIVE\">";
    let body = format!(
        "<masthead-embed issue='{ISSUE}'><blockquote>Instead</blockquote></masthead-embed>{LOADER}"
    );
    let _archive = visit(reader, policy, &body);
    reader.wait_for("the element", &format!("{ELEMENTS} return frameOf(elements[0])"), &[]);
    let seen = format!(
        "{ELEMENTS} return elements[0].querySelector('blockquote').checkVisibility({{ visibilityProperty: true }}) && !isShown(elements[0])"
    );
    assert_eq!(reader.run(&seen, &[]), json!(true));
}

fn a_router_may_take_elements_away_and_bring_others(reader: &mut Reader) {
    let _archive = visit(
        reader,
        &listening(LOADER),
        "<main><masthead-embed headlines></masthead-embed></main>",
    );
    wait_for_elements(reader, 1);
    // Another page, then back to the first, whose elements are kept and put in again.
    reader.run(
        "history.pushState(null, '', '#other');
        window.kept = document.querySelector('masthead-embed');
        document.querySelector('main').innerHTML = '<masthead-embed section=deprecated></masthead-embed><masthead-embed search></masthead-embed>'",
        &[],
    );
    wait_for_elements(reader, 2);
    reader.run("history.back(); document.querySelector('main').replaceChildren(kept)", &[]);
    wait_for_elements(reader, 1);
    assert_eq!(reader.texts_from("return errors", &[]), Vec::<String>::new());
}

fn an_attribute_that_changes_changes_the_frame(reader: &mut Reader) {
    let _archive = visit(reader, &listening(LOADER), "<masthead-embed headlines></masthead-embed>");
    wait_for_elements(reader, 1);
    reader.run(&format!("{ELEMENTS} elements[0].setAttribute('theme', 'dark')"), &[]);
    reader.go_into(&format!("{ELEMENTS} return frameOf(elements[0])"));
    reader.wait_for("the theme", "return document.documentElement.dataset.theme === 'dark'", &[]);
    reader.go_out();
    reader.run(&format!("{ELEMENTS} elements[0].setAttribute('count', '1')"), &[]);
    wait_for_elements(reader, 1);
    let src = reader.text_from(&format!("{ELEMENTS} return frameOf(elements[0]).src"), &[]);
    assert!(src.ends_with("/embed/headlines?count=1&theme=dark"), "{src}");
}
