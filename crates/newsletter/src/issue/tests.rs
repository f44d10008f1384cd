//! Titles, headlines, word counts and what fragments lead to.

use super::Issue;
use crate::Rules;
use crate::family::{Families, Family};

fn families() -> Families {
    let family = |id: &str, headings: &[&str], is_featured: bool| Family {
        id: id.to_owned(),
        name: id.to_owned(),
        headings: headings.iter().map(|&heading| heading.to_owned()).collect(),
        is_featured,
    };
    Families::new(vec![
        family("featured", &["Featured PRs", "KEP of the Week"], true),
        family("other", &[], false),
    ])
}

fn issue(post: &str) -> Issue {
    let rules = Rules { families: families(), ..Rules::default() };
    crate::parse(post, "/2023/20230905", &rules).issue
}

fn check_headlines(post: &str, expect: &[&str]) {
    assert_eq!(issue(post).headlines(&families()), expect, "{post:?}");
}

#[test]
fn features_of_featured_families_are_headlines() {
    check_headlines(
        "## News\n\n### Not this\n\nText.\n\n## Featured PRs\n\n### #1: One\n\n### [#2: Two](/x)\n\nText.\n",
        &["One", "Two"],
    );
    check_headlines("## Featured PRs and Graphs\n\n### 12345 Two `code`\n", &["Two code"]);
}

#[test]
fn a_lone_link_under_a_featured_heading_is_a_headline() {
    check_headlines(
        "## KEP of the Week\n\n[KEP-4009: Devices](/x)\n\nText.\n\n### KEP-1: More\n",
        &["Devices", "More"],
    );
    check_headlines(
        "## KEP of the Week\n\n[KEP-4009: Devices](/x) is new.\n",
        &["KEP-4009: Devices is new."],
    );
    check_headlines("## KEP of the Week\n\n[One](/x) [Two](/y)\n", &["One Two"]);
    check_headlines("## KEP of the Week\n\n* [One](/x)\n", &["One"]);
}

#[test]
fn without_features_the_first_sentences_are_the_headline() {
    check_headlines("## News\n\n* First entry\n\n  second paragraph\n", &["First entry"]);
    let rest = "and so on ".repeat(20);
    check_headlines(&format!("A short one. Really! {rest}"), &["A short one. Really!"]);
    check_headlines(
        &format!("One sentence goes on, {rest}"),
        &["One sentence goes on, and so on and so on and so on and so on and so on and so…"],
    );
    check_headlines(&"x".repeat(100), &[&format!("{}…", "x".repeat(80))]);
    check_headlines("## News\n\n---\n", &[]);
}

#[test]
fn words_of_headings_and_items_are_counted() {
    assert_eq!(
        issue("Intro `code`.\n\n## A heading\n\n### One\n\nBody text\n\n* entry\n").word_count(),
        8
    );
}

/// `expect` is the section's place and the text of what stands at the anchor.
fn check_resolve(post: &str, fragment: &str, expect: Option<(usize, &str)>) {
    let issue = issue(post);
    let found = issue.resolve(fragment).map(|target| {
        let headings = issue.sections.iter().filter_map(|section| section.heading.as_ref());
        let heading = headings
            .filter(|heading| &heading.anchor == target.anchor)
            .map(|heading| heading.text.as_str());
        let items = issue.items().filter(|item| &item.anchor == target.anchor);
        let item = items
            .map(|item| item.heading.as_ref().map_or(item.text.as_str(), |heading| &heading.text));
        (target.section, heading.chain(item).next().unwrap().to_owned())
    });
    assert_eq!(found, expect.map(|(section, text)| (section, text.to_owned())), "{fragment:?}");
}

#[test]
fn a_fragment_leads_to_its_heading_or_to_the_item_around_it() {
    let post = "## News\n\ntext[^1]\n\n## Merges\n\n### A feature\n\n#### Inside\n\n[^1]: note\n";
    check_resolve(post, "merges", Some((1, "Merges")));
    check_resolve(post, "a-feature", Some((1, "A feature")));
    check_resolve(post, "inside", Some((1, "A feature")));
    check_resolve(post, "fnref-1", Some((0, "text")));
    check_resolve(post, "gone", None);
    check_resolve(post, "", None);
    check_resolve(post, "\"", None);
}

#[test]
fn an_old_anchor_leads_to_the_one_item_that_keeps_half_of_it() {
    let anchor_of = |post: &str| issue(post).items().next().unwrap().anchor.to_string();
    let old = anchor_of("* Fix [it](/1)\n");
    check_resolve("* New [words](/1)\n* Other [it](/2)\n", &old, Some((0, "New words")));
    check_resolve("* Fix [it](/2)\n", &old, Some((0, "Fix it")));
    check_resolve("* Fix [it](/2)\n* New [words](/1)\n", &old, None);
    check_resolve("* New [words](/2)\n", &old, None);
    let without_link = anchor_of("* Fix it\n");
    check_resolve("* Other words\n", &without_link, None);
    check_resolve("* Fix [it](/1)\n", &without_link, Some((0, "Fix it")));
}
