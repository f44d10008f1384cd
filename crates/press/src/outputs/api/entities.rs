//! What the archive mentions, and where.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Source, VERSION};

/// The entities of one kind.
#[derive(Serialize)]
pub(super) struct EntitiesDocument<'archive> {
    version: u32,
    #[serde(rename = "type")]
    document: &'static str,
    kind: &'archive str,
    /// The addresses of the items that mention it, newest issue first, by key.
    entities: BTreeMap<&'archive str, Vec<String>>,
}

impl<'archive> EntitiesDocument<'archive> {
    /// One document for each kind that the archive knows, also without any.
    pub(super) fn by_kind(source: Source<'archive>) -> BTreeMap<&'archive str, Self> {
        let patterns = source.archive.patterns.iter();
        let mut kinds: BTreeMap<_, _> =
            patterns.map(|pattern| (pattern.kind.as_str(), Self::none(&pattern.kind))).collect();
        for post in &source.archive.posts {
            for item in post.issue.items() {
                for entity in &item.entities {
                    let address = source.addresses.of_place(&post.entry.path, item.anchor.as_str());
                    let of_kind =
                        kinds.entry(&entity.kind).or_insert_with(|| Self::none(&entity.kind));
                    of_kind.entities.entry(&entity.key).or_default().push(address);
                }
            }
        }
        kinds
    }

    pub(super) fn count(&self) -> usize {
        self.entities.len()
    }

    fn none(kind: &'archive str) -> Self {
        Self { version: VERSION, document: "entities", kind, entities: BTreeMap::new() }
    }
}
