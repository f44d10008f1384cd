//! The other forms of what a page says.

use bundle_format::markdown_path;

use super::{address, tag};
use crate::archive::Archive;
use crate::outputs::document::{Document, Subject};

/// Another form of a page.
pub(super) struct Alternate {
    media_type: &'static str,
    title: String,
    /// Below the base path, beginning with `/`.
    path: String,
}

impl Alternate {
    pub(super) fn markup(&self, archive: &Archive) -> String {
        let others = [("type", self.media_type), ("title", &self.title)];
        tag::link("alternate", &address::reference(archive, &self.path), &others)
    }
}

/// All of them: the Markdown of an issue or a page. What is the same for every page, such as a feed,
/// would come first.
pub(super) fn all(document: &Document<'_>, _: &Archive) -> Vec<Alternate> {
    let source = match document.subject {
        Subject::Issue(post) => Some(&post.entry.path),
        Subject::Page(page) => Some(&page.entry.path),
        _ => None,
    };
    source
        .map(|path| Alternate {
            media_type: "text/markdown",
            title: "Markdown".to_owned(),
            path: markdown_path(path),
        })
        .into_iter()
        .collect()
}
