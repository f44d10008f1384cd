//! Everything can be reached and done with keys alone.

use browser_tests::engine::Engine;
use browser_tests::find::{button, heading, link, main_part, region, some};
use browser_tests::keys;
use browser_tests::reader::{DESKTOP, Reader};
use serde_json::{Value, json};

use crate::sample::{ISSUE, NEWEST};

crate::behaviours![
    the_skip_link_is_first_and_works_on_every_page,
    from_home_to_an_item_and_the_next_issue,
    link_marks_of_items_are_reached_with_arrows,
    a_long_issue_has_few_tab_stops,
    arrow_keys_scroll_the_page,
    nothing_cuts_off_the_ring_around_the_focus,
];

fn the_skip_link_is_first_and_works_on_every_page(reader: &mut Reader) {
    let skip = link("Skip to the text");
    reader.open("/");
    reader.press(keys::TAB);
    reader.wait_for_focus(&skip);
    reader.wait_for(
        "the skip link in view",
        "return document.activeElement.getBoundingClientRect().top >= 0",
        &[],
    );
    reader.press(keys::ENTER);
    reader.wait_for_focus(&main_part());
    // The next stop is in the text, on this page and after following a link.
    reader.click(&link("Read the issue"));
    reader.wait_for_focus(&heading("Week Ending July 19, 2026"));
    reader.run("arguments[0].focus()", &[reader.wait_to_see(&skip).to_value()]);
    reader.press(keys::ENTER);
    reader.wait_for_focus(&main_part());
    reader.press(keys::TAB);
    let is_inside = "return theOne(arguments[0]).contains(document.activeElement)";
    reader.wait_for("the focus in the text", is_inside, &[json!({ "role": "main", "name": null })]);
}

fn from_home_to_an_item_and_the_next_issue(reader: &mut Reader) {
    reader.open("/");
    reader.tab_to(&link("Read the issue").inside(region("Week Ending July 19, 2026")));
    reader.press(keys::ENTER);
    reader.wait_for_focus(&heading("Week Ending July 19, 2026"));
    reader.tab_to(&button("Promotions,…"));
    reader.press(keys::SPACE);
    reader.wait_to_be_at(&format!("{NEWEST}?section=promotions"));
    reader.tab_to(&link("Copy link to: Promotions"));
    reader.press(keys::ARROW_DOWN);
    reader.wait_for_focus(&link("Copy link to: EtcdRangeStream…"));
    reader.press(keys::ENTER);
    reader.wait_for("the item in the address", "return location.hash.startsWith('#i-')", &[]);
    reader.tab_to(&link("Previous issue…"));
    reader.press(keys::ENTER);
    reader.wait_to_be_at("/2025/20251222");
    reader.wait_for_focus(&heading("Week Ending December 21, 2025"));
}

fn link_marks_of_items_are_reached_with_arrows(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.tab_to(&link("Copy link to: Deprecated"));
    let marks = [
        "Copy link to: selectorSpread…",
        "Copy link to: SchedulerPolicyConfigMapKey…",
        "Copy link to: APF…",
    ];
    for mark in marks {
        reader.press(keys::ARROW_DOWN);
        reader.wait_for_focus(&link(mark));
        let box_of = "const { top, bottom } = document.activeElement.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight + 1";
        reader.wait_for("the mark in view", box_of, &[]);
    }
    reader.press(keys::ARROW_UP);
    reader.wait_for_focus(&link(marks[1]));
    assert_eq!(reader.address(), ISSUE);
}

fn a_long_issue_has_few_tab_stops(reader: &mut Reader) {
    reader.open(ISSUE);
    let stops = "return [...document.querySelectorAll('a[href], button, input, [tabindex]')]
        .filter((element) => isShown(element) && element.tabIndex >= 0)
        .map(nameOf).filter((name) => name.startsWith('Copy link') || !arguments[0])";
    let all = reader.texts_from(stops, &[json!(false)]);
    assert!(all.len() < 100, "{} stops", all.len());
    // Of the link marks, those of the nine sections and the two features.
    let marks = reader.texts_from(stops, &[json!(true)]);
    assert_eq!(marks.len(), 11, "{marks:?}");
    let items = reader.names(&some("link").inside(main_part()));
    let item_marks = items.iter().filter(|name| name.starts_with("Copy link")).count();
    assert!(item_marks > 40, "{item_marks} marks in all");
}

fn arrow_keys_scroll_the_page(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.press(keys::ARROW_DOWN);
    reader.wait_for("a scrolled page", "return scrollY > 0", &[]);
    // Once is not enough where the page is still gliding down.
    reader.press(&keys::ARROW_UP.repeat(3));
    reader.wait_for("the top", "return scrollY === 0", &[]);
    assert_eq!(
        reader.run("return document.activeElement === document.body", &[]),
        Value::Bool(true)
    );
}

fn nothing_cuts_off_the_ring_around_the_focus(reader: &mut Reader) {
    // What scrolls or hides cuts off what is outside of its box. How far it scrolls to what has the focus is
    // up to the browser, so the ring counts where the element itself is seen in full. WebKit marks the part of
    // a date that has the focus instead.
    let cut = "return [...document.querySelectorAll('a[href], button, input, [tabindex]')]
        .filter((element) => isShown(element) && element.tabIndex >= 0)
        .filter((element) => {
            element.focus();
            const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
            if (outlineStyle === 'none') return element.type !== 'date';
            const ring = parseFloat(outlineWidth) + parseFloat(outlineOffset) - 0.5;
            const { left, right, top, bottom } = element.getBoundingClientRect();
            for (let around = element.parentElement; around; around = around.parentElement) {
                if (getComputedStyle(around).overflow === 'visible') continue;
                const box = around.getBoundingClientRect();
                const room = Math.min(left - box.left, box.right - right, top - box.top, box.bottom - bottom);
                if (room >= 0 && room < ring) return true;
            }
            return false;
        }).map(nameOf)";
    for size in [DESKTOP, (560, 800)] {
        // When its size changes, WebKit's window is not the one with the focus any more, and shows no ring.
        if reader.engine() == Engine::WebKit && size != DESKTOP {
            continue;
        }
        reader.resize(size);
        for path in ["/", ISSUE, "/search?q=kubelet", "/sections/deprecated", "/saved"] {
            reader.open(path);
            // Whoever uses keys sees the ring.
            reader.press(keys::TAB);
            reader.wait_for(
                "a ring",
                "return document.activeElement.matches(':focus-visible')",
                &[],
            );
            assert_eq!(reader.texts_from(cut, &[]), [""; 0], "{path} at {size:?}");
        }
    }
}
