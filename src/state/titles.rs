//! Issues by their titles, dates and headlines, which the manifest has: found without the index.

use bundle_format::{IssueEntry, Manifest};

use crate::wording::{is_in_dates, long_date};

/// The newest issues, at most `most`, whose title, date and headlines hold all of `words` or their
/// beginnings. None for no words, and for those that are a search's own language.
pub fn issues_called<'a>(words: &str, manifest: &'a Manifest, most: usize) -> Vec<&'a IssueEntry> {
    if words.trim().is_empty() || words.contains([':', '"']) {
        return Vec::new();
    }
    let words: Vec<Word> = words.split_whitespace().map(Word::new).collect();
    let is_called = |issue: &&IssueEntry| words.iter().all(|word| word.is_in(issue));
    manifest.issues.iter().filter(is_called).take(most).collect()
}

/// A word that every issue is asked for with every key, so it makes no text that it can do without.
struct Word {
    /// In lower case.
    text: String,
    /// Whether any date holds it.
    is_of_date: bool,
}

impl Word {
    fn new(word: &str) -> Self {
        let text = word.to_lowercase();
        Self { is_of_date: is_in_dates(&text), text }
    }

    fn is_in(&self, issue: &IssueEntry) -> bool {
        let headlines = issue.headlines.iter().map(String::as_str);
        let mut texts = [issue.title.as_str(), &issue.path].into_iter().chain(headlines);
        texts.any(|text| self.is_in_text(text))
            || (self.is_of_date && self.is_in_text(&long_date(issue.date())))
    }

    fn is_in_text(&self, text: &str) -> bool {
        if !self.text.is_ascii() {
            return text.to_lowercase().contains(&self.text);
        }
        let word = self.text.as_bytes();
        text.as_bytes().windows(word.len()).any(|run| run.eq_ignore_ascii_case(word))
    }
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
        check("5, WEEK", 2);
        check("décembre", 0);
    }

    #[test]
    fn nothing_and_operators_are_called_like_no_issue() {
        check(" ", 0);
        check("year:2023", 0);
        check("\"websocket client\"", 0);
    }
}
