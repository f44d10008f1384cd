//! Times of day with their zones. A time without a zone is no moment, and is not read.

use crate::date::{Date, Timestamp};

/// A time of day in a zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clock {
    /// Minutes from midnight: 0 to 1,440.
    minutes: i64,
    /// As [`offset`] takes it.
    zone: String,
}

const MINUTES_PER_HOUR: i64 = 60;
const MINUTES_PER_DAY: i64 = 24 * MINUTES_PER_HOUR;

impl Clock {
    /// The time that `words` begin with, and of how many words it is: `01:00 utc`, `0100 utc`,
    /// `5 pm pst`, `5:30pm pst`, `18:00pst`.
    pub(super) fn at(words: &[&str]) -> Option<(Self, usize)> {
        let (first, rest) = words.split_first()?;
        let digits = first.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        let ending = first.get(digits.len()..)?;
        let mut following = rest.iter().copied();
        // The time and its zone in one word, or the half of the day in it, or neither.
        let mut next =
            Some(ending).filter(|ending| !ending.is_empty()).or_else(|| following.next());
        let half = next.and_then(half);
        if half.is_some() {
            next = following.next();
        }
        let zone = next.filter(|zone| offset(zone, Date::MIN).is_some())?;
        let minutes = minutes(digits, half)?;
        let used = words.len() - following.len();
        Some((Self { minutes, zone: zone.to_owned() }, used))
    }

    /// The moment at which it is this time on `day`.
    pub(super) fn on(&self, day: Date) -> Option<Timestamp> {
        let offset = offset(&self.zone, day)?;
        Some(Timestamp(day.timestamp().0 + (self.minutes - offset) * 60))
    }
}

/// Minutes of the day from `digits` ("1:30", "0130", "5") and the half of the day.
fn minutes(digits: &str, half: Option<Half>) -> Option<i64> {
    let (hour, minute) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        // A lone number is a time only with its half of the day.
        None => half.map(|_| (digits, "0"))?,
    };
    let is_number =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if !is_number(hour) || !is_number(minute) {
        return None;
    }
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(Half::Morning) => hour % 12,
        Some(Half::Afternoon) => hour % 12 + 12,
    };
    let minutes = hour * MINUTES_PER_HOUR + minute;
    (minute < MINUTES_PER_HOUR && minutes <= MINUTES_PER_DAY).then_some(minutes)
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

fn half(word: &str) -> Option<Half> {
    match word.trim_end_matches('.') {
        "am" | "a.m" => Some(Half::Morning),
        "pm" | "p.m" => Some(Half::Afternoon),
        _ => None,
    }
}

/// Minutes east of UTC on that day of a zone in lower case. Abbreviations that mean one zone to some
/// readers and another to others, such as IST, are not known.
fn offset(zone: &str, day: Date) -> Option<i64> {
    let summer = i64::from(is_summer_in_america(day));
    let hours = match zone {
        "utc" | "gmt" | "z" => 0,
        "pst" => -8,
        "pdt" | "mst" => -7,
        "mdt" | "cst" => -6,
        "cdt" | "est" => -5,
        "edt" => -4,
        "pt" => summer - 8,
        "mt" => summer - 7,
        "ct" => summer - 6,
        "et" => summer - 5,
        "bst" | "cet" => 1,
        "cest" => 2,
        "jst" => 9,
        "aoe" => -12,
        _ => return from_utc(zone),
    };
    Some(hours * MINUTES_PER_HOUR)
}

/// The minutes of `utc+2`, `gmt-08:00`.
fn from_utc(zone: &str) -> Option<i64> {
    let signed = zone.strip_prefix("utc").or_else(|| zone.strip_prefix("gmt"))?;
    let (sign, size) = match signed.split_at_checked(1)? {
        ("+", size) => (1, size),
        ("-" | "\u{2212}", size) => (-1, size),
        _ => return None,
    };
    let (hours, minutes) = size.split_once(':').unwrap_or((size, "0"));
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    let is_zone = (0..=14).contains(&hours) && (0..MINUTES_PER_HOUR).contains(&minutes);
    is_zone.then_some(sign * (hours * MINUTES_PER_HOUR + minutes))
}

/// Whether the United States have daylight saving time: from the second Sunday of March to the first
/// of November.
fn is_summer_in_america(day: Date) -> bool {
    let sunday_from = |month, earliest| {
        let start = Date { month, day: earliest, ..day };
        Date::from_days(start.days() + i64::from(7 - start.weekday()))
    };
    (sunday_from(3, 8)..sunday_from(11, 1)).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let words: Vec<&str> = text.split(' ').collect();
        let (clock, used) = Clock::at(&words).unwrap();
        assert_eq!(used, words.len(), "{text}");
        let day = Date { year: 2024, month: 7, day: 23 };
        assert_eq!(clock.on(day).unwrap().to_string(), expect, "{text}");
    }

    #[test]
    fn a_time_and_its_zone_are_a_moment() {
        check("01:00 utc", "2024-07-23T01:00:00Z");
        check("0100 utc", "2024-07-23T01:00:00Z");
        check("02:00utc", "2024-07-23T02:00:00Z");
        check("24:00 utc", "2024-07-24T00:00:00Z");
        check("18:00 pst", "2024-07-24T02:00:00Z");
        check("19:00 pdt", "2024-07-24T02:00:00Z");
        check("5pm pt", "2024-07-24T00:00:00Z");
        check("12 am et", "2024-07-23T04:00:00Z");
        check("12:30pm cest", "2024-07-23T10:30:00Z");
        check("23:59 aoe", "2024-07-24T11:59:00Z");
        check("9:00 utc+05:30", "2024-07-23T03:30:00Z");
    }

    #[test]
    fn american_zones_follow_the_summer() {
        let (clock, _) = Clock::at(&["17:00", "pt"]).unwrap();
        let on = |month, day| clock.on(Date { year: 2024, month, day }).unwrap().to_string();
        assert_eq!(on(3, 9), "2024-03-10T01:00:00Z");
        assert_eq!(on(3, 10), "2024-03-11T00:00:00Z");
        assert_eq!(on(11, 2), "2024-11-03T00:00:00Z");
        assert_eq!(on(11, 3), "2024-11-04T01:00:00Z");
    }

    #[test]
    fn what_is_no_time_or_has_no_known_zone_is_none() {
        for text in
            ["18:00", "18:00 today", "18:00 ist", "25:00 utc", "10:60 utc", "5 utc", "13pm pst"]
        {
            let words: Vec<&str> = text.split(' ').collect();
            assert_eq!(Clock::at(&words), None, "{text}");
        }
    }
}
