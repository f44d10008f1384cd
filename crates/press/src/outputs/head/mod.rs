//! What the head of a document says to those who list and show it elsewhere: where it belongs, what
//! lies around it, how it looks as a link. Title and description are in the shell already.
//!
//! `docs/heads.md` lists it page by page.

mod address;
mod alternate;
mod social;
mod structured;
mod tag;
#[cfg(test)]
mod tests;

use self::tag::{link, meta};
use super::card::Cards;
use super::document::{Document, Subject};
use super::look::{NIGHT, PAPER, hex};
use crate::archive::Archive;

/// Markup for the end of the document's `<head>`.
pub(super) fn markup(document: &Document<'_>, archive: &Archive, cards: &Cards) -> String {
    let mut html = String::new();
    for (scheme, ground) in [("light", PAPER), ("dark", NIGHT)] {
        let media = format!("(prefers-color-scheme: {scheme})");
        let attributes = [("name", "theme-color"), ("media", &media), ("content", &hex(ground))];
        html.push_str(&tag::tag("meta", &attributes));
    }
    // What stands for every missing page has no address, and nobody is to list what a search finds.
    if matches!(document.subject, Subject::NotFound | Subject::Search) {
        html.push_str(&meta("name", "robots", "noindex"));
    }
    let Some(path) = &document.path else {
        return html;
    };
    let canonical = address::absolute(archive, path);
    if let Some(canonical) = &canonical {
        html.push_str(&link("canonical", canonical, &[]));
    }
    for (relation, neighbour) in [("prev", &document.previous), ("next", &document.next)] {
        if let Some(neighbour) = neighbour {
            html.push_str(&link(relation, &address::reference(archive, neighbour), &[]));
        }
    }
    for alternate in alternate::all(document, archive) {
        html.push_str(&alternate.markup(archive));
    }
    let picture = cards.of(path).and_then(|file| address::absolute(archive, &format!("/{file}")));
    html.push_str(&social::markup(document, archive, canonical.as_deref(), picture.as_deref()));
    html.push_str(&structured::markup(document, archive, picture.as_deref()));
    html
}
