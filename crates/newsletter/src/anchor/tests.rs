//! Anchors of headings and items.

use super::{Anchor, Anchors, Halves};

fn check_heading(text: &str, id: &str) {
    assert_eq!(Anchors::default().heading(text).as_str(), id, "{text:?}");
}

#[test]
fn a_heading_has_kramdowns_id() {
    check_heading("Featured PRs", "featured-prs");
    check_heading("#119157: WebSocket Client", "119157-websocket-client");
    check_heading("Deprecations/Removals & more", "deprecationsremovals--more");
    check_heading("snake_case\tand kebab-case", "snake_case-and-kebab-case");
    check_heading("[KEP-2395] Phase 4", "kep-2395-phase-4");
    check_heading("ÉTÉ Straße ΣΑΣ", "été-straße-σασ");
    check_heading("e\u{301}te\u{301} \u{2699}\u{fe0f} x\u{b2}", "e\u{301}te\u{301}-\u{fe0f}-x");
    check_heading("हिन्दी ٤٢", "हिन्दी-٤٢");
    check_heading("\u{1f389}", "section");
}

fn given(give: impl Fn(&mut Anchors) -> Anchor, times: usize) -> Vec<String> {
    let mut anchors = Anchors::default();
    (0..times).map(|_| give(&mut anchors).to_string()).collect()
}

#[test]
fn equal_headings_count_from_1_and_equal_items_from_2() {
    assert_eq!(given(|anchors| anchors.heading("Notes"), 3), ["notes", "notes-1", "notes-2"]);
    let items = given(|anchors| anchors.item(["x.org"].into_iter(), "text"), 3);
    assert_eq!(items, [items[0].clone(), format!("{}-2", items[0]), format!("{}-3", items[0])]);
}

#[test]
fn an_item_yields_to_a_heading_with_the_same_id() {
    let item = |anchors: &mut Anchors| anchors.item(std::iter::empty(), "text");
    let plain = item(&mut Anchors::default());
    let mut anchors = Anchors::default();
    assert_eq!(anchors.heading(plain.as_str()), plain);
    assert_eq!(item(&mut anchors).as_str(), format!("{plain}-2"));
}

#[test]
fn a_heading_that_looks_like_a_counted_one_stays_unique() {
    let mut anchors = Anchors::default();
    let ids = ["a", "a-1", "a", "a"].map(|text| anchors.heading(text).to_string());
    assert_eq!(ids, ["a", "a-1", "a-2", "a-3"]);
}

fn halves(link: &str, text: &str) -> Halves {
    Halves::new([link].into_iter().filter(|link| !link.is_empty()), text)
}

#[test]
fn what_means_the_same_has_the_same_halves() {
    let usual = halves("https://www.example.org/a/", "Fix the race, at last");
    assert_eq!(usual, halves("http://example.org/a#part", "fix the  race at last!"));
    assert_ne!(usual, halves("https://example.org/b", "Fix the race, at last"));
    assert_eq!(Halves::of(&usual.anchor()), Some(usual.clone()));
    assert_eq!(Halves::of(&format!("{}-2", usual.anchor())), Some(usual));
    assert_eq!(Halves::of("i-short"), None);
    assert_eq!(Halves::of("i-0123456789abc"), None);
}

#[test]
fn one_equal_half_is_enough_unless_it_is_empty() {
    let usual = halves("https://example.org/a", "text");
    assert!(usual.shares_half(&halves("https://example.org/a", "other")));
    assert!(usual.shares_half(&halves("https://example.org/b", "text")));
    assert!(!usual.shares_half(&halves("https://example.org/b", "other")));
    assert!(!halves("", "text").shares_half(&halves("", "other")));
    assert!(!halves("example.org/a", "").shares_half(&halves("example.org/b", "…")));
}
