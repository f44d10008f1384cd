//! Properties of every post: nothing panics, nothing runs, nothing is lost, anchors stay.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "this is how tests fail and speak; Clippy exempts only functions marked as tests"
)]

mod invariants;
mod page;
mod rules;

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::LazyLock;

use newsletter::date::Date;
use newsletter::deadline::{DeadlineRules, announced};
use newsletter::{Issue, Rules, portable};
use page::Node;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules.toml");
    rules::rules(&fs::read_to_string(path).unwrap())
});

/// Pieces that Markdown and HTML are made of, and words between them.
fn piece() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(vec![
        "\n",
        "\n\n",
        "\r\n",
        "# ",
        "## ",
        "### ",
        "#### ",
        "* ",
        "- ",
        "1. ",
        "2) ",
        "> ",
        "    ",
        "\t",
        "***\n",
        "---\n",
        "===\n",
        "```\n",
        "~~~rust\n",
        "`",
        "``",
        "*",
        "**",
        "_",
        "~~",
        "|",
        "|---|\n",
        "[",
        "]",
        "(",
        ")",
        "](",
        "![",
        "[^1]",
        "[^1]: ",
        "[^two]",
        "[^two]: ",
        "<",
        ">",
        "</",
        "/>",
        "<!--",
        "-->",
        "<b>",
        "</b>",
        "<details>\n",
        "</details>\n",
        "<summary>",
        "<br>",
        "<script>",
        "</script>",
        "<img src=x onerror=y>",
        "<a href='javascript:x'>",
        "javascript:",
        "data:text/html,",
        "https://",
        "//",
        "/\\",
        "mailto:",
        "&",
        "&amp;",
        "&#106;",
        "&lt;",
        "\"",
        "'",
        "\\",
        "=",
        ":",
        "[x]: ",
        "- [ ] ",
        "- [x] ",
        "#1234",
        "KEP-4009: ",
        "--flag",
        "v1.30.1",
        "\u{0}",
        "\u{202e}",
        "\u{feff}",
        "é",
        "日本",
        "🎉",
        "]]>",
        "{{",
        "---\ntitle: x\n---\n",
        "+++\n",
        "Title: x\n\n",
    ]);
    prop_oneof![
        3 => marks.prop_map(str::to_owned),
        2 => "[a-z]{1,6} ?",
        1 => any::<String>(),
    ]
}

fn post() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

/// Only marks whose words are shown exactly as Markdown has them: no raw HTML, no addresses.
fn plain_post() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(vec![
        "\n",
        "\n\n",
        "\n## ",
        "\n### ",
        "\n#### ",
        "\n* ",
        "\n1. ",
        "\n> ",
        "\n    ",
        "\t",
        "\n\n---\n\n",
        "\n---\n",
        "\n```\n",
        "`",
        "*",
        "**",
        "_",
        "~~",
        "|",
        "\n|-|-|\n",
        "[",
        "](/x)",
        "![",
        "]",
        "&amp;",
        "\\",
        "#12",
    ]);
    let piece = prop_oneof![1 => marks.prop_map(str::to_owned), 1 => "[a-z]{1,6} ?"];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// What Markdown alone makes of a body: its text and that of its footnotes.
fn markdown_text(body: &str) -> (String, Vec<String>) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let mut text = String::new();
    let mut footnotes = Vec::new();
    let mut open = Vec::new();
    for event in Parser::new_ext(body, options) {
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => {
                open.push(footnotes.len());
                footnotes.push(String::new());
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                open.pop();
            }
            Event::Text(words) | Event::Code(words) => match open.last() {
                Some(&footnote) => footnotes[footnote].push_str(&words),
                None => text.push_str(&words),
            },
            _ => {}
        }
    }
    (text, footnotes)
}

fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

fn is_within(needle: &str, haystack: &str) -> bool {
    let mut rest = haystack.chars();
    needle.chars().all(|wanted| rest.any(|found| found == wanted))
}

/// The text that a page of the issue shows, the descriptions of images included.
fn shown_text(issue: &Issue) -> String {
    let mut text = String::new();
    for node in page::nodes(&page::html(issue)) {
        match node {
            Node::Text(words) => text.push_str(&words),
            Node::Open(name, attributes) if name == "img" => {
                text.extend(
                    attributes.into_iter().filter(|(name, _)| name == "alt").map(|(_, alt)| alt),
                );
            }
            _ => {}
        }
    }
    text
}

/// The texts of headings and items, as search and feeds take them.
fn item_text(issue: &Issue) -> String {
    let mut text = String::new();
    for section in &issue.sections {
        text.extend(section.heading.iter().map(|heading| heading.text.as_str()));
        for item in section.items() {
            text.extend(item.heading.iter().map(|heading| heading.text.as_str()));
            text.push_str(&item.text);
        }
    }
    text
}

/// A bullet or paragraph that no other one equals.
fn entry(number: usize, is_bullet: bool) -> String {
    let mark = if is_bullet { "* " } else { "" };
    format!("{mark}Entry {number} [link](https://example.com/{number})\n\n")
}

