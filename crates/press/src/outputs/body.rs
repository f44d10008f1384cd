//! The body of every document: the text of its page, made by the app's own components, and the Markdown
//! of the post that it shows, from which the app takes it over without fetching anything.

use std::sync::Arc;

use bundle_format::{Deadlines, Manifest};
use masthead::prerender;
use masthead::route::BasePath;
use masthead::state::archive::{Archive as AppArchive, ArchiveRef};
use masthead::state::at_hand::AtHand;

use super::document::Document;
use super::shell::push_escaped;
use crate::archive::Archive;

/// What makes bodies.
pub(crate) struct Bodies<'a> {
    archive: &'a Archive,
    app: ArchiveRef,
    at_hand: AtHand,
}

/// What differs between the bodies of two documents.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Body {
    /// Path of the page, below the base path.
    pub(crate) path: String,
    /// The page, as markup.
    pub(crate) page: String,
    /// Elements with the Markdown that the page was made from.
    pub(crate) sources: String,
}

impl<'a> Bodies<'a> {
    /// `manifest` and `deadlines` are those that are written.
    pub(crate) fn new(
        archive: &'a Archive,
        manifest: Manifest,
        deadlines: Option<Deadlines>,
    ) -> Self {
        let base = BasePath::new(&archive.base_path);
        let posts = archive.posts.iter().map(|post| (&post.entry.path, &post.issue));
        let pages = archive.pages.iter().map(|page| (&page.entry.path, &page.issue));
        let texts = posts.chain(pages);
        let texts = texts.map(|(path, issue)| (path.clone(), Arc::new(issue.clone())));
        Self {
            archive,
            app: Arc::new(AppArchive::new(manifest, base)),
            at_hand: AtHand {
                posts: Arc::new(texts.collect()),
                deadlines: deadlines.map(Arc::new),
            },
        }
    }

    /// The body of one document.
    pub(crate) fn of(&self, document: &Document) -> Body {
        Body {
            path: document.path.clone(),
            page: prerender::page(&document.path, &self.app, &self.at_hand),
            sources: self.source(&document.path).unwrap_or_default(),
        }
    }

    /// The Markdown of the issue or plain page at `path`, if there is one; for the home page, of the
    /// newest issue.
    fn source(&self, path: &str) -> Option<String> {
        let newest = self.archive.posts.first().map(|post| post.entry.path.as_str());
        let path = if path == "/" { newest? } else { path };
        let posts = self.archive.posts.iter().map(|post| (&post.entry.path, &post.source));
        let pages = self.archive.pages.iter().map(|page| (&page.entry.path, &page.source));
        let (_, source) = posts.chain(pages).find(|(known, _)| *known == path)?;
        let mut element = String::from("<script type=\"text/markdown\" data-path=\"");
        push_escaped(path, &mut element);
        element.push_str("\">");
        element.push_str(&escaped_markdown(&source.text));
        element.push_str("</script>");
        Some(element)
    }
}

/// Nothing in a text may end the element that it stands in. The app undoes this.
fn escaped_markdown(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
