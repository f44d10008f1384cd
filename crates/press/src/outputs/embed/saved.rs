//! Saved searches: the engine that readers search with, asked when the archive is built.

use masthead::widgets::Hit;
use newsletter_search::{Built, Index, Request, Sort};

use crate::archive::{Archive, Post};
use crate::config::SavedSearch;

/// A saved search with what it finds.
#[derive(Debug, Clone)]
pub(super) struct Found<'archive> {
    pub(super) search: &'archive SavedSearch,
    /// Newest first.
    pub(super) hits: Vec<Hit<'archive>>,
}

/// What every saved search finds in the index of the archive.
pub(super) fn all<'archive>(archive: &'archive Archive, built: &Built) -> Vec<Found<'archive>> {
    if archive.saved_searches.is_empty() {
        return Vec::new();
    }
    // What has just been written can be read.
    let Some(index) = opened(built) else { return Vec::new() };
    let found =
        |search: &'archive SavedSearch| Found { search, hits: hits(archive, &index, search) };
    archive.saved_searches.iter().map(found).collect()
}

/// The index with everything in it, so that each answer is whole.
fn opened(built: &Built) -> Option<Index> {
    let mut index = Index::open(&built.root).ok()?;
    built.parts.iter().try_for_each(|(id, part)| index.supply(*id, part.clone())).ok()?;
    Some(index)
}

fn hits<'archive>(
    archive: &'archive Archive,
    index: &Index,
    search: &SavedSearch,
) -> Vec<Hit<'archive>> {
    let request = Request {
        // White space at its end says that the last word is whole.
        query: format!("{} ", search.query),
        sort: Sort::Newest,
        limit: search.items,
        ..Request::default()
    };
    let answer = index.search(&request).answer;
    // Items that have only most of the words were not asked for.
    let hits = answer.hits.iter().filter(|_| !answer.is_relaxed);
    let places = hits.filter_map(|hit| hit.content.as_ref());
    places.filter_map(|content| hit(archive, &content.path, &content.anchor)).collect()
}

fn hit<'archive>(archive: &'archive Archive, path: &str, anchor: &str) -> Option<Hit<'archive>> {
    let post: &Post = archive.posts.iter().find(|post| post.entry.path == path)?;
    post.issue.sections.iter().find_map(|section| {
        let item = section.items().find(|item| item.anchor.as_str() == anchor)?;
        let section = section.heading.as_ref().map_or("", |heading| heading.text.as_str());
        Some(Hit { entry: &post.entry, section, item })
    })
}
