//! What the reader's system asks for: a dark theme, few colours, less motion, paper. Only Chromium lets
//! a test ask.

use browser_tests::find::{button, link, some};
use browser_tests::reader::Reader;
use serde_json::json;

use crate::sample::ISSUE;

crate::behaviours![
    the_theme_follows_the_system_without_a_choice,
    a_choice_shows_in_forced_colours,
    nothing_moves_where_motion_is_not_wanted,
    paper_has_the_text_and_not_the_controls,
];

fn the_theme_follows_the_system_without_a_choice(reader: &mut Reader) {
    reader.open(ISSUE);
    let paper = "return getComputedStyle(document.documentElement).backgroundColor";
    let mut papers = ["light", "dark"].map(|scheme| {
        emulate(reader, "prefers-color-scheme", scheme);
        reader.text_from(paper, &[])
    });
    assert_ne!(papers[0], papers[1]);
    // What the system says does not matter to those who have chosen.
    reader.click(&button("Theme: system"));
    papers[1] = reader.text_from(paper, &[]);
    assert_eq!(papers[0], papers[1]);
}

fn a_choice_shows_in_forced_colours(reader: &mut Reader) {
    emulate(reader, "forced-colors", "active");
    reader.open(&format!("{ISSUE}?section=deprecated"));
    let look = |name: &str| {
        reader.text_from(
            "const style = getComputedStyle(arguments[0]);
            return ['backgroundColor', 'color', 'borderTopColor', 'borderTopStyle', 'outlineStyle', 'textDecorationLine'].map((key) => style[key]).join()",
            &[reader.wait_to_see(&button(name)).to_value()],
        )
    };
    assert_ne!(look("Deprecated,…"), look("Promotions,…"));
    assert_eq!(look("Other Merges,…"), look("Promotions,…"));
}

fn nothing_moves_where_motion_is_not_wanted(reader: &mut Reader) {
    emulate(reader, "prefers-reduced-motion", "reduce");
    reader.open(ISSUE);
    let moving = "return [...document.querySelectorAll('*')].filter((element) => {
        const style = getComputedStyle(element);
        return [...style.transitionDuration.split(','), ...style.animationDuration.split(',')].some((time) => parseFloat(time) > 0.001)
            || style.scrollBehavior === 'smooth';
    }).map((element) => element.outerHTML.slice(0, 80))";
    assert_eq!(reader.texts_from(moving, &[]), Vec::<String>::new());
}

fn paper_has_the_text_and_not_the_controls(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.command_chromium("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    assert!(!reader.sees(&some("searchbox")));
    assert!(!reader.sees(&button("Deprecated,…")));
    assert!(!reader.sees(&link("Copy link to: Deprecated")));
    let text = reader.text_from("return document.querySelector('main').innerText", &[]);
    assert!(text.contains("SchedulerPolicyConfigMapKey"), "{text}");
    reader.command_chromium("Emulation.setEmulatedMedia", &json!({ "media": "" }));
}

fn emulate(reader: &Reader, feature: &str, value: &str) {
    let features = json!({ "features": [{ "name": feature, "value": value }] });
    reader.command_chromium("Emulation.setEmulatedMedia", &features);
}
