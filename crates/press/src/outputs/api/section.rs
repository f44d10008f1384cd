//! The items of one section family, issue by issue, to be listed: what else is known of them is in the
//! documents of their issues alone, since it weighs more than all that a list needs.

use bundle_format::{Family, section_path};
use newsletter::date::Timestamp;
use newsletter::family::FamilyIndex;
use newsletter::{Item, Section};
use serde::Serialize;

use super::{Source, VERSION, issue};
use crate::archive::Post;

#[derive(Serialize)]
pub(super) struct SectionDocument<'archive> {
    version: u32,
    #[serde(rename = "type")]
    kind: &'static str,
    id: &'archive str,
    name: &'archive str,
    url: String,
    issues: Vec<IssuePart<'archive>>,
}

#[derive(Serialize)]
struct IssuePart<'archive> {
    path: &'archive str,
    url: String,
    title: &'archive str,
    published: String,
    items: Vec<ItemPart<'archive>>,
}

#[derive(Serialize)]
struct ItemPart<'archive> {
    url: String,
    kind: &'static str,
    title: Option<&'archive str>,
    text: &'archive str,
}

/// How much there is of a family.
#[derive(Clone, Copy)]
pub(super) struct Counts {
    pub(super) issues: usize,
    pub(super) items: usize,
}

impl<'archive> SectionDocument<'archive> {
    /// `index` is the place of the family in the manifest.
    pub(super) fn new(source: Source<'archive>, family: &'archive Family, index: u8) -> Self {
        let with_it =
            source.archive.posts.iter().filter(|post| post.entry.items_in(index).is_some());
        Self {
            version: VERSION,
            kind: "section",
            id: &family.id,
            name: &family.name,
            url: source.addresses.of(&section_path(&family.id)),
            issues: with_it.map(|post| part(source, post, FamilyIndex(index))).collect(),
        }
    }

    pub(super) fn counts(&self) -> Counts {
        let items = self.issues.iter().map(|issue| issue.items.len()).sum();
        Counts { issues: self.issues.len(), items }
    }
}

fn part<'archive>(
    source: Source<'archive>,
    post: &'archive Post,
    family: FamilyIndex,
) -> IssuePart<'archive> {
    let sections = post.issue.sections.iter().filter(|section| section.families.contains(&family));
    IssuePart {
        path: &post.entry.path,
        url: source.addresses.of(&post.entry.path),
        title: &post.entry.title,
        published: Timestamp(post.entry.published).to_string(),
        items: sections.flat_map(Section::items).map(|item| listed(source, post, item)).collect(),
    }
}

fn listed<'archive>(
    source: Source<'archive>,
    post: &Post,
    item: &'archive Item,
) -> ItemPart<'archive> {
    ItemPart {
        url: source.addresses.of_place(&post.entry.path, item.anchor.as_str()),
        kind: issue::kind(item),
        title: item.heading.as_ref().map(|heading| heading.text.as_str()),
        text: &item.text,
    }
}
