//! A feed before it is written in a format.

use std::path::Path;

use newsletter::date::Timestamp;
use newsletter::diagnostic::LineNumber;

/// What both formats say.
#[derive(Debug)]
pub(crate) struct Feed<'archive> {
    /// Its path below the base path without the ending, which is the format's: `/feed`.
    pub(crate) path: String,
    /// The archive's title, and what of it the feed holds.
    pub(crate) title: String,
    /// May be empty.
    pub(crate) description: String,
    /// The path of the page that shows the same.
    pub(crate) page: String,
    /// Newest first.
    pub(crate) entries: Vec<Entry<'archive>>,
}

/// An issue, a part of one, or an item.
#[derive(Debug)]
pub(crate) struct Entry<'archive> {
    /// Stays the same for good.
    pub(crate) id: String,
    /// Where a person reads it.
    pub(crate) url: String,
    /// Plain text.
    pub(crate) title: String,
    /// When the issue was published.
    pub(crate) published: Timestamp,
    /// When the content changed last; never before the publication.
    pub(crate) updated: Timestamp,
    /// Plain text; empty if the content says it all.
    pub(crate) summary: String,
    /// The content, with whole addresses.
    pub(crate) html: String,
    /// Families: id and name.
    pub(crate) families: Vec<(&'archive str, &'archive str)>,
    /// The post that it comes from.
    pub(crate) post: &'archive Path,
    /// Where in the post it begins.
    pub(crate) line: LineNumber,
}

impl Feed<'_> {
    /// When anything in it changed last; the beginning of 1970 for a feed without entries.
    pub(crate) fn updated(&self) -> Timestamp {
        self.entries.iter().map(|entry| entry.updated).max().unwrap_or(Timestamp(0))
    }
}
