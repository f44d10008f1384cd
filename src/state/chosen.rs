//! Which sections are shown: the families chosen in the address.

use bundle_format::IssueEntry;
use newsletter::{Issue, Section};

use super::archive::Archive;

/// Places of the chosen families in the manifest; empty means all sections.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen(Vec<u8>);

/// One family that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its place in the manifest.
    pub family: u8,
    /// As shown.
    pub name: String,
    /// Items it has here.
    pub items: u32,
}

impl Chosen {
    /// From the ids in the address; unknown ones are passed over.
    pub fn from_ids(ids: &[String], archive: &Archive) -> Self {
        Self(ids.iter().filter_map(|id| archive.family(id)).collect())
    }

    /// The ids of the chosen families.
    pub fn ids(&self, archive: &Archive) -> Vec<String> {
        self.0.iter().map(|family| archive.family_id(*family).to_owned()).collect()
    }

    /// Whether everything is shown.
    pub fn is_all(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this family is among the chosen.
    pub fn has(&self, family: u8) -> bool {
        self.0.contains(&family)
    }

    /// Whether a section of these families is shown. Text without a family is shown only with all.
    pub fn shows(&self, families: &[u8]) -> bool {
        self.is_all() || families.iter().any(|family| self.has(*family))
    }

    /// As [`Chosen::shows`], for a parsed section.
    pub fn shows_section(&self, section: &Section) -> bool {
        self.is_all() || section.families.iter().any(|family| self.has(family.0))
    }

    /// Items of `issue` that are shown.
    pub fn items_of(&self, issue: &IssueEntry) -> u32 {
        issue
            .sections
            .iter()
            .filter(|section| self.shows(&section.families))
            .map(|section| section.items)
            .sum()
    }

    /// Whether an issue has anything to show.
    pub fn shows_issue(&self, issue: &IssueEntry) -> bool {
        self.is_all() || issue.sections.iter().any(|section| self.shows(&section.families))
    }

    /// The ids with `family` added or, if it was there, removed, in the manifest's order.
    pub fn toggled(&self, family: u8, archive: &Archive) -> Vec<String> {
        let mut chosen = self.0.clone();
        if let Some(place) = chosen.iter().position(|known| *known == family) {
            chosen.remove(place);
        } else {
            chosen.push(family);
        }
        chosen.sort_unstable();
        Self(chosen).ids(archive)
    }
}

/// The families of an issue with their items, in the manifest's order.
pub fn choices_of_issue(issue: &Issue, archive: &Archive) -> Vec<Choice> {
    choices(archive, |family| {
        let mut sections = issue
            .sections
            .iter()
            .filter(|section| section.families.iter().any(|known| known.0 == family))
            .peekable();
        sections.peek()?;
        u32::try_from(sections.map(|section| section.items().count()).sum::<usize>()).ok()
    })
}

/// The families of many issues with their items, in the manifest's order.
pub fn choices_of_issues<'a>(
    issues: impl Iterator<Item = &'a IssueEntry> + Clone,
    archive: &Archive,
) -> Vec<Choice> {
    choices(archive, |family| {
        let mut counts = issues.clone().filter_map(|issue| issue.items_in(family)).peekable();
        counts.peek()?;
        Some(counts.sum())
    })
}

fn choices(archive: &Archive, items_in: impl Fn(u8) -> Option<u32>) -> Vec<Choice> {
    (0..=u8::MAX)
        .zip(&archive.manifest.families)
        .filter_map(|(place, family)| {
            Some(Choice { family: place, name: family.name.clone(), items: items_in(place)? })
        })
        .collect()
}
