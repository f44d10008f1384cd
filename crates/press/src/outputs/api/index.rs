//! Where one begins: the archive, its issues, and the addresses of all other documents.

use std::collections::BTreeMap;

use bundle_format::{Family, Licence, markdown_path};
use newsletter::date::Timestamp;
use serde::Serialize;

use super::section::Counts;
use super::{Source, VERSION, download, entities_file, hash, issue_file, section_file};
use crate::archive::Post;
use crate::hash::content_hash;

#[derive(Serialize)]
pub(super) struct Index<'archive> {
    version: u32,
    #[serde(rename = "type")]
    kind: &'static str,
    schema: String,
    title: &'archive str,
    description: &'archive str,
    language: &'archive str,
    url: String,
    licence: Option<&'archive Licence>,
    download: Download,
    issues: Vec<IssueSummary<'archive>>,
    sections: Vec<SectionSummary<'archive>>,
    entities: Vec<EntitiesSummary<'archive>>,
}

#[derive(Serialize)]
struct Download {
    url: String,
    bytes: usize,
    hash: String,
}

#[derive(Serialize)]
struct IssueSummary<'archive> {
    path: &'archive str,
    url: String,
    markdown: String,
    json: String,
    slug: &'archive str,
    title: &'archive str,
    published: String,
    updated: String,
    words: u32,
    items: u32,
    hash: String,
    headlines: &'archive [String],
}

#[derive(Serialize)]
struct SectionSummary<'archive> {
    id: &'archive str,
    name: &'archive str,
    json: String,
    issues: usize,
    items: usize,
}

#[derive(Serialize)]
struct EntitiesSummary<'archive> {
    kind: &'archive str,
    json: String,
    count: usize,
}

impl<'archive> Index<'archive> {
    pub(super) fn new(
        source: Source<'archive>,
        sections: &[(&'archive Family, Counts)],
        entities: &BTreeMap<&'archive str, usize>,
        compressed: &[u8],
    ) -> Self {
        let manifest = &source.archive.manifest;
        Self {
            version: VERSION,
            kind: "index",
            schema: source.address("/schema.json"),
            title: &manifest.title,
            description: &manifest.description,
            language: &manifest.language,
            url: source.addresses.of("/"),
            licence: manifest.licence.as_ref(),
            download: Download {
                url: source.address(download::FILE),
                bytes: compressed.len(),
                hash: hash(content_hash(compressed)),
            },
            issues: source.archive.posts.iter().map(|post| issue(source, post)).collect(),
            sections: sections
                .iter()
                .map(|(family, counts)| SectionSummary {
                    id: &family.id,
                    name: &family.name,
                    json: source.address(&section_file(&family.id)),
                    issues: counts.issues,
                    items: counts.items,
                })
                .collect(),
            entities: entities
                .iter()
                .map(|(kind, count)| EntitiesSummary {
                    kind,
                    json: source.address(&entities_file(kind)),
                    count: *count,
                })
                .collect(),
        }
    }
}

fn issue<'archive>(source: Source<'archive>, post: &'archive Post) -> IssueSummary<'archive> {
    IssueSummary {
        path: &post.entry.path,
        url: source.addresses.of(&post.entry.path),
        markdown: source.addresses.of(&markdown_path(&post.entry.path)),
        json: source.address(&issue_file(post)),
        slug: post.slug(),
        title: &post.entry.title,
        published: Timestamp(post.entry.published).to_string(),
        updated: post.revised.to_string(),
        words: post.entry.words,
        items: post.entry.item_count(),
        hash: hash(post.entry.fingerprint.hash),
        headlines: &post.entry.headlines,
    }
}
