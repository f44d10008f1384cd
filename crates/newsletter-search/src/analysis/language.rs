//! What is particular to the language of the posts: English.

use std::borrow::Cow;

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::irregular::IRREGULAR;

/// Words that hold a sentence together and say nothing by themselves, sorted: a query that has other
/// words does not require them.
const FUNCTION_WORDS: [&str; 70] = [
    "a",
    "about",
    "all",
    "am",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "been",
    "being",
    "but",
    "by",
    "can",
    "could",
    "did",
    "do",
    "does",
    "for",
    "from",
    "get",
    "had",
    "happen",
    "happened",
    "happening",
    "happens",
    "has",
    "have",
    "how",
    "i",
    "if",
    "in",
    "into",
    "is",
    "it",
    "its",
    "me",
    "my",
    "of",
    "on",
    "or",
    "our",
    "should",
    "so",
    "than",
    "that",
    "the",
    "their",
    "them",
    "there",
    "these",
    "they",
    "this",
    "to",
    "us",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "which",
    "who",
    "why",
    "will",
    "with",
    "would",
    "you",
];

/// See [`FUNCTION_WORDS`].
pub(crate) fn is_function_word(term: &str) -> bool {
    FUNCTION_WORDS.binary_search(&term).is_ok()
}

/// What all forms of a word share; the term itself if it is no plain word.
pub(crate) fn stem(term: &str) -> Cow<'_, str> {
    if term.bytes().all(|byte| byte.is_ascii_lowercase()) {
        Stemmer::create(Algorithm::English).stem(term)
    } else {
        Cow::Borrowed(term)
    }
}

/// What terms with this stem begin with: a stemmer changes a last `y` to `i`.
pub(crate) fn beginning_of_forms(stem: &str) -> &str {
    stem.strip_suffix(['i', 'y']).filter(|rest| rest.len() > 1).unwrap_or(stem)
}

/// The other forms of an irregular verb or noun, as written in the table.
pub(crate) fn irregular_forms(term: &str) -> impl Iterator<Item = &'static str> {
    let stem = stem(term).into_owned();
    let owned_term = term.to_owned();
    // Two words with one stem begin alike, and most rows are passed over by that.
    let is_it = move |form: &str| {
        let is_alike = form.as_bytes().first() == owned_term.as_bytes().first();
        is_alike && (form == owned_term || self::stem(form) == stem)
    };
    let row = IRREGULAR.iter().find(|row| row.split(' ').any(&is_it));
    row.into_iter().flat_map(|row| row.split(' '))
}
