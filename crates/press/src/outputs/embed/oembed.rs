//! oEmbed (<https://oembed.com>): what sites that take an address learn of the page behind it. A host of
//! files cannot answer questions, so there is a file for each page, which the page links to.

use bundle_format::{EMBED_PATH, page_file, section_path};
use serde_json::json;

use super::page::Page;
use crate::archive::Archive;
use crate::outputs::Addresses;
use crate::outputs::document::{Document, Subject};
use crate::outputs::shell::push_escaped;

/// What such a file is.
pub(crate) const MEDIA_TYPE: &str = "application/json+oembed";

/// CSS pixels that are asked for; WordPress cuts at 1000 of height, others take what they like.
const WIDTH: u32 = 600;
const HEIGHT: u32 = 600;

/// The file that tells of the embedded page at `path`, below the base path: `/embed/latest.json`.
pub(super) fn file(path: &str) -> String {
    let page = page_file(path);
    format!("/{}.json", page.strip_suffix(".html").unwrap_or(&page))
}

/// The file that tells of the embedded form of a document of the archive; `None` if there is no such form.
/// It lies at an address only where the public one is known: it holds addresses for other sites.
pub(crate) fn of_document(document: &Document<'_>) -> Option<String> {
    match document.subject {
        Subject::Home => Some(file(&format!("{EMBED_PATH}/headlines"))),
        Subject::Issue(post) => Some(file(&format!("{EMBED_PATH}{}", post.entry.path))),
        Subject::Section(id) => Some(file(&format!("{EMBED_PATH}{}", section_path(id)))),
        _ => None,
    }
}

/// The content of the file.
pub(super) fn content(page: &Page, archive: &Archive, addresses: Addresses<'_>) -> String {
    let manifest = &archive.manifest;
    let told = json!({
        "version": "1.0",
        "type": "rich",
        "title": page.title,
        "provider_name": manifest.title,
        "provider_url": addresses.of("/"),
        "width": WIDTH,
        "height": HEIGHT,
        "html": html(page, addresses),
    });
    format!("{told:#}\n")
}

/// The text with a link, then the frame: the form that WordPress lets through.
fn html(page: &Page, addresses: Addresses<'_>) -> String {
    let mut html = String::from("<blockquote class=\"wp-embedded-content\"><p><a href=\"");
    push_escaped(&addresses.of(&page.original), &mut html);
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
    push_escaped(&addresses.of(&page.path), &mut html);
    html.push_str("\" title=\"");
    push_escaped(&page.title, &mut html);
    let size = format!("\" width=\"{WIDTH}\" height=\"{HEIGHT}\"");
    html.push_str(&size);
    html.push_str(" frameborder=\"0\" marginwidth=\"0\" marginheight=\"0\"></iframe>");
    html
}
