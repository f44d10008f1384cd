//! The manifest: what the app knows of an archive before it opens a post.

use newsletter::date::{Date, Timestamp};
use serde::{Deserialize, Serialize};

/// An archive without the text of its posts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// The publication's name.
    pub title: String,
    /// A short form of the name for narrow places; equal to the title if there is none.
    pub short_title: String,
    /// The line under the name; may be empty.
    pub description: String,
    /// BCP 47 language tag of the posts, such as `en`.
    pub language: String,
    /// The public address without a slash at the end, such as `https://lwkd.info`.
    pub site_url: Option<String>,
    /// Where a post can be edited; `{file}` stands for its file name.
    pub edit_url: Option<String>,
    /// Under which terms the text may be used.
    pub licence: Option<Licence>,
    /// Section families in the order in which they are shown. At most 255.
    pub families: Vec<Family>,
    /// Images at hand, with their sizes.
    pub images: Vec<Image>,
    /// Newest first; ties by path. No two with the same path.
    pub issues: Vec<IssueEntry>,
    /// By path. No two with the same path, and none with an issue's.
    pub pages: Vec<PageEntry>,
    /// The hash of the search index, which names its folder (see [`crate::search_folder`]) and is its
    /// build id.
    pub search: u64,
    /// The hash of the program that searches, which names its folder (see
    /// [`crate::search_program_folder`]). A new issue changes the index and not the program. `None`
    /// if the site was built without it.
    pub search_program: Option<u64>,
    /// The hash of the deadlines, which names their file (see [`crate::deadlines_file`]); `None` for an
    /// archive that announces none.
    pub deadlines: Option<u64>,
}

/// The terms of use, shown at the foot of every page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Licence {
    /// Such as "CC BY 4.0".
    pub name: String,
    /// The text of the terms.
    pub url: String,
}

/// See `newsletter::family::Family`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// As in addresses.
    pub id: String,
    /// As shown.
    pub name: String,
    /// Headings that belong to it, with `*` for any run of characters.
    pub headings: Vec<String>,
    /// Whether its features become headlines.
    pub is_featured: bool,
}

/// The pixel size of one image.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// Path below the base path, beginning with `/`; not percent-encoded.
    pub path: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// One issue, as lists of issues show it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct IssueEntry {
    /// Path below the base path, beginning with `/`: `/2023/20230905`. Not percent-encoded, without
    /// `?`, `#`, `%` and `\`, and without empty parts but for a slash at the end.
    pub path: String,
    /// The post's file name: `2023-09-03-update.md`.
    pub file: String,
    /// From the front matter.
    pub title: String,
    /// Seconds since 1970-01-01T00:00:00Z.
    pub published: i64,
    /// Words of the whole issue.
    pub words: u32,
    /// Of the post's Markdown.
    pub fingerprint: Fingerprint,
    /// Titles of the featured items without their numbers, as plain text, in order.
    pub headlines: Vec<String>,
    /// In document order.
    pub sections: Vec<SectionEntry>,
}

/// What tells a file from its other versions, and from a part of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fingerprint {
    /// The first eight bytes, big-endian, of the SHA-256 of the file's bytes.
    pub hash: u64,
    /// How many bytes there are.
    pub len: u32,
}

/// One section of an issue, as filters count it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionEntry {
    /// Places in [`Manifest::families`]; empty without a heading.
    pub families: Vec<u8>,
    /// Items in it.
    pub items: u32,
}

/// One page beside the posts, such as `authors.md`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PageEntry {
    /// As [`IssueEntry::path`]: `/authors`.
    pub path: String,
    /// Its file name.
    pub file: String,
    /// From the front matter, the first heading or the file name.
    pub title: String,
    /// Of the page's Markdown.
    pub fingerprint: Fingerprint,
}

/// How many issues and items a family has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FamilyCount {
    /// Issues with at least one section of the family.
    pub issues: u32,
    /// Items in those sections.
    pub items: u32,
}

/// Issues on one page of a section's list. More is fewer pages, and a longer wait for each.
pub const SECTION_PAGE: usize = 10;

impl Manifest {
    /// The title of a document of this archive: `name` is an issue's title, a year, a family's name.
    pub fn document_title(&self, name: &str) -> String {
        format!("{name} · {}", self.short_title)
    }

    /// The issue at `path` and its place in [`Manifest::issues`].
    pub fn issue_at(&self, path: &str) -> Option<(usize, &IssueEntry)> {
        self.issues.iter().enumerate().find(|(_, issue)| issue.path == path)
    }

    /// The plain page at `path`.
    pub fn page_at(&self, path: &str) -> Option<&PageEntry> {
        self.pages.iter().find(|page| page.path == path)
    }

    /// The issues that have sections of the family at `family` in [`Manifest::families`], newest first.
    pub fn issues_with(&self, family: u8) -> impl Iterator<Item = &IssueEntry> {
        self.issues.iter().filter(move |issue| issue.items_in(family).is_some())
    }

    /// How many pages the list of a family has; at least one.
    pub fn section_pages(&self, family: u8) -> u32 {
        let pages = self.issues_with(family).count().div_ceil(SECTION_PAGE).max(1);
        u32::try_from(pages).unwrap_or(u32::MAX)
    }

    /// Issues and items of the family at `family` in [`Manifest::families`].
    pub fn family_count(&self, family: u8) -> FamilyCount {
        self.issues.iter().map(|issue| issue.items_in(family)).fold(
            FamilyCount::default(),
            |count, items| FamilyCount {
                issues: count.issues + u32::from(items.is_some()),
                items: count.items.saturating_add(items.unwrap_or(0)),
            },
        )
    }
}

impl IssueEntry {
    /// The UTC day of publication.
    pub fn date(&self) -> Date {
        Timestamp(self.published).date()
    }

    /// The UTC year of publication.
    pub fn year(&self) -> i32 {
        self.date().year
    }

    /// All its items.
    pub fn item_count(&self) -> u32 {
        sum(self.sections.iter())
    }

    /// Items in its sections of `family`; `None` if it has no such section.
    pub fn items_in(&self, family: u8) -> Option<u32> {
        let mut sections =
            self.sections.iter().filter(|section| section.families.contains(&family)).peekable();
        sections.peek()?;
        Some(sum(sections))
    }
}

/// The items of all `sections`; bytes may claim more than the type holds.
fn sum<'a>(sections: impl Iterator<Item = &'a SectionEntry>) -> u32 {
    sections.fold(0, |sum, section| sum.saturating_add(section.items))
}
