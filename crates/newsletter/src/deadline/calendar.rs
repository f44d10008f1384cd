//! Days as people write them: months, days of a month, weekdays, and the year that is meant.

use crate::date::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The fewest letters to which the name of a month or weekday is shortened.
const FEWEST_LETTERS: usize = 3;

/// How far before its issue a deadline may lie: a line that is repeated once too often still means
/// the year that it meant.
const MOST_DAYS_BEFORE: i64 = 90;

/// How far ahead a date with a year may lie; further ones are slips of the pen.
const MOST_DAYS_AHEAD: i64 = 730;

/// 1 to 12 for a month's English name or its beginning ("sept").
pub(super) fn month(word: &str) -> Option<u8> {
    let place = MONTHS.iter().position(|name| is_short_for(word, name))?;
    u8::try_from(place + 1).ok()
}

/// Whether a word is the English name of a weekday or its beginning ("thurs").
pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.iter().any(|name| is_short_for(word, name))
}

fn is_short_for(word: &str, name: &str) -> bool {
    word.len() >= FEWEST_LETTERS && name.starts_with(word)
}

/// 1 to 31 for a day of a month, with or without its ending: `9`, `9th`.
pub(super) fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ending = word.get(digits.len()..)?;
    let is_day = matches!(ending, "" | "st" | "nd" | "rd" | "th" | "ths")
        && matches!(digits.len(), 1 | 2)
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|day| is_day && (1..=31).contains(day))
}

/// A year of four digits.
pub(super) fn year(word: &str) -> Option<i32> {
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| is_year && *year >= Date::MIN.year)
}

/// The day of that month and day which an issue of the day `published` means: the written year, else
/// the year in which it is not more than three months before the issue and less than nine after it.
/// `None` if there is no such day, or if the written year is far from the issue.
pub(super) fn resolved(published: Date, year: Option<i32>, month: u8, day: u8) -> Option<Date> {
    let in_year = |year| existing(Date { year, month, day });
    let ahead = |date: &Date| date.days() - published.days();
    match year {
        Some(year) => in_year(year)
            .filter(|date| (-MOST_DAYS_BEFORE..=MOST_DAYS_AHEAD).contains(&ahead(date))),
        None => (published.year - 1..=published.year + 1)
            .filter_map(in_year)
            .find(|date| ahead(date) >= -MOST_DAYS_BEFORE),
    }
    .filter(|date| ahead(date) <= MOST_DAYS_AHEAD)
}

fn existing(date: Date) -> Option<Date> {
    let is_in_range = (Date::MIN.year..=Date::MAX.year).contains(&date.year);
    (is_in_range && Date::from_days(date.days()) == date).then_some(date)
}
