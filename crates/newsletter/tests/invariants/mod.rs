//! What holds of every issue, whatever its post holds.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "this is how tests fail and speak; Clippy exempts only functions marked as tests"
)]

use std::collections::HashSet;

use newsletter::{Issue, Parsed, Rules, SafeHtml};

use crate::page::{self, Node};

/// Elements that may stand in a `SafeHtml`, with the attributes that each may have.
const ALLOWED: [(&str, &[&str]); 45] = [
    ("a", &["aria-label", "class", "href", "title"]),
    ("abbr", &["title"]),
    ("b", &[]),
    ("blockquote", &[]),
    ("br", &[]),
    ("cite", &[]),
    ("code", &["class", "translate"]),
    ("del", &[]),
    ("details", &[]),
    ("div", &["aria-label", "class", "role", "tabindex"]),
    ("em", &[]),
    ("h1", &["id"]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("hr", &[]),
    ("i", &[]),
    ("img", &["alt", "decoding", "height", "loading", "src", "title", "width"]),
    ("input", &["aria-label", "checked", "disabled", "type"]),
    ("ins", &[]),
    ("kbd", &[]),
    ("li", &["id"]),
    ("mark", &[]),
    ("ol", &["class", "start"]),
    ("p", &[]),
    ("pre", &["tabindex"]),
    ("q", &[]),
    ("s", &[]),
    ("small", &[]),
    ("span", &["class"]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &["class", "id"]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["class", "scope"]),
    ("thead", &[]),
    ("tr", &[]),
    ("u", &[]),
    ("ul", &[]),
    ("wbr", &[]),
];

/// Parses, for a site below a path and for one at the root, where an address has more ways to lead
/// elsewhere; fails if anything is wrong with the result.
pub(crate) fn assert_all(post: &str, rules: &Rules) {
    let mut at_root = rules.clone();
    at_root.site.base_path = String::from("/");
    for rules in [rules, &at_root] {
        assert_whole(post, &newsletter::parse(post, "/2023/20230905", rules), rules);
    }
}

fn assert_whole(post: &str, parsed: &Parsed, rules: &Rules) {
    for html in pieces(&parsed.issue) {
        let nodes = page::nodes(html.as_str());
        page::assert_balanced(&nodes);
        for node in &nodes {
            assert_safe(node, &rules.site.base_path);
        }
    }
    assert_ids_unique(&parsed.issue);
    assert_places(post, parsed);
    for item in parsed.issue.items() {
        let target = parsed.issue.resolve(item.anchor.as_str()).unwrap();
        assert_eq!(target.anchor, &item.anchor, "an anchor leads to another item");
        assert!(!item.text.contains("  ") && item.text.trim() == item.text, "{:?}", item.text);
    }
}

/// Every piece of HTML that a page shows by itself.
fn pieces(issue: &Issue) -> impl Iterator<Item = &SafeHtml> {
    let sections =
        issue.sections.iter().flat_map(|section| {
            let heading = section.heading.iter().map(|heading| &heading.html);
            heading.chain(section.items().flat_map(|item| {
                item.heading.iter().map(|heading| &heading.html).chain([&item.html])
            }))
        });
    sections.chain(&issue.footnotes)
}

fn assert_safe(node: &Node, base_path: &str) {
    let Node::Open(name, attributes) = node else { return };
    let allowed = ALLOWED.iter().find(|(allowed, _)| allowed == name);
    let (_, allowed) = allowed.unwrap_or_else(|| panic!("<{name}> in safe HTML"));
    for (attribute, value) in attributes {
        assert!(allowed.contains(&attribute.as_str()), "{attribute} on <{name}> in safe HTML");
        match attribute.as_str() {
            "href" => assert!(is_allowed_address(value, base_path), "href {value:?}"),
            "src" => assert!(is_own_address(value, base_path), "src {value:?}"),
            _ => {}
        }
    }
}

fn is_allowed_address(address: &str, base_path: &str) -> bool {
    let seen = seen_by_browsers(address).to_lowercase();
    let schemes = ["http:", "https:", "mailto:"];
    schemes.iter().any(|scheme| seen.starts_with(scheme)) || is_own_address(address, base_path)
}

fn is_own_address(address: &str, base_path: &str) -> bool {
    let seen = seen_by_browsers(address);
    seen.starts_with(base_path) && !seen.starts_with("//") && !seen.starts_with("/\\")
}

/// Browsers drop control characters from addresses before they read them.
fn seen_by_browsers(address: &str) -> String {
    let seen: String = address.chars().filter(|character| !character.is_control()).collect();
    seen.trim().to_owned()
}

fn assert_ids_unique(issue: &Issue) {
    let nodes = page::nodes(&page::html(issue));
    let mut seen = HashSet::new();
    for node in &nodes {
        let Node::Open(_, attributes) = node else { continue };
        for (_, id) in attributes.iter().filter(|(name, _)| name == "id") {
            assert!(!id.is_empty() && !id.contains(char::is_whitespace), "the id {id:?}");
            assert!(seen.insert(id), "the id {id:?} twice");
        }
    }
}

/// Diagnostics are in order, inside the post, and one line each.
fn assert_places(post: &str, parsed: &Parsed) {
    let lines: Vec<&str> = post.split('\n').collect();
    for diagnostic in &parsed.diagnostics {
        let line = lines[diagnostic.line.0 as usize - 1];
        assert!(
            (1..=line.chars().count() + 1).contains(&(diagnostic.column.0 as usize)),
            "{diagnostic:?}"
        );
        assert!(!diagnostic.message.contains(char::is_control), "{diagnostic:?}");
        assert!(!diagnostic.hint.is_empty(), "{diagnostic:?}");
    }
    let mut places: Vec<_> =
        parsed.diagnostics.iter().map(|diagnostic| (diagnostic.line, diagnostic.column)).collect();
    let in_order = places.clone();
    places.sort();
    assert_eq!(places, in_order);
}
