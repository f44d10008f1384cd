//! An issue's HTML read back: put together as a page shows it, and cut into tags and text by a
//! reader that shares no code with the writer.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "this is how tests fail and speak; Clippy exempts only functions marked as tests"
)]

use std::fmt::Write as _;

use newsletter::{Block, Issue, Item, Section};

/// A piece of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// An opening tag and its attributes, values decoded.
    Open(String, Vec<(String, String)>),
    /// A closing tag.
    Close(String),
    /// Text, decoded.
    Text(String),
}

/// The elements that have no closing tag.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "wbr"];

/// The whole issue as one document.
pub(crate) fn html(issue: &Issue) -> String {
    let mut html = String::new();
    for section in &issue.sections {
        push_section(&mut html, section);
    }
    html.extend(issue.footnotes.iter().map(newsletter::SafeHtml::as_str));
    html
}

fn push_section(html: &mut String, section: &Section) {
    if let Some(heading) = &section.heading {
        let level = heading.level;
        writeln!(html, "<h{level} id=\"{}\">{}</h{level}>", heading.anchor, heading.html).unwrap();
    }
    for block in &section.blocks {
        match block {
            Block::Rule => html.push_str("<hr>\n"),
            Block::Item(item) => push_item(html, item),
            Block::List { start, items } => {
                let tag = if start.is_some() { "ol" } else { "ul" };
                writeln!(html, "<{tag}>").unwrap();
                for item in items {
                    writeln!(html, "<li id=\"{}\">{}</li>", item.anchor, item.html).unwrap();
                }
                writeln!(html, "</{tag}>").unwrap();
            }
        }
    }
}

fn push_item(html: &mut String, item: &Item) {
    match &item.heading {
        Some(heading) => {
            let level = heading.level;
            writeln!(html, "<h{level} id=\"{}\">{}</h{level}>", heading.anchor, heading.html)
                .unwrap();
            writeln!(html, "<section>{}</section>", item.html).unwrap();
        }
        None => writeln!(html, "<div id=\"{}\">{}</div>", item.anchor, item.html).unwrap(),
    }
}

/// Cuts HTML into tags and text; what browsers would have to guess at is a failure.
pub(crate) fn nodes(html: &str) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let text_end = rest.find('<').unwrap_or(rest.len());
        if text_end > 0 {
            assert!(!rest[..text_end].contains('>'), "a bare > in {:?}", excerpt(rest));
            nodes.push(Node::Text(decoded(&rest[..text_end])));
            rest = &rest[text_end..];
            continue;
        }
        let (node, after) = tag(rest);
        nodes.push(node);
        rest = after;
    }
    nodes
}

fn tag(html: &str) -> (Node, &str) {
    let is_name = |character: char| character.is_ascii_alphanumeric();
    if let Some(rest) = html.strip_prefix("</") {
        let end = rest.find('>').unwrap_or_else(|| panic!("no end of tag: {:?}", excerpt(html)));
        assert!(rest[..end].chars().all(is_name), "an odd tag: {:?}", excerpt(html));
        return (Node::Close(rest[..end].to_owned()), &rest[end + 1..]);
    }
    let name_end = 1 + html[1..].find(|next| !is_name(next)).unwrap_or_else(|| panic!("{html}"));
    assert!(name_end > 1, "a bare < in {:?}", excerpt(html));
    let mut attributes = Vec::new();
    let mut rest = &html[name_end..];
    loop {
        if let Some(after) = rest.strip_prefix('>') {
            return (Node::Open(html[1..name_end].to_owned(), attributes), after);
        }
        let after =
            rest.strip_prefix(' ').unwrap_or_else(|| panic!("an odd tag: {:?}", excerpt(html)));
        let end = after.find(['=', ' ', '>']).unwrap();
        let name = after[..end].to_owned();
        assert!(!name.is_empty(), "an odd tag: {:?}", excerpt(html));
        rest = &after[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let end = quoted.find('"').unwrap();
            value = decoded(&quoted[..end]);
            rest = &quoted[end + 1..];
        }
        attributes.push((name, value));
    }
}

fn decoded(text: &str) -> String {
    let mut decoded = String::new();
    let mut pieces = text.split('&');
    decoded.push_str(pieces.next().unwrap());
    for piece in pieces {
        let (name, rest) = piece.split_once(';').unwrap_or_else(|| panic!("a bare & in {text:?}"));
        decoded.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            _ => panic!("an unknown entity in {text:?}"),
        });
        decoded.push_str(rest);
    }
    decoded
}

fn excerpt(html: &str) -> String {
    html.chars().take(80).collect()
}

/// Fails unless every element is closed, in order.
pub(crate) fn assert_balanced(nodes: &[Node]) {
    let mut open = Vec::new();
    for node in nodes {
        match node {
            Node::Open(name, _) if !VOID.contains(&name.as_str()) => open.push(name.as_str()),
            Node::Close(name) => assert_eq!(open.pop(), Some(name.as_str()), "closed out of order"),
            _ => {}
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
}
