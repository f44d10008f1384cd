//! Choosing sections hides the others and changes nothing else.

use browser_tests::find::{button, heading, link, region, text};
use browser_tests::reader::Reader;
use serde_json::json;

use crate::sample::ISSUE;

crate::behaviours![
    one_and_several_sections_of_an_issue_are_shown,
    what_remains_keeps_its_order_ids_and_links,
    a_choice_is_said_and_moves_nothing,
    the_home_page_is_narrowed_to_issues_with_the_section,
    a_year_is_narrowed_to_issues_with_the_section,
    a_link_into_a_hidden_section_shows_it,
    a_section_that_does_not_exist_hides_nothing,
    a_link_can_open_an_issue_with_a_section_chosen,
];

/// The texts of the headings of the sections that are shown.
const SECTIONS: &str =
    "return [...document.querySelectorAll('main section > h2')].filter(isShown).map(nameOf)";

fn one_and_several_sections_of_an_issue_are_shown(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.click(&button("Deprecated,…"));
    reader.wait_to_be_at(&format!("{ISSUE}?section=deprecated"));
    assert_eq!(reader.texts_from(SECTIONS, &[]), ["Deprecated"]);
    reader.wait_to_see(&text("Showing 1 of 9 sections"));
    reader.click(&button("Promotions,…"));
    // The order of the archive's sections, whatever is pressed first.
    let address = format!("{ISSUE}?section=promotions,deprecated");
    reader.wait_to_be_at(&address);
    reader.reload();
    assert_eq!(reader.address(), address);
    assert_eq!(reader.texts_from(SECTIONS, &[]), ["Promotions", "Deprecated"]);
    reader.wait_to_see(&text("Showing 2 of 9 sections"));
    for (name, is_pressed) in
        [("Deprecated,…", "true"), ("Other Merges,…", "false"), ("All", "false")]
    {
        assert_eq!(
            reader.attribute(&button(name), "aria-pressed").as_deref(),
            Some(is_pressed),
            "{name}"
        );
    }
    reader.click(&button("All"));
    reader.wait_to_be_at(ISSUE);
    assert_eq!(reader.texts_from(SECTIONS, &[]).len(), 9);
    assert!(!reader.sees(&text("Showing 9 of 9 sections")));
}

fn what_remains_keeps_its_order_ids_and_links(reader: &mut Reader) {
    let shown = "return [...document.querySelectorAll('main section :is([id], a[href])')].filter(isShown)
        .filter((element) => arguments[0].includes(nameOf(element.closest('section').querySelector('h2'))))
        .map((element) => `${element.id} ${element.getAttribute('href')}`)";
    let chosen = json!(["Other Merges", "Deprecated"]);
    reader.open(ISSUE);
    let before = reader.texts_from(shown, std::slice::from_ref(&chosen));
    assert!(before.len() > 40, "{before:?}");
    reader.click(&button("Deprecated,…"));
    reader.click(&button("Other Merges,…"));
    reader.wait_to_see(&text("Showing 2 of 9 sections"));
    assert_eq!(reader.texts_from(shown, &[chosen]), before);
}

fn a_choice_is_said_and_moves_nothing(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.run("window.isStillHere = true", &[]);
    let title = reader.title();
    reader.click(&button("Deprecated,…"));
    let all =
        reader.number_from("return document.querySelectorAll('main section .item').length", &[]);
    reader.wait_to_hear(&format!("5 of {all} items shown"));
    reader.wait_for_focus(&button("Deprecated,…"));
    assert_eq!(reader.title(), title);
    assert_eq!(reader.run("return window.isStillHere", &[]), json!(true));
}

fn the_home_page_is_narrowed_to_issues_with_the_section(reader: &mut Reader) {
    reader.open("/");
    reader.click(&button("Reversions,…"));
    reader.wait_to_be_at("/?section=reversions");
    let is_narrow = |reader: &Reader| {
        reader.wait_to_see(&text("Showing 1 of 16 issues Show all"));
        reader.wait_to_see(&link("Antonio Murdaca…").inside(region("Archive")));
        assert!(!reader.sees(&heading("2026…").inside(region("Archive"))));
        reader.wait_to_see(&heading("2018 1 issue"));
    };
    is_narrow(reader);
    reader.reload();
    is_narrow(reader);
    reader.click(&button("All"));
    reader.wait_to_be_at("/");
    reader.wait_to_see(&heading("2018 2 issues"));
}

fn a_year_is_narrowed_to_issues_with_the_section(reader: &mut Reader) {
    reader.open("/2022");
    reader.click(&button("Promotions,…"));
    reader.wait_to_be_at("/2022?section=promotions");
    reader.wait_to_see(&text("Showing 1 of 3 issues"));
    reader.reload();
    reader.wait_to_see(&text("Showing 1 of 3 issues"));
    reader.click(&button("All"));
    reader.wait_to_see(&text("3 issues"));
}

fn a_link_into_a_hidden_section_shows_it(reader: &mut Reader) {
    reader.open(&format!("{ISSUE}?section=deprecated#promotions"));
    reader.wait_for_focus(&heading("Promotions"));
    assert_eq!(reader.texts_from(SECTIONS, &[]), ["Promotions", "Deprecated"]);
    // The choice itself stays as it was.
    assert_eq!(reader.attribute(&button("Promotions,…"), "aria-pressed").as_deref(), Some("false"));
}

fn a_section_that_does_not_exist_hides_nothing(reader: &mut Reader) {
    reader.open(&format!("{ISSUE}?section=nonsense"));
    assert_eq!(reader.texts_from(SECTIONS, &[]).len(), 9);
    assert!(!reader.sees(&text("Showing…")));
}

fn a_link_can_open_an_issue_with_a_section_chosen(reader: &mut Reader) {
    reader.open("/");
    reader.click(&link("Promotions").inside(region("Week Ending July 19, 2026")));
    reader.wait_to_be_at("/2026/20260723?section=promotions");
    reader.wait_to_see(&heading("Promotions"));
    assert_eq!(reader.texts_from(SECTIONS, &[]), ["Promotions"]);
}
