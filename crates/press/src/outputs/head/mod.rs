//! What the head of a document says to those who list and show it elsewhere: where it belongs, what
//! lies around it, how it looks as a link. Title and description are in the shell already.
//!
//! `docs/heads.md` lists it page by page.

mod alternate;
mod social;
mod structured;
mod tag;
#[cfg(test)]
mod tests;

use self::tag::{link, meta};
use super::address::Addresses;
use super::card::Cards;
use super::document::{Document, Subject};
use super::feeds::FeedLink;
use super::look::{NIGHT, PAPER, hex};
use crate::archive::Archive;

/// Markup for the end of the document's `<head>`. The shell knows it by the colours that it begins with.
pub(super) fn markup(
    document: &Document<'_>,
    archive: &Archive,
    cards: &Cards,
    feeds: &[FeedLink],
) -> String {
    let mut html = String::new();
    for (scheme, ground) in [("light", PAPER), ("dark", NIGHT)] {
        let media = format!("(prefers-color-scheme: {scheme})");
        let attributes = [("name", "theme-color"), ("media", &media), ("content", &hex(ground))];
        html.push_str(&tag::tag("meta", &attributes));
    }
    // Nobody is to list what a search finds, and what stands for every missing page.
    if matches!(document.subject, Subject::NotFound | Subject::Saved | Subject::Search) {
        html.push_str(&meta("name", "robots", "noindex"));
    }
    if document.subject == Subject::NotFound {
        return html;
    }
    let canonical = absolute(archive, &document.path);
    if let Some(canonical) = &canonical {
        html.push_str(&link("canonical", canonical, &[]));
    }
    for (relation, neighbour) in [("prev", &document.previous), ("next", &document.next)] {
        if let Some(neighbour) = neighbour {
            html.push_str(&link(relation, &Addresses::known(archive).of(neighbour), &[]));
        }
    }
    for alternate in alternate::all(document, archive, feeds) {
        html.push_str(&alternate.markup());
    }
    let card = cards.of(&document.path);
    let picture = card.and_then(|file| absolute(archive, &format!("/{file}")));
    html.push_str(&social::markup(document, archive, canonical.as_deref(), picture.as_deref()));
    html.push_str(&structured::markup(document, archive, picture.as_deref()));
    html
}

/// The public address of what is at `path`; `None` if the archive's own is not known.
fn absolute(archive: &Archive, path: &str) -> Option<String> {
    Addresses::public(archive).map(|addresses| addresses.of(path))
}
