//! oEmbed (<https://oembed.com>): what sites that take an address learn of the page behind it. A host of
//! files cannot answer questions, so there is a file for each page, which the page links to.

use bundle_format::{EMBED_PATH, page_file};
use serde_json::json;

use super::address::Addresses;
use super::page::Page;
use crate::archive::Archive;
use crate::outputs::shell::push_escaped;

/// CSS pixels that are asked for; WordPress cuts at 1000 of height, others take what they like.
const WIDTH: u32 = 600;
const HEIGHT: u32 = 600;

/// The file that tells of the embedded page at `path`, below the base path: `/embed/latest.json`.
pub(super) fn file(path: &str) -> String {
    let page = page_file(path);
    format!("/{}.json", page.strip_suffix(".html").unwrap_or(&page))
}

/// Its whole address. `None` where the public address is not known: the file would hold addresses that
/// lead nowhere on other sites, so there is none.
pub(super) fn address(addresses: &Addresses<'_>, path: &str) -> Option<String> {
    addresses.public(&file(path))
}

/// What the elements begin with that lead here.
const LINK: &str = "<link rel=\"alternate\" type=\"application/json+oembed\"";

/// The document of the page at `path` with the element that leads to what tells of its embedded form, at the
/// end of its head. The shell may be the document of an earlier build, whose element goes.
pub(crate) fn with_link(html: String, archive: &Archive, path: &str, title: &str) -> String {
    let mut html = html;
    let start = html.find(LINK);
    if let Some((start, length)) = start.zip(start.and_then(|start| html.get(start..)?.find('>'))) {
        html.replace_range(start..=start + length, "");
    }
    match link(archive, path, title) {
        Some(link) => html.replacen("</head>", &(link + "</head>"), 1),
        None => html,
    }
}

/// The element that leads from the page of the archive at `path` to what tells of its embedded form; `None`
/// for a page without one.
fn link(archive: &Archive, path: &str, title: &str) -> Option<String> {
    let manifest = &archive.manifest;
    let is_section = (0..=u8::MAX)
        .zip(&manifest.families)
        .any(|(_, family)| bundle_format::section_path(&family.id) == path);
    let embedded = match path {
        "/" => format!("{EMBED_PATH}/headlines"),
        _ if manifest.issue_at(path).is_some() || is_section => format!("{EMBED_PATH}{path}"),
        _ => return None,
    };
    let told = address(&Addresses::new(archive), &embedded)?;
    let mut link = format!("{LINK} href=\"");
    push_escaped(&told, &mut link);
    link.push_str("\" title=\"");
    push_escaped(title, &mut link);
    link.push_str("\">");
    Some(link)
}

/// The content of the file; `None` where the public address is not known.
pub(super) fn content(page: &Page, archive: &Archive, addresses: &Addresses<'_>) -> Option<String> {
    let manifest = &archive.manifest;
    let told = json!({
        "version": "1.0",
        "type": "rich",
        "title": page.title,
        "provider_name": manifest.title,
        "provider_url": addresses.public("/")?,
        "width": WIDTH,
        "height": HEIGHT,
        "html": html(page, addresses)?,
    });
    Some(format!("{told:#}\n"))
}

/// The text with a link, then the frame: the form that WordPress lets through.
fn html(page: &Page, addresses: &Addresses<'_>) -> Option<String> {
    let mut html = String::from("<blockquote class=\"wp-embedded-content\"><p><a href=\"");
    push_escaped(&addresses.public(&page.original)?, &mut html);
    html.push_str("\">");
    push_escaped(&page.title, &mut html);
    html.push_str("</a></p>");
    if !page.excerpt.is_empty() {
        html.push_str("<p>");
        push_escaped(&page.excerpt, &mut html);
        html.push_str("</p>");
    }
    html.push_str(
        "</blockquote><iframe class=\"wp-embedded-content\" sandbox=\"allow-scripts\" src=\"",
    );
    push_escaped(&addresses.public(&page.path)?, &mut html);
    html.push_str("\" title=\"");
    push_escaped(&page.title, &mut html);
    html.push_str(&format!(
        "\" width=\"{WIDTH}\" height=\"{HEIGHT}\" frameborder=\"0\" marginwidth=\"0\" marginheight=\"0\"></iframe>"
    ));
    Some(html)
}
