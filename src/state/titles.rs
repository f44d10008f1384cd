//! Issues by their titles, dates and headlines, which the manifest has: found without the index.

use bundle_format::{IssueEntry, Manifest};

use crate::wording::long_date;

/// The newest issues, at most `most`, whose title, date and headlines hold all of `words` or their
/// beginnings. None for no words, and for those that are a search's own language.
pub fn issues_called<'a>(words: &str, manifest: &'a Manifest, most: usize) -> Vec<&'a IssueEntry> {
    if words.trim().is_empty() || words.contains([':', '"']) {
        return Vec::new();
    }
    let words: Vec<_> = words.split_whitespace().map(str::to_lowercase).collect();
    manifest.issues.iter().filter(|issue| has_words(issue, &words)).take(most).collect()
}

fn has_words(issue: &IssueEntry, words: &[String]) -> bool {
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

    fn check(words: &str, expect: usize) {
        let issue = IssueEntry {
            title: "Week Ending September 3, 2023".into(),
            published: 1_693_951_200,
            headlines: vec!["WebSocket Client".into()],
            ..IssueEntry::default()
        };
        let manifest = Manifest { issues: vec![issue.clone(), issue], ..Manifest::default() };
        assert_eq!(issues_called(words, &manifest, 2).len(), expect, "{words}");
        assert_eq!(issues_called(words, &manifest, 1).len(), expect.min(1), "{words}");
    }

    #[test]
    fn every_word_is_looked_for_in_title_date_and_headlines() {
        check("websocket 2023", 2);
        check("SEPTEMBER 5", 2);
        check("websocket 2022", 0);
    }

    #[test]
    fn nothing_and_operators_are_called_like_no_issue() {
        check(" ", 0);
        check("year:2023", 0);
        check("\"websocket client\"", 0);
    }
}
