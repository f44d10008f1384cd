//! What the feeds of an archive hold: its newest issues, those of each section family, and its newest
//! items.

use std::collections::HashMap;

use bundle_format::{Family, section_path};
use newsletter::date::Timestamp;
use newsletter::diagnostic::LineNumber;
use newsletter::family::FamilyIndex;
use newsletter::{Item, Section};

use super::feed::{Entry, Feed};
use crate::archive::{Archive, Post};
use crate::outputs::address::Addresses;
use crate::outputs::content::Content;

/// Makes the feeds of one archive.
pub(super) struct Source<'archive> {
    pub(super) archive: &'archive Archive,
    pub(super) addresses: Addresses<'archive>,
    /// See [`crate::config::FeedSettings::id_base`].
    pub(super) id_base: &'archive str,
}

/// A whole post begins here.
const TOP: LineNumber = LineNumber(1);

impl<'archive> Source<'archive> {
    /// Every feed: that of issues first, then those of sections that any issue has, then that of
    /// items.
    pub(super) fn feeds(&self) -> Vec<Feed<'archive>> {
        let families = (0..=u8::MAX).map(FamilyIndex).zip(&self.archive.manifest.families);
        let of_sections = families.map(|(index, family)| self.of_family(index, family));
        let mut feeds = vec![self.of_issues()];
        feeds.extend(of_sections.filter(|feed| !feed.entries.is_empty()));
        feeds.push(self.of_items());
        feeds
    }

    fn of_issues(&self) -> Feed<'archive> {
        let manifest = &self.archive.manifest;
        let newest = self.archive.posts.iter().take(self.archive.feeds.issues);
        let entries = newest.map(|post| Entry {
            id: self.id(post),
            url: self.addresses.of(&post.entry.path),
            title: post.entry.title.clone(),
            updated: post.revised,
            summary: post.entry.headlines.join("; "),
            html: self.content(post).of_issue(&post.issue),
            families: self.families(&post.issue.sections),
            ..entry_of(post, TOP)
        });
        Feed {
            path: "/feed".to_owned(),
            title: manifest.title.clone(),
            description: manifest.description.clone(),
            page: "/".to_owned(),
            entries: entries.collect(),
        }
    }

    fn of_family(&self, index: FamilyIndex, family: &'archive Family) -> Feed<'archive> {
        let is_of_family = |section: &&Section| section.families.contains(&index);
        let entries = self.archive.posts.iter().filter_map(|post| {
            let first = post.issue.sections.iter().find(is_of_family)?;
            let heading = first.heading.as_ref()?;
            Some(Entry {
                id: format!("{}?section={}", self.id(post), family.id),
                url: self.addresses.of_place(&post.entry.path, heading.anchor.as_str()),
                title: format!("{}: {}", post.entry.title, family.name),
                html: self
                    .content(post)
                    .of_sections(post.issue.sections.iter().filter(is_of_family)),
                families: vec![(&family.id, &family.name)],
                ..entry_of(post, heading.line)
            })
        });
        let title = &self.archive.manifest.title;
        Feed {
            path: section_path(&family.id),
            title: format!("{title}: {}", family.name),
            description: format!("{} in every issue of {title} that has it.", family.name),
            page: section_path(&family.id),
            entries: entries.take(self.archive.feeds.issues).collect(),
        }
    }

    fn of_items(&self) -> Feed<'archive> {
        let entries = self.archive.posts.iter().flat_map(|post| self.items(post));
        let title = &self.archive.manifest.title;
        Feed {
            path: "/items".to_owned(),
            title: format!("{title}: every item"),
            description: format!("Every item of {title}, one by one."),
            page: "/".to_owned(),
            entries: entries.take(self.archive.feeds.items).collect(),
        }
    }

    fn items(&self, post: &'archive Post) -> impl Iterator<Item = Entry<'archive>> {
        let mut seen = HashMap::new();
        let sections = post.issue.sections.iter();
        sections.flat_map(|section| section.items().map(move |item| (section, item))).map(
            move |(section, item)| Entry {
                id: format!("{}#{}", self.id(post), unique(item.identity(), &mut seen)),
                url: self.addresses.of_place(&post.entry.path, item.anchor.as_str()),
                title: title(item, section, post),
                html: self.content(post).of_item(item),
                families: self.families(std::slice::from_ref(section)),
                ..entry_of(post, item.line)
            },
        )
    }

    fn id(&self, post: &Post) -> String {
        format!("{}{}", self.id_base, post.identity)
    }

    fn content(&self, post: &'archive Post) -> Content<'archive> {
        Content { addresses: self.addresses, path: &post.entry.path, has_marks: true }
    }

    /// Each family of the sections once, in the order of the archive.
    fn families(&self, sections: &[Section]) -> Vec<(&'archive str, &'archive str)> {
        let has = |index| sections.iter().any(|section| section.families.contains(&index));
        let families = (0..=u8::MAX).map(FamilyIndex).zip(&self.archive.manifest.families);
        let own = families.filter(|(index, _)| has(*index));
        own.map(|(_, family)| (family.id.as_str(), family.name.as_str())).collect()
    }
}

/// What entries of one post have in common.
fn entry_of(post: &Post, line: LineNumber) -> Entry<'_> {
    let published = Timestamp(post.entry.published);
    Entry {
        id: String::new(),
        url: String::new(),
        title: String::new(),
        published,
        // A change of the post need not be one of this part of it.
        updated: published,
        summary: String::new(),
        html: String::new(),
        families: Vec::new(),
        post: &post.source.path,
        line,
    }
}

/// An item without words, such as a picture, is named by what it stands in.
fn title(item: &Item, section: &Section, post: &Post) -> String {
    let title = item.title();
    if !title.is_empty() {
        return title;
    }
    let heading = section.heading.as_ref().map(|heading| heading.text.as_str());
    heading.filter(|text| !text.is_empty()).unwrap_or(&post.entry.title).to_owned()
}

/// The second item of a name is `name-2`, and so on.
fn unique(name: String, seen: &mut HashMap<String, usize>) -> String {
    let count = seen.entry(name.clone()).or_insert(0);
    *count += 1;
    if *count == 1 { name } else { format!("{name}-{count}") }
}
