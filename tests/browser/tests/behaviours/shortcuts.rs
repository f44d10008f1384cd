//! Single keys do things, where they are wanted.

use browser_tests::find::{Finder, button, heading, link, named, search_box, some};
use browser_tests::keys;
use browser_tests::reader::Reader;
use serde_json::json;

use crate::sample::ISSUE;

crate::behaviours![
    n_and_p_lead_to_the_next_and_the_previous_issue,
    j_and_k_go_through_the_link_marks,
    the_dialog_opens_on_a_key_and_gives_the_focus_back,
    keys_in_the_search_box_are_text,
    keys_with_modifiers_are_the_browsers,
    switched_off_they_stay_off,
];

fn n_and_p_lead_to_the_next_and_the_previous_issue(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.press("n");
    reader.wait_for_focus(&heading("Week Ending December 17, 2023"));
    reader.press("p");
    reader.wait_for_focus(&heading("Week Ending September 3, 2023"));
    reader.press("p");
    reader.wait_to_be_at("/2022/20220517");
}

fn j_and_k_go_through_the_link_marks(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.press("j");
    reader.wait_for_focus(&link("Copy link to: Developer News"));
    reader.press("j");
    reader.wait_for_focus(&link("Copy link to: On September 13…"));
    reader.press("k");
    reader.wait_for_focus(&link("Copy link to: Developer News"));
}

fn the_dialog_opens_on_a_key_and_gives_the_focus_back(reader: &mut Reader) {
    reader.open(ISSUE);
    let opener = button("Keyboard shortcuts");
    reader.tab_to(&opener);
    for key in ["?", keys::ENTER] {
        reader.press(key);
        reader.wait_to_see(&dialog());
        let lines = reader.text_from(
            "return wordsOf(theOne(arguments[0]))",
            &[json!({ "role": "dialog", "name": null })],
        );
        for meaning in ["Search", "Next issue", "Previous issue", "This list"] {
            assert!(lines.contains(meaning), "{lines}");
        }
        reader.press(keys::ESCAPE);
        reader.wait_until_gone(&dialog());
        reader.wait_for_focus(&opener);
    }
    reader.press(keys::ENTER);
    reader.click(&button("Close"));
    reader.wait_until_gone(&dialog());
    reader.wait_for_focus(&opener);
}

fn keys_in_the_search_box_are_text(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.click(&search_box());
    reader.press("npjk/?");
    let value = "return document.activeElement.value === arguments[0]";
    reader.wait_for("the keys in the box", value, &[json!("npjk/?")]);
    reader.wait_to_be_at("/search?q=npjk%2F%3F");
    assert!(!reader.sees(&some("dialog")));
}

fn keys_with_modifiers_are_the_browsers(reader: &mut Reader) {
    reader.open(ISSUE);
    for held in [keys::ALT, keys::META] {
        for key in ["n", "j"] {
            reader.press_holding(held, key);
        }
    }
    reader.wait_for_paint();
    assert_eq!(reader.address(), ISSUE);
    assert_eq!(reader.run("return document.activeElement === document.body", &[]), json!(true));
}

fn switched_off_they_stay_off(reader: &mut Reader) {
    let switch = named("checkbox", "Single keys do something");
    reader.open(ISSUE);
    reader.press("?");
    reader.click(&switch);
    reader.press(keys::ESCAPE);
    reader.wait_until_gone(&dialog());
    for _ in 0..2 {
        reader.press("?nj/");
        reader.wait_for_paint();
        assert_eq!(reader.address(), ISSUE);
        assert!(!reader.sees(&dialog()));
        reader.reload();
    }
    // The button works as before, and the switch too.
    reader.click(&button("Keyboard shortcuts"));
    reader.click(&switch);
    reader.press(keys::ESCAPE);
    reader.wait_until_gone(&dialog());
    reader.press("n");
    reader.wait_to_be_at("/2023/20231219");
}

fn dialog() -> Finder {
    named("dialog", "Keyboard shortcuts")
}
