//! JSON Feed 1.1: <https://www.jsonfeed.org/version/1.1/>.

use serde::Serialize;

use super::feed::{Entry, Feed};
use super::source::Source;

pub(super) const ENDING: &str = ".json";
pub(super) const MEDIA_TYPE: &str = "application/feed+json";
pub(super) const VERSION: &str = "https://jsonfeed.org/version/1.1";

#[derive(Serialize)]
struct Document<'feed> {
    version: &'static str,
    title: &'feed str,
    home_page_url: String,
    feed_url: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'feed str,
    language: &'feed str,
    authors: [Author<'feed>; 1],
    items: Vec<Item<'feed>>,
}

#[derive(Serialize)]
struct Author<'feed> {
    name: &'feed str,
}

#[derive(Serialize)]
struct Item<'feed> {
    id: &'feed str,
    url: &'feed str,
    title: &'feed str,
    content_html: &'feed str,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'feed str,
    date_published: String,
    date_modified: String,
    tags: Vec<&'feed str>,
}

pub(super) fn write(feed: &Feed<'_>, source: &Source<'_>) -> String {
    let manifest = &source.archive.manifest;
    let document = Document {
        version: VERSION,
        title: &feed.title,
        home_page_url: source.addresses.of(&feed.page),
        feed_url: source.addresses.of(&format!("{}{ENDING}", feed.path)),
        description: &feed.description,
        language: &manifest.language,
        authors: [Author { name: &manifest.title }],
        items: feed.entries.iter().map(item).collect(),
    };
    crate::outputs::json::text(&document)
}

fn item<'feed>(entry: &'feed Entry<'_>) -> Item<'feed> {
    Item {
        id: &entry.id,
        url: &entry.url,
        title: &entry.title,
        content_html: &entry.html,
        summary: &entry.summary,
        date_published: entry.published.to_string(),
        date_modified: entry.updated.to_string(),
        tags: entry.families.iter().map(|(_, name)| *name).collect(),
    }
}
