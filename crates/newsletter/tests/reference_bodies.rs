//! The bodies of both archives against what Jekyll makes of them: headings with their ids, links,
//! list items, images.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "this is how tests fail and speak; Clippy exempts only functions marked as tests"
)]

mod page;
mod reference;

use newsletter::rules::Site;
use newsletter::{Issue, Rules, SafeHtml};
use page::Node;
use reference::{Archive, Post};

/// Both archives; the real one only where it is at hand.
fn archives() -> impl Iterator<Item = Archive> {
    Archive::real().into_iter().chain([Archive::sample()])
}

fn issue(post: &Post) -> Issue {
    let site = Site { base_path: "/".to_owned(), ..Site::default() };
    let path = post.jekyll["url"].as_str().unwrap();
    newsletter::parse(&post.text, path, &Rules { site, ..Rules::default() }).issue
}

fn nodes(post: &Post) -> Vec<Node> {
    let nodes = page::nodes(&page::html(&issue(post)));
    page::assert_balanced(&nodes);
    nodes
}

/// The values of an attribute of all elements of a name, in order.
fn attributes<'node>(nodes: &'node [Node], element: &str, attribute: &str) -> Vec<&'node str> {
    let opened = nodes.iter().filter_map(|node| match node {
        Node::Open(name, attributes) if name == element => Some(attributes),
        _ => None,
    });
    let values = opened.flatten().filter(|(name, _)| name == attribute);
    values.map(|(_, value)| value.as_str()).collect()
}

fn strings(value: &serde_json::Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|value| value.as_str().unwrap().to_owned()).collect()
}

/// Kramdown turns quotes, dashes and dots into their typographic forms; posts are shown as written.
/// The reference has its texts without white space at the ends.
fn plain(text: &str) -> String {
    let text = text.trim().replace(['‘', '’'], "'").replace(['“', '”'], "\"");
    text.replace('…', "...").replace('—', "---").replace('–', "--")
}

fn heading(level: &str, id: &str, text: &str) -> String {
    format!("{level} {id} {}", plain(text))
}

fn headings(nodes: &[Node]) -> Vec<String> {
    let mut headings = Vec::new();
    let mut text = String::new();
    let mut current = None;
    for node in nodes {
        match node {
            Node::Open(name, attributes) if is_heading(name) => {
                text.clear();
                let id = attributes.iter().find(|(name, _)| name == "id").unwrap();
                current = Some((name.trim_start_matches('h'), id.1.as_str()));
            }
            Node::Close(name) if is_heading(name) => {
                let (level, id) = current.take().unwrap();
                headings.push(heading(level, id, &text));
            }
            Node::Text(piece) => text.push_str(piece),
            _ => {}
        }
    }
    headings
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

#[test]
fn headings_have_the_level_id_and_text_of_jekyll() {
    for archive in archives() {
        archive.assert_same("headings", |post| {
            let jekyll = post.jekyll["headings"].as_array().unwrap().iter().map(|jekyll| {
                let field = |name: &str| jekyll[name].as_str().unwrap();
                heading(&jekyll["level"].to_string(), field("id"), field("text"))
            });
            (headings(&nodes(post)), jekyll.collect())
        });
    }
}

/// The targets of all links that the post has written: those between a footnote and its references
/// are the program's.
fn links(issue: &Issue) -> Vec<String> {
    let mut links = Vec::new();
    for section in &issue.sections {
        links.extend(section.heading.iter().flat_map(|heading| hrefs(&heading.html)));
        links.extend(section.items().flat_map(|item| item.links.clone()));
    }
    links.extend(issue.footnotes.iter().flat_map(hrefs));
    links
}

fn hrefs(html: &SafeHtml) -> Vec<String> {
    let nodes = page::nodes(html.as_str());
    let hrefs = attributes(&nodes, "a", "href").into_iter();
    hrefs.filter(|href| !href.contains("#fn")).map(str::to_owned).collect()
}

#[test]
fn links_lead_where_jekyll_has_them_lead() {
    for archive in archives() {
        archive.assert_same("links", |post| {
            let mut jekyll = strings(&post.jekyll["links"]);
            jekyll.retain(|link| !link.starts_with("#fn:") && !link.starts_with("#fnref:"));
            (links(&issue(post)), jekyll)
        });
    }
}

#[test]
fn as_many_list_items_as_in_jekyll() {
    for archive in archives() {
        archive.assert_same("list items", |post| {
            let is_item = |node: &&Node| matches!(node, Node::Open(name, _) if name == "li");
            let ours = nodes(post).iter().filter(is_item).count();
            (vec![ours.to_string()], vec![post.jekyll["list_items"].to_string()])
        });
    }
}

#[test]
fn images_are_those_of_jekyll() {
    for archive in archives() {
        archive.assert_same("images", |post| {
            let nodes = nodes(post);
            let ours = attributes(&nodes, "img", "src").into_iter().map(str::to_owned);
            (ours.collect(), strings(&post.jekyll["images"]))
        });
    }
}
