//! The date of a post, read as leniently as Jekyll reads it.

use std::ops::RangeInclusive;

use crate::date::{Date, Timestamp};

/// A date that could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) moment: Timestamp,
    /// Whether the text says just this: false for a day that its month does not have, and for text
    /// that had to be left out.
    pub(super) is_as_written: bool,
}

/// Reads `2023-09-05 22:00:00 +0200` and its shorter forms, `/` for `-` and `T` for the space.
///
/// The rule is that of Ruby's `Time.parse` and `Time.utc`, by which Jekyll goes:
///
/// - Numbers are read from the left: year, month, day, hour, minute, second, each as far as its
///   digits go. Where a character does not fit, reading ends, and what has been read so far counts:
///   `14:4g5:00` is 14:04. The hour may be missing, and the minute, and the second.
/// - Every number has its own range, whatever the others are: month 1 to 12, day 1 to 31, hour 0 to
///   23 (or 24:00:00), minute 0 to 59, second 0 to 60. A number outside it makes the whole text
///   unreadable.
/// - A day that its month does not have counts on into the next month: 2022-02-29 is 2022-03-01.
/// - A zone is `Z`, `UTC`, `GMT`, an offset (`+02`, `+0200`, `+02:00`) or one of the American names
///   of RFC 822. Without a zone, or with another one, the time is UTC.
///
/// `None` for any other text, and outside the years 1 to 9999.
pub(super) fn read(text: &str) -> Option<Reading> {
    let mut scanner = Scanner { rest: text.trim() };
    let (days, is_in_month) = scanner.days()?;
    let moment = Timestamp(days * 86_400 + scanner.seconds()?);
    let is_written_out = scanner.rest.is_empty();
    let is_in_range = (Date::MIN.days()..=Date::MAX.days()).contains(&moment.0.div_euclid(86_400));
    is_in_range.then_some(Reading { moment, is_as_written: is_in_month && is_written_out })
}

/// Names of zones with their hours east of UTC, from RFC 822 and RFC 3339.
const ZONES: [(&str, i64); 12] = [
    ("z", 0),
    ("utc", 0),
    ("ut", 0),
    ("gmt", 0),
    ("est", -5),
    ("edt", -4),
    ("cst", -6),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
];

/// Takes what it understands from the beginning of `rest`. `None` is a number outside its range.
struct Scanner<'text> {
    rest: &'text str,
}

impl<'text> Scanner<'text> {
    /// Days since 1970-01-01, and whether the month has such a day.
    fn days(&mut self) -> Option<(i64, bool)> {
        let year = self.digits(usize::MAX);
        let year = if year.len() == 4 {
            year.parse().ok()?
        } else {
            return None;
        };
        let month = number(self.digits_after(&['-', '/'])?, 1..=12)?;
        let day = number(self.digits_after(&['-', '/'])?, 1..=31)?;
        let date = Date { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? };
        let days = date.days();
        Some((days, Date::from_days(days) == date))
    }

    /// Seconds from midnight UTC to the time of day in its zone; 0 if no time follows.
    fn seconds(&mut self) -> Option<i64> {
        let time = self.rest.strip_prefix(['T', 't']).unwrap_or(self.rest.trim_start());
        if !begins_with_digit(time) {
            return Some(0);
        }
        self.rest = time;
        let hour = number(self.digits(usize::MAX), 0..=24)?;
        let minute = self.digits_after(&[':']);
        let second = minute.and_then(|_| self.digits_after(&[':']));
        let _fraction = second.and_then(|_| self.digits_after(&['.', ',']));
        let minute = number(minute.unwrap_or("0"), 0..=59)?;
        let second = number(second.unwrap_or("0"), 0..=60)?;
        let is_time = hour < 24 || (minute == 0 && second == 0);
        let zone = self.zone()?;
        is_time.then_some(hour * 3_600 + minute * 60 + second - zone)
    }

    /// Seconds east of UTC; 0 if no known zone follows.
    fn zone(&mut self) -> Option<i64> {
        let zone = self.rest.trim_start();
        if let Some(offset) = zone.strip_prefix(['+', '-']).filter(|rest| begins_with_digit(rest)) {
            self.rest = offset;
            let hours = number(self.digits(2), 0..=23)?;
            let minutes = self.digits_after(&[':']).unwrap_or_else(|| self.digits(2));
            let minutes = if minutes.is_empty() { 0 } else { number(minutes, 0..=59)? };
            let seconds = hours * 3_600 + minutes * 60;
            return Some(if zone.starts_with('-') { -seconds } else { seconds });
        }
        let end = zone.find(|char: char| !char.is_alphanumeric()).unwrap_or(zone.len());
        let (name, rest) = zone.split_at(end);
        let Some((_, hours)) = ZONES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))
        else {
            return Some(0);
        };
        self.rest = rest;
        Some(hours * 3_600)
    }

    fn digits(&mut self, at_most: usize) -> &'text str {
        let digits = self.rest.bytes().take(at_most).take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at(digits);
        self.rest = rest;
        digits
    }

    /// The digits after one of these separators; nothing is taken unless there are some.
    fn digits_after(&mut self, separators: &[char]) -> Option<&'text str> {
        self.rest = self.rest.strip_prefix(separators).filter(|rest| begins_with_digit(rest))?;
        Some(self.digits(usize::MAX))
    }
}

fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|char: char| char.is_ascii_digit())
}

fn number(digits: &str, range: RangeInclusive<i64>) -> Option<i64> {
    digits.parse().ok().filter(|number| range.contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expect` is `None`, or the moment, with a question mark if it is not as written.
    fn check(text: &str, expect: Option<&str>) {
        let ours = read(text).map(|reading| {
            format!("{}{}", reading.moment, if reading.is_as_written { "" } else { "?" })
        });
        assert_eq!(ours.as_deref(), expect, "{text:?}");
    }

    #[test]
    fn forms_that_jekyll_accepts_become_utc() {
        check("2023-09-05 22:00:00 -0000", Some("2023-09-05T22:00:00Z"));
        check("2023-09-05 22:00:00 +0200", Some("2023-09-05T20:00:00Z"));
        check("2023-09-05 22:00:00+02:30", Some("2023-09-05T19:30:00Z"));
        check("2023-09-05 22:00:00 +2", Some("2023-09-05T20:00:00Z"));
        check("2023-09-05T22:00:00Z", Some("2023-09-05T22:00:00Z"));
        check("2023-09-05t22:00:00.75z", Some("2023-09-05T22:00:00Z"));
        check("2023-09-05 22:00:00 UTC", Some("2023-09-05T22:00:00Z"));
        check("2023-09-05 22:00 EST", Some("2023-09-06T03:00:00Z"));
        check("2023-09-05 22:00", Some("2023-09-05T22:00:00Z"));
        check("2023/9/5  9:05", Some("2023-09-05T09:05:00Z"));
        check("2023-09-05 22", Some("2023-09-05T22:00:00Z"));
        check(" 2023-09-05\n", Some("2023-09-05T00:00:00Z"));
        check("2023-09-05 24:00:00", Some("2023-09-06T00:00:00Z"));
        check("2023-09-05 23:59:60", Some("2023-09-06T00:00:00Z"));
        check("0001-01-01", Some("0001-01-01T00:00:00Z"));
        check("9999-12-31 23:59:59", Some("9999-12-31T23:59:59Z"));
    }

    #[test]
    fn day_that_its_month_does_not_have_counts_on() {
        check("2022-02-29 07:10:00 -0000", Some("2022-03-01T07:10:00Z?"));
        check("2022-02-29", Some("2022-03-01T00:00:00Z?"));
        check("2022-02-31", Some("2022-03-03T00:00:00Z?"));
        check("2022-04-31", Some("2022-05-01T00:00:00Z?"));
        check("2024-02-29", Some("2024-02-29T00:00:00Z"));
    }

    #[test]
    fn what_has_been_read_counts_when_a_character_does_not_fit() {
        check("2024-04-17 14:4g5:00 -0000", Some("2024-04-17T14:04:00Z?"));
        check("2023-09-05 2g2:00:00 -0000", Some("2023-09-05T02:00:00Z?"));
        check("2023-09-05 22:00 CEST", Some("2023-09-05T22:00:00Z?"));
        check("2023-09-05 22:00 +0200 (CEST)", Some("2023-09-05T20:00:00Z?"));
        check("2023-09-05 22:00 Europe/Berlin", Some("2023-09-05T22:00:00Z?"));
        check("2023-09-05 soon", Some("2023-09-05T00:00:00Z?"));
        check("2023-09-05T", Some("2023-09-05T00:00:00Z?"));
        check("2023-09-05-10", Some("2023-09-05T00:00:00Z?"));
    }

    #[test]
    fn number_outside_its_range_makes_the_text_unreadable() {
        for text in [
            "2022-13-01",
            "2022-00-10",
            "2022-01-00",
            "2022-01-32",
            "0000-01-01",
            "99999-01-01",
            "2023-09-05 25:00",
            "2023-09-05 24:00:01",
            "2023-09-05 23:60",
            "2023-09-05 23:59:61",
            "2023-09-05 22:00 -9999",
            "2023-09-05 22:00 +0260",
            "9999-12-31 24:00",
            "0001-01-01 00:00 +0100",
            "2023-09-05 99999999999999999999:00",
            "2023-09-99999999999999999999",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn other_texts_are_not_dates() {
        for text in ["", "soon", "2023", "2023-09", "23-09-05", "September 5, 2023", "-1-1-1"] {
            check(text, None);
        }
    }
}
