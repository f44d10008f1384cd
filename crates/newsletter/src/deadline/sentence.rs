//! Deadlines outside of lead lines: a line that is a name and a date, and a sentence that says when
//! something is due. Both are taken only if nothing is left to guess.

use super::calendar::is_weekday;
use super::mention::{WrittenDate, dates};
use super::name::cut;
use super::tokens::{Token, tokens};
use super::{Announcement, Place, When};
use crate::date::Date;

/// The most words of a name; longer ones are prose.
const MOST_NAME_WORDS: usize = 10;

/// How many days a date outside of a lead line may be past: what is over is history, but an issue is
/// written a few days before it is published.
const MOST_DAYS_PAST: i64 = 4;

/// Verbs between what is due and its date.
const VERBS: [&str; 9] =
    ["is", "are", "due", "begins", "begin", "starts", "start", "closes", "close"];

/// Verbs between what is due and its new date.
const VERBS_OF_MOVING: [&str; 6] =
    ["moved", "pushed", "postponed", "delayed", "extended", "rescheduled"];

/// What may stand among these verbs and the date.
const BEFORE_DATE: [&str; 15] = [
    "on", "by", "this", "now", "still", "also", "to", "until", "back", "from", "has", "have",
    "been", "was", "were",
];

/// Words that make a subject more than the name of what is due.
const NOT_IN_A_NAME: [&str; 14] = [
    "you", "your", "we", "it", "they", "these", "those", "which", "that", "who", "if", "when",
    "was", "were",
];

/// Where a sentence or a part of one begins.
const CLAUSE_MARKS: [&str; 9] = [". ", "! ", "? ", "; ", ": ", "(", ", ", " but ", " since "];

/// What a line says of one of its dates.
struct Said {
    /// What is due.
    name: String,
    /// Whether the date is "from July 10th to July 24th", of which only the end holds.
    is_end_meant: bool,
}

/// The deadlines in a line of an issue of the day `published`. `words` are those of which a
/// sentence must have one.
pub(super) fn announcements(
    text: &str,
    place: &Place,
    published: Date,
    words: &[String],
) -> Vec<Announcement> {
    let dates = dates(&tokens(text), published);
    let named = match dates.as_slice() {
        [date] => labelled(text, date).map(|said| vec![(said, date)]),
        _ => None,
    };
    let found = named.unwrap_or_else(|| said(text, &dates, words)).into_iter();
    let announcements = found.filter_map(|(Said { name, is_end_meant }, date)| {
        let when = match date.when? {
            When::Days { last, .. } if is_end_meant => When::day(last),
            when => when,
        };
        Some(Announcement { name, when, is_tentative: false, is_lead: false, place: place.clone() })
    });
    let is_current = |when: When| published.days() - when.last_day().days() <= MOST_DAYS_PAST;
    announcements.filter(|found| is_current(found.when)).collect()
}

/// The name in a line that is "Code Freeze: March 9th" or "March 9th: Code Freeze".
fn labelled(text: &str, date: &WrittenDate) -> Option<Said> {
    let marks = [':', '-', '\u{2013}', '\u{2014}'];
    let before = text.get(..date.start)?.trim();
    let after = text.get(date.end..)?.trim();
    let name = if after.trim_matches(['.', ')']).is_empty() {
        let (label, rest) = before.split_at_checked(before.rfind(marks)?)?;
        // Only a weekday may stand between the mark and the date.
        cut(rest).name.is_empty().then(|| cut(label).name)?
    } else if before.is_empty() {
        cut(after.strip_prefix(marks)?).name
    } else {
        return None;
    };
    is_short(&tokens(&name)).then_some(Said { name, is_end_meant: false })
}

/// The dates of which a sentence says that something is due then, with what is due.
fn said<'dates>(
    text: &str,
    dates: &'dates [WrittenDate],
    words: &[String],
) -> Vec<(Said, &'dates WrittenDate)> {
    let starts = std::iter::once(0).chain(dates.iter().map(|date| date.end));
    let befores = starts.zip(dates).filter_map(|(start, date)| {
        let before = text.get(start..date.start)?;
        Some((subject(before, words)?, date))
    });
    befores.collect()
}

/// The subject of the sentence that `before` ends in, if it says that something is due at a date.
fn subject(before: &str, words: &[String]) -> Option<Said> {
    let before = without_weekday(before);
    let start = CLAUSE_MARKS.iter().filter_map(|mark| Some(before.rfind(mark)? + mark.len())).max();
    let clause = before.get(start.unwrap_or(0)..)?;
    let tokens = tokens(clause);
    let is_before_date = |token: &Token| {
        let word = token.word.as_str();
        VERBS.contains(&word)
            || VERBS_OF_MOVING.contains(&word)
            || BEFORE_DATE.contains(&word)
            || is_weekday(word)
    };
    let length = tokens.iter().rposition(|token| !is_before_date(token))? + 1;
    let (subject, verbs) = tokens.split_at_checked(length)?;
    let has = |tokens: &[Token], words: &[&str]| {
        tokens.iter().any(|token| words.contains(&token.word.as_str()))
    };
    let is_moved = has(verbs, &VERBS_OF_MOVING);
    let is_deadline = |token: &Token| words.iter().any(|word| word.to_lowercase() == token.word);
    // A bracket that closes here was opened before the clause: it is the end of something else.
    let is_whole = !clause.contains(')');
    let is_said = (is_moved || has(verbs, &VERBS))
        && tokens.iter().any(is_deadline)
        && !has(subject, &NOT_IN_A_NAME)
        && is_whole
        && is_short(subject);
    let name = capitalised(&cut(clause.get(..subject.last()?.end)?).name);
    is_said.then_some(Said { name, is_end_meant: is_moved && has(verbs, &["from"]) })
}

/// The text without "Friday," at its end: this comma is no end of a clause.
fn without_weekday(before: &str) -> &str {
    let tokens = tokens(before);
    let weekday = tokens.last().filter(|last| is_weekday(&last.word));
    weekday.and_then(|weekday| before.get(..weekday.start)).unwrap_or(before)
}

fn is_short(words: &[Token]) -> bool {
    (1..=MOST_NAME_WORDS).contains(&words.len())
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
