//! A list of issues as it is narrowed by words and sections.

use bundle_format::IssueEntry;
use leptos::prelude::*;

use super::reading::Reading;
use crate::route;
use crate::wording::long_date;

/// One issue of a list and what is shown of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedIssue {
    /// The issue.
    pub issue: IssueEntry,
    /// Its address.
    pub href: String,
    /// Items that are shown of it; `None` if it is left out.
    pub shown: Signal<Option<u32>>,
}

/// The issues of some places in the manifest, narrowed by what the address says.
#[derive(Debug, Clone)]
pub struct Listing {
    /// In the manifest's order.
    pub issues: Vec<ListedIssue>,
    /// For each of them what [`ListedIssue::shown`] says.
    pub shown: Memo<Vec<Option<u32>>>,
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
        let (query, chosen) = (reading.query(), reading.chosen());
        let shown = {
            let (archive, places) = (archive.clone(), places.clone());
            Memo::new(move |_| {
                let words = words_of(&query.with(|query| query.find.clone()));
                let chosen = chosen.get();
                let issues = places.iter().filter_map(|place| archive.manifest.issues.get(*place));
                issues
                    .map(|issue| {
                        let is_shown = chosen.shows_issue(issue) && has_words(issue, &words);
                        is_shown.then(|| chosen.items_of(issue))
                    })
                    .collect::<Vec<_>>()
            })
        };
        let issues = places.iter().filter_map(|place| archive.manifest.issues.get(*place));
        let issues = issues.enumerate().map(|(row, issue)| ListedIssue {
            issue: issue.clone(),
            href: reading.href(&route::entry(&issue.path)),
            shown: Signal::derive(move || shown.with(|shown| shown.get(row).copied().flatten())),
        });
        Self { issues: issues.collect(), shown }
    }

    /// How many issues are shown.
    pub fn shown_count(&self) -> Memo<usize> {
        let shown = self.shown;
        Memo::new(move |_| shown.with(|shown| shown.iter().flatten().count()))
    }
}

fn words_of(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

/// Whether title, date and headlines of an issue hold every word, or the beginning of one.
fn has_words(issue: &IssueEntry, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let text = [issue.title.as_str(), &long_date(issue.date()), &issue.path]
        .into_iter()
        .chain(issue.headlines.iter().map(String::as_str))
        .collect::<Vec<_>>()
        .join("\n")
        .to_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expect: bool) {
        let issue = IssueEntry {
            title: "Week Ending September 3, 2023".into(),
            published: 1_693_951_200,
            headlines: vec!["WebSocket Client".into()],
            ..IssueEntry::default()
        };
        assert_eq!(has_words(&issue, &words_of(words)), expect, "{words}");
    }

    #[test]
    fn every_word_is_looked_for_in_title_date_and_headlines() {
        check("", true);
        check("websocket 2023", true);
        check("SEPTEMBER 5", true);
        check("websocket 2022", false);
    }
}
