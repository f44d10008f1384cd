//! Dates in a line of text: single days, ranges, and moments.

use super::When;
use super::calendar::{day, is_weekday, month, resolved, year};
use super::clock::Clock;
use super::tokens::Token;
use crate::date::Date;

/// A date as it stands in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WrittenDate {
    /// Where it begins, its time included, in bytes.
    pub(super) start: usize,
    /// Where it ends, its time included, in bytes.
    pub(super) end: usize,
    /// What it means; `None` if there is no such day, or if its year is far from the issue.
    pub(super) when: Option<When>,
}

/// A day of a month, perhaps with a year, and how many words it takes.
#[derive(Clone, Copy)]
struct Day {
    year: Option<i32>,
    month: u8,
    first: u8,
    /// Of a range within the month: `18th/19th`.
    last: Option<u8>,
    words: usize,
}

/// What may stand between a date and its time.
const BETWEEN_DATE_AND_TIME: [&str; 7] = ["at", "by", "on", "@", "-", "\u{2013}", "the"];

/// The most words of a time and its zone: `5 pm pst`.
const MOST_TIME_WORDS: usize = 3;

/// All dates that an issue of the day `published` has in `tokens`, in order.
pub(super) fn dates(tokens: &[Token], published: Date) -> Vec<WrittenDate> {
    let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
    let mut dates = Vec::new();
    let (mut free_from, mut at) = (0, 0);
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(found) = day_at(rest) else {
            at += 1;
            continue;
        };
        let (range_end, words_of_range) = end_of_range(rest, found);
        let after_date = at + words_of_range;
        let before = words.get(free_from..at).unwrap_or_default();
        let after = words.get(after_date..).unwrap_or_default();
        let (clock, from, to) = match clock_before(before) {
            Some((clock, taken)) => (Some(clock), at - taken, after_date),
            None => match clock_after(after) {
                Some((clock, taken)) => (Some(clock), at, after_date + taken),
                None => (None, at, after_date),
            },
        };
        if let (Some(first), Some(last)) = (tokens.get(from), tokens.get(to - 1)) {
            let when = meaning(published, found, range_end, clock.as_ref());
            dates.push(WrittenDate { start: first.start, end: last.end, when });
        }
        (free_from, at) = (to, to);
    }
    dates
}

fn meaning(published: Date, day: Day, end: Option<Day>, clock: Option<&Clock>) -> Option<When> {
    let first = resolved(published, day.year, day.month, day.first)?;
    let last = match end {
        // The end of a range is near its beginning, wherever the year turns.
        Some(end) => resolved(first, end.year, end.month, end.last.unwrap_or(end.first))?,
        None => first,
    };
    match clock {
        Some(clock) if first == last => Some(When::Moment { at: clock.on(first)?, day: first }),
        _ => Some(When::Days { first: first.min(last), last: last.max(first) }),
    }
}

/// The day that `words` begin with: `july 9th`, `9 july`, `9th of july`, `2024-07-09`.
fn day_at(words: &[&str]) -> Option<Day> {
    month_first(words).or_else(|| day_first(words)).or_else(|| all_digits(words.first()?))
}

fn month_first(words: &[&str]) -> Option<Day> {
    let month = month(words.first()?)?;
    let (first, last) = days(words.get(1)?)?;
    Some(with_year(Day { year: None, month, first, last, words: 2 }, words))
}

fn day_first(words: &[&str]) -> Option<Day> {
    let (first, last) = days(words.first()?)?;
    let place = if words.get(1) == Some(&"of") { 2 } else { 1 };
    let month = month(words.get(place)?)?;
    // In "RC 3 July 9" the number before the month is not the day.
    if words.get(place + 1).is_some_and(|word| day(word).is_some()) {
        return None;
    }
    Some(with_year(Day { year: None, month, first, last, words: place + 1 }, words))
}

fn all_digits(word: &str) -> Option<Day> {
    let (written_year, rest) = word.split_once('-')?;
    let (written_month, written_day) = rest.split_once('-')?;
    let month = day(written_month).filter(|month| *month <= 12)?;
    let year = Some(year(written_year)?);
    Some(Day { year, month, first: day(written_day)?, last: None, words: 1 })
}

fn with_year(day: Day, words: &[&str]) -> Day {
    match words.get(day.words).and_then(|word| year(word)) {
        Some(year) => Day { year: Some(year), words: day.words + 1, ..day },
        None => day,
    }
}

/// One day of a month, or two: `18th`, `18th/19th`, `14-16`.
fn days(word: &str) -> Option<(u8, Option<u8>)> {
    match word.split_once(['/', '-', '\u{2013}']) {
        Some((first, last)) => Some((day(first)?, Some(day(last)?))),
        None => Some((day(word)?, None)),
    }
}

/// The last day of a range that `words` begin with, after its first day, and the words of the whole.
fn end_of_range(words: &[&str], first: Day) -> (Option<Day>, usize) {
    if first.last.is_some() {
        return (Some(first), first.words);
    }
    let found = || {
        let joint = *words.get(first.words)?;
        let rest = words.get(first.words + 1..)?;
        let is_joint =
            matches!(joint, "/" | "-" | "\u{2013}" | "\u{2014}" | "to" | "through" | "until");
        let lone = || {
            let word = rest.first()?;
            // After "and" a plain number counts something else.
            let is_day = is_joint || (joint == "and" && word.ends_with(char::is_alphabetic));
            let day = day(word).filter(|_| is_day)?;
            Some(with_year(Day { first: day, words: 1, ..first }, rest))
        };
        is_joint.then(|| day_at(rest)).flatten().or_else(lone)
    };
    match found() {
        Some(last) => (Some(last), first.words + 1 + last.words),
        None => (None, first.words),
    }
}

/// The time that `words` end with, and how many of them belong to it.
fn clock_before(words: &[&str]) -> Option<(Clock, usize)> {
    let gap = words.iter().rev().take_while(|word| is_between(word)).count();
    let words_before = words.get(..words.len() - gap)?;
    (2..=MOST_TIME_WORDS).rev().chain([1]).find_map(|length| {
        let candidate = words_before.get(words_before.len().checked_sub(length)?..)?;
        let (clock, used) = Clock::at(candidate)?;
        (used == length).then_some((clock, length + gap))
    })
}

/// The time that `words` begin with, and how many of them belong to it.
fn clock_after(words: &[&str]) -> Option<(Clock, usize)> {
    let gap = words.iter().take_while(|word| is_between(word)).count();
    let (clock, used) = Clock::at(words.get(gap..)?)?;
    Some((clock, gap + used))
}

fn is_between(word: &str) -> bool {
    BETWEEN_DATE_AND_TIME.contains(&word) || is_weekday(word)
}