fn anchors(post: &str) -> Vec<(String, String)> {
    let issue = newsletter::parse(post, "/issue", &RULES).issue;
    issue.items().map(|item| (item.text.clone(), item.anchor.to_string())).collect()
}

/// Words, numbers and marks of which lines about dates are made.
fn deadline_line() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(vec![
        "Next: ",
        "freeze ",
        "is ",
        "due ",
        "July ",
        "Feb 30",
        "9th",
        "29",
        "/",
        " - ",
        "to ",
        "and ",
        "2024",
        "2024-07-09 ",
        "01:00 ",
        "5pm ",
        "UTC ",
        "PT ",
        "Friday ",
        "week of ",
        "today ",
        "(",
        ")",
        ", ",
        ": ",
        ". ",
        "moved ",
        "from ",
        "v1.30.0-rc.1 ",
        "é",
        "\u{2013}",
        "\n\n",
        "* ",
    ]);
    let piece = prop_oneof![4 => marks.prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn whatever_a_line_says_its_deadlines_have_names_and_end_after_they_begin(
        line in deadline_line(),
        days in -719_162_i64..2_932_896,
    ) {
        let family = RULES.families.get(newsletter::family::FamilyIndex(0)).unwrap();
        let deadlines = DeadlineRules {
            families: vec![family.id.clone()],
            leads: vec!["Next".to_owned()],
            words: vec!["freeze".to_owned()],
            ..DeadlineRules::default()
        };
        let post = format!("## {}\n\nNext: {line}\n\n{line}\n", family.name);
        let issue = newsletter::parse(&post, "/", &RULES).issue;
        let announced = announced(&issue, Date::from_days(days), &RULES, &deadlines);
        prop_assert!(!announced.announcements.is_empty() || !announced.diagnostics.is_empty());
        for announcement in announced.announcements {
            prop_assert!(!announcement.name.is_empty());
            prop_assert!(announcement.when.first_day() <= announcement.when.last_day());
        }
    }

    #[test]
    fn every_post_becomes_an_issue_that_is_safe_to_show(post in post()) {
        invariants::assert_all(&post, &RULES);
    }

    #[test]
    fn no_word_of_any_post_is_lost(post in post()) {
        let body = newsletter::front_matter::split(&post).body;
        let (text, footnotes) = markdown_text(body);
        let issue = newsletter::parse(&post, "/issue", &RULES).issue;
        let shown = letters(&shown_text(&issue));
        prop_assert!(is_within(&letters(&text), &shown), "{text:?} in {shown:?}");
        for footnote in footnotes {
            prop_assert!(is_within(&letters(&footnote), &shown), "{footnote:?} in {shown:?}");
        }
    }

    #[test]
    fn plain_words_are_shown_and_found_exactly_once(post in plain_post()) {
        let body = newsletter::front_matter::split(&post).body;
        let (text, _) = markdown_text(body);
        let issue = newsletter::parse(&post, "/issue", &RULES).issue;
        prop_assert_eq!(letters(&shown_text(&issue)), letters(&text));
        prop_assert_eq!(letters(&item_text(&issue)), letters(&text));
    }

    #[test]
    fn anchors_do_not_depend_on_neighbours(
        entries in prop::collection::vec((any::<bool>(), any::<bool>(), any::<bool>()), 1..12),
    ) {
        let part = |kept: Range<usize>, all: bool| {
            let mut post = String::new();
            for (number, (is_bullet, is_kept, has_heading)) in entries.iter().enumerate() {
                if kept.contains(&number) && (all || *is_kept) {
                    if *has_heading {
                        post.push_str("## A heading\n\n");
                    }
                    post.push_str(&entry(number, *is_bullet));
                }
            }
            anchors(&post)
        };
        let all = part(0..entries.len(), true);
        prop_assert_eq!(all.len(), entries.len());
        for anchor in part(0..entries.len(), false) {
            prop_assert!(all.contains(&anchor), "{anchor:?} not among {all:?}");
        }
    }

    #[test]
    fn an_edit_of_the_words_or_of_the_link_keeps_the_old_anchor_alive(number in 0usize..5, of_link: bool) {
        let all: String = (0..5).map(|number| entry(number, true)).collect();
        let before = newsletter::parse(&all, "/issue", &RULES).issue;
        let old = before.items().nth(number).unwrap().anchor.clone();
        let (from, to) = if of_link {
            (format!("com/{number})"), "com/mended)".to_owned())
        } else {
            (format!("Entry {number}"), "Mended words".to_owned())
        };
        let after = newsletter::parse(&all.replace(&from, &to), "/issue", &RULES).issue;
        let new = &after.items().nth(number).unwrap().anchor;
        prop_assert_ne!(new, &old);
        prop_assert_eq!(after.resolve(old.as_str()).map(|target| target.anchor), Some(new));
    }
    #[test]
    fn markdown_for_other_places_holds_no_raw_html(post in post()) {
        let written = portable::markdown(&post, "/issue", &RULES.site, "https://a.example");
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        for event in Parser::new_ext(&written.unwrap_or_default(), options) {
            prop_assert!(!matches!(event, Event::Html(_) | Event::InlineHtml(_)), "{event:?}");
        }
    }
}
