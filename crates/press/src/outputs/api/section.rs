//! The items of one section family, issue by issue.

use bundle_format::{Family, section_path};
use newsletter::Section;
use newsletter::date::Timestamp;
use newsletter::family::FamilyIndex;
use serde::Serialize;

use super::issue::ItemPart;
use super::{Source, VERSION};
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
            issues: with_it.map(|post| issue(source, post, FamilyIndex(index))).collect(),
        }
    }

    pub(super) fn counts(&self) -> Counts {
        let items = self.issues.iter().map(|issue| issue.items.len()).sum();
        Counts { issues: self.issues.len(), items }
    }
}

fn issue<'archive>(
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
        items: sections
            .flat_map(Section::items)
            .map(|item| ItemPart::new(source, post, item))
            .collect(),
    }
}
