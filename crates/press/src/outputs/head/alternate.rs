//! The other forms of what a page says.

use bundle_format::{markdown_path, section_path};

use super::tag;
use crate::archive::Archive;
use crate::outputs::address::Addresses;
use crate::outputs::document::{Document, Subject};
use crate::outputs::embed;
use crate::outputs::feeds::FeedLink;

/// The first feeds are those of all issues, in each format.
const OF_ISSUES: usize = 2;

/// Another form of a page.
pub(super) struct Alternate {
    media_type: &'static str,
    title: String,
    /// Whole, if the archive's own is known.
    address: String,
}

impl Alternate {
    pub(super) fn markup(&self) -> String {
        let others = [("type", self.media_type), ("title", self.title.as_str())];
        tag::link("alternate", &self.address, &others)
    }
}

/// All of them: feeds of all issues, of a section on its own page, the Markdown of an issue or a page, and
/// what tells of the page's form for other sites.
pub(super) fn all(
    document: &Document<'_>,
    archive: &Archive,
    feeds: &[FeedLink],
) -> Vec<Alternate> {
    let addresses = Addresses::known(archive);
    let mut alternates: Vec<Alternate> = feeds.iter().take(OF_ISSUES).map(of_feed).collect();
    let source = match document.subject {
        Subject::Section(id) => {
            // Ids have no full stop, so none begins like another before its ending.
            let own = format!("{}.", addresses.of(&section_path(id)));
            let own = feeds.iter().filter(|feed| feed.address.starts_with(&own));
            alternates.extend(own.map(of_feed));
            None
        }
        Subject::Issue(post) => Some(&post.entry.path),
        Subject::Page(page) => Some(&page.entry.path),
        _ => None,
    };
    alternates.extend(source.map(|path| Alternate {
        media_type: "text/markdown",
        title: "Markdown".to_owned(),
        address: addresses.of(&markdown_path(path)),
    }));
    if let Some(public) = Addresses::public(archive) {
        alternates.extend(embed::of_document(document).map(|path| Alternate {
            media_type: embed::MEDIA_TYPE,
            title: document.title.clone(),
            address: public.of(&path),
        }));
    }
    alternates
}

fn of_feed(feed: &FeedLink) -> Alternate {
    Alternate {
        media_type: feed.media_type,
        title: feed.title.clone(),
        address: feed.address.clone(),
    }
}
