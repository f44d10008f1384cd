//! What is due, cut out of the text around a date.

use super::calendar::is_weekday;
use super::tokens::{Token, tokens};

/// Words that lead from a name to its date and belong to neither.
const BEFORE_A_DATE: [&str; 17] = [
    "on", "by", "at", "the", "this", "is", "are", "for", "until", "from", "and", "starting", "eod",
    "-", "\u{2013}", "\u{2014}", "/",
];

/// Words that lead from a date to its name.
const AFTER_A_DATE: [&str; 11] =
    ["is", "are", "the", "and", "but", "then", "also", "-", "\u{2013}", "\u{2014}", "/"];

/// Words in the place of a date that are none.
const UNDATED: [&str; 6] = ["today", "tomorrow", "tonight", "soon", "tbd", "tba"];

/// The text between two dates as a name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Cut {
    /// May be empty.
    pub(super) name: String,
    /// A part before the name that has a word such as "today" instead of a date.
    pub(super) undated: Option<String>,
    /// Whether the date after it is the first day of a week ("week of July 10th").
    pub(super) is_week: bool,
}

/// The name in `text`, which stands before, between or after dates.
pub(super) fn cut(text: &str) -> Cut {
    let tokens = tokens(text);
    let mut words = tokens.as_slice();
    let mut is_week = false;
    if let [rest @ .., week, of] = words
        && (week.word.as_str(), of.word.as_str()) == ("week", "of")
    {
        (words, is_week) = (rest, true);
    }
    let last_undated = (0..words.len()).rev().find(|place| is_undated(words, *place));
    let undated = last_undated.and_then(|place| {
        let (before, after) = words.split_at_checked(place + 1)?;
        let after = stripped(after);
        if after.is_empty() {
            words = words.get(..place).unwrap_or_default();
            return None;
        }
        words = after;
        (!stripped(before.get(..place)?).is_empty()).then(|| between(text, before))
    });
    Cut { name: between(text, stripped(words)), undated, is_week }
}

fn is_undated(words: &[Token], place: usize) -> bool {
    let word = |place: usize| words.get(place).map_or("", |token| token.word.as_str());
    let is_this_week = word(place) == "week"
        && place.checked_sub(1).is_some_and(|before| matches!(word(before), "this" | "next"));
    UNDATED.contains(&word(place)) || is_this_week
}

/// The words without those that only lead to or from a date.
fn stripped(mut words: &[Token]) -> &[Token] {
    while let [first, rest @ ..] = words
        && AFTER_A_DATE.contains(&first.word.as_str())
    {
        words = rest;
    }
    while let [rest @ .., last] = words
        && (BEFORE_A_DATE.contains(&last.word.as_str()) || is_weekday(&last.word))
    {
        words = rest;
    }
    words
}

/// The text from the first of `words` to the last, with the bracket that the last one closes.
fn between(text: &str, words: &[Token]) -> String {
    let ends = words.first().zip(words.last());
    let Some(name) = ends.and_then(|(first, last)| text.get(first.start..last.end)) else {
        return String::new();
    };
    // "Final release, due June 17th": the verb is not of the name.
    let name = name.strip_suffix(", due").unwrap_or(name);
    let is_open = name.matches('(').count() > name.matches(')').count();
    if is_open { format!("{name})") } else { name.to_owned() }
}
