//! One issue: sections, items, what they mention, and hashes by which a change shows.

use bundle_format::markdown_path;
use newsletter::date::Timestamp;
use newsletter::{Heading, Item, ItemKind, Section};
use serde::Serialize;

use super::{Source, VERSION, hash};
use crate::archive::Post;
use crate::hash::content_hash;

#[derive(Serialize)]
pub(super) struct IssueDocument<'archive> {
    version: u32,
    #[serde(rename = "type")]
    kind: &'static str,
    path: &'archive str,
    url: String,
    markdown: String,
    slug: &'archive str,
    title: &'archive str,
    published: String,
    updated: String,
    words: u32,
    hash: String,
    headlines: &'archive [String],
    sections: Vec<SectionPart<'archive>>,
    footnotes: Option<String>,
}

#[derive(Serialize)]
struct SectionPart<'archive> {
    heading: Option<HeadingPart<'archive>>,
    families: Vec<&'archive str>,
    items: Vec<ItemPart<'archive>>,
}

#[derive(Serialize)]
struct HeadingPart<'archive> {
    anchor: &'archive str,
    url: String,
    text: &'archive str,
    html: String,
}

#[derive(Serialize)]
struct ItemPart<'archive> {
    anchor: &'archive str,
    url: String,
    kind: &'static str,
    heading: Option<HeadingPart<'archive>>,
    text: &'archive str,
    html: String,
    links: &'archive [String],
    entities: Vec<EntityPart<'archive>>,
    hash: String,
}

#[derive(Serialize)]
struct EntityPart<'archive> {
    kind: &'archive str,
    key: &'archive str,
}

impl<'archive> IssueDocument<'archive> {
    pub(super) fn new(source: Source<'archive>, post: &'archive Post) -> Self {
        let Source { archive, addresses } = source;
        let section = |section: &'archive Section| SectionPart {
            heading: section.heading.as_ref().map(|heading| heading_part(source, post, heading)),
            families: section
                .families
                .iter()
                .filter_map(|index| archive.manifest.families.get(usize::from(index.0)))
                .map(|family| family.id.as_str())
                .collect(),
            items: section.items().map(|item| ItemPart::new(source, post, item)).collect(),
        };
        let footnotes = post.issue.footnotes.as_ref();
        Self {
            version: VERSION,
            kind: "issue",
            path: &post.entry.path,
            url: addresses.of(&post.entry.path),
            markdown: addresses.of(&markdown_path(&post.entry.path)),
            slug: post.slug(),
            title: &post.entry.title,
            published: Timestamp(post.entry.published).to_string(),
            updated: post.revised.to_string(),
            words: post.entry.words,
            hash: hash(post.entry.fingerprint.hash),
            headlines: &post.entry.headlines,
            sections: post.issue.sections.iter().map(section).collect(),
            footnotes: footnotes.map(|html| addresses.within(html).to_string()),
        }
    }
}

impl<'archive> ItemPart<'archive> {
    fn new(source: Source<'archive>, post: &'archive Post, item: &'archive Item) -> Self {
        let entities = item.entities.iter();
        Self {
            anchor: item.anchor.as_str(),
            url: source.addresses.of_place(&post.entry.path, item.anchor.as_str()),
            kind: kind(item),
            heading: item.heading.as_ref().map(|heading| heading_part(source, post, heading)),
            text: &item.text,
            html: source.addresses.within(&item.html).to_string(),
            links: &item.links,
            entities: entities
                .map(|entity| EntityPart { kind: &entity.kind, key: &entity.key })
                .collect(),
            hash: hash_of(item),
        }
    }
}

/// What it was in the post.
pub(super) fn kind(item: &Item) -> &'static str {
    match item.kind {
        ItemKind::Bullet => "bullet",
        ItemKind::Feature => "feature",
        ItemKind::Paragraph => "paragraph",
    }
}

fn heading_part<'archive>(
    source: Source<'archive>,
    post: &'archive Post,
    heading: &'archive Heading,
) -> HeadingPart<'archive> {
    HeadingPart {
        anchor: heading.anchor.as_str(),
        url: source.addresses.of_place(&post.entry.path, heading.anchor.as_str()),
        text: &heading.text,
        html: source.addresses.within(&heading.html).to_string(),
    }
}

/// Of what a reader sees and where it leads, so that it is the same wherever the archive is.
fn hash_of(item: &Item) -> String {
    let heading = item.heading.as_ref().map_or("", |heading| &heading.text);
    let mut content = [heading, "\n", &item.text].concat();
    for link in &item.links {
        content.extend(["\n", link]);
    }
    hash(content_hash(content.as_bytes()))
}
