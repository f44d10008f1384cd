//! What a post's file name says: Jekyll's `YEAR-MONTH-DAY-title.md`.

use super::date;
use crate::date::Timestamp;

/// A file name in its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileName<'name> {
    /// Without the extension: `2023-09-03-update`.
    pub(crate) stem: &'name str,
    /// The stem without the date: `update`; the stem itself if it does not begin with a date.
    pub(crate) words: &'name str,
    date: Option<&'name str>,
}

impl<'name> FileName<'name> {
    /// Takes a file name apart. Full stops at the end of the stem do not count, as in Jekyll.
    pub(crate) fn new(file_name: &'name str) -> Self {
        let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
        let stem = stem.trim_end_matches('.');
        let date_length = date_length(stem);
        let (date, words) = stem.split_at(date_length.unwrap_or(0));
        Self {
            stem,
            words: words
                .strip_prefix(['-', '_'])
                .filter(|_| date_length.is_some())
                .unwrap_or(words),
            date: date_length.map(|_| date),
        }
    }

    /// The date, read as one in the front matter would be; `None` without one.
    pub(super) fn date(self) -> Option<Timestamp> {
        date::read(self.date?).map(|reading| reading.moment)
    }

    /// The words with capitals, as Jekyll titles a post without a title; the file name without words.
    pub(super) fn title(self) -> String {
        let words = if self.words.is_empty() { self.stem } else { self.words };
        words.split('-').map(capitalized).collect::<Vec<_>>().join(" ")
    }
}

/// How much of a stem is `YEAR-MONTH-DAY`, if the stem ends there or words follow.
fn date_length(stem: &str) -> Option<usize> {
    let length = stem.match_indices(['-', '_']).nth(2).map_or(stem.len(), |(index, _)| index);
    let (date, _) = stem.split_at(length);
    let mut digits = date
        .split('-')
        .map(|part| if part.bytes().all(|byte| byte.is_ascii_digit()) { part.len() } else { 0 });
    let parts = [digits.next()?, digits.next()?, digits.next()?];
    (matches!(parts, [4, 1..=2, 1..=2]) && digits.next().is_none()).then_some(length)
}

/// The first letter in upper case and the others in lower case.
fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars.as_str().to_lowercase().chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file_name: &str, words: &str, date: Option<&str>, title: &str) {
        let name = FileName::new(file_name);
        assert_eq!(name.words, words, "words of {file_name}");
        assert_eq!(name.date().map(|date| date.date().to_string()).as_deref(), date, "{file_name}");
        assert_eq!(name.title(), title, "title of {file_name}");
    }

    #[test]
    fn file_name_has_a_date_and_words() {
        check("2023-09-03-update.md", "update", Some("2023-09-03"), "Update");
        check("2023-9-3-k8s-API-news.markdown", "k8s-API-news", Some("2023-09-03"), "K8s Api News");
        check("2023-09-03_zola.md", "zola", Some("2023-09-03"), "Zola");
        check("2022-02-29-leap.md", "leap", Some("2022-03-01"), "Leap");
        check("2023-09-03.md", "", Some("2023-09-03"), "2023 09 03");
        check("2023-09-03-v1.28...md", "v1.28", Some("2023-09-03"), "V1.28");
        check("été.md", "été", None, "Été");
    }

    #[test]
    fn other_digits_are_not_a_date() {
        check("2023-13-01-x.md", "x", None, "X");
        check("20230903-x.md", "20230903-x", None, "20230903 X");
        check("1-2-3-x.md", "1-2-3-x", None, "1 2 3 X");
        check("2023-09-03x.md", "2023-09-03x", None, "2023 09 03x");
        check("", "", None, "");
    }
}
