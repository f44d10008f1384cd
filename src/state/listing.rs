//! A list of issues as it is narrowed by sections.

use bundle_format::IssueEntry;
use leptos::prelude::*;

use super::archive::ArchiveRef;
use super::memory::Memory;
use super::reading::Reading;
use crate::route;

/// One issue of a list and what is shown of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedIssue {
    /// The issue.
    pub issue: IssueEntry,
    /// Its address.
    pub href: String,
    /// Items that are shown of it; `None` if it is left out.
    pub shown: Signal<Option<u32>>,
    /// How it stands with the reader, in a word; may be empty.
    pub standing: Memo<&'static str>,
}

/// The issues of some places in the manifest, narrowed by what the address says.
#[derive(Debug, Clone)]
pub struct Listing {
    archive: ArchiveRef,
    memory: Memory,
    /// In the manifest's order.
    places: Vec<usize>,
    /// For each of them what [`ListedIssue::shown`] says.
    shown: Memo<Vec<Option<u32>>>,
}

impl Listing {
    /// Lists the issues that `keep` says.
    pub fn new(reading: &Reading, keep: impl Fn(&IssueEntry) -> bool) -> Self {
        let archive = reading.archive.clone();
        let places: Vec<usize> = (0..)
            .zip(&archive.manifest.issues)
            .filter(|(_, issue)| keep(issue))
            .map(|(place, _)| place)
            .collect();
        let chosen = reading.chosen();
        let shown = {
            let (archive, places) = (archive.clone(), places.clone());
            Memo::new(move |_| {
                let chosen = chosen.get();
                let issues = places.iter().filter_map(|place| archive.manifest.issues.get(*place));
                issues
                    .map(|issue| chosen.shows_issue(issue).then(|| chosen.items_of(issue)))
                    .collect::<Vec<_>>()
            })
        };
        Self { archive, memory: reading.memory, places, shown }
    }

    /// How many issues there are, shown or not.
    pub fn total(&self) -> usize {
        self.places.len()
    }

    /// The issues, in the manifest's order.
    pub fn issues(&self) -> Vec<ListedIssue> {
        let shown = self.shown;
        let issues =
            self.places.iter().filter_map(|place| self.archive.manifest.issues.get(*place));
        let issues = issues.enumerate().map(|(row, issue)| ListedIssue {
            issue: issue.clone(),
            href: self.archive.href(&route::entry(&issue.path)),
            shown: Signal::derive(move || shown.with(|shown| shown.get(row).copied().flatten())),
            standing: self.memory.standing(issue),
        });
        issues.collect()
    }

    /// How many issues are shown.
    pub fn shown_count(&self) -> Memo<usize> {
        let shown = self.shown;
        Memo::new(move |_| shown.with(|shown| shown.iter().flatten().count()))
    }
}
