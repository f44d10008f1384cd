//! Dates, counts and times in words.

use bundle_format::DueDate;
use newsletter::date::{Date, Timestamp};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How fast people read technical prose; a larger number promises shorter times.
const WORDS_PER_MINUTE: u32 = 220;

/// "September 5, 2023".
pub fn long_date(date: Date) -> String {
    format!("{} {}, {}", month(date), date.day, date.year)
}

/// Whether some [`long_date`] may hold this word, which is in lower case.
pub fn is_in_dates(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    is_number || MONTHS.iter().any(|month| month.to_lowercase().contains(word))
}

/// "September 5, 2023" for `2023-09-05`; what is no such date stays as it is.
pub fn long_date_of(iso: &str) -> String {
    let mut parts = iso.splitn(3, '-');
    let mut next = || parts.next()?.parse::<i32>().ok();
    let date = next().zip(next()).zip(next());
    date.and_then(|((year, month), day)| {
        Some(Date { year, month: month.try_into().ok()?, day: day.try_into().ok()? })
    })
    .map_or_else(|| iso.to_owned(), long_date)
}

/// "Sep 5".
pub fn short_date(date: Date) -> String {
    format!("{} {}", month(date).get(..3).unwrap_or_default(), date.day)
}

/// "2023-09-05", for machines.
pub fn iso_date(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

/// "September 5, 2023", "September 5, 2023 to September 6, 2023", "September 5, 2023, 22:00 UTC".
pub fn due_date(when: DueDate) -> String {
    let (first, last) = (when.first_day(), when.last_day());
    match when {
        DueDate::Days { .. } if first == last => long_date(first),
        DueDate::Days { .. } => format!("{} to {}", long_date(first), long_date(last)),
        DueDate::Moment(at) => {
            let minute = Timestamp(at).second_of_day() / 60;
            format!("{}, {:02}:{:02} UTC", long_date(first), minute / 60, minute % 60)
        }
    }
}

/// The beginning of a deadline, for machines: "2023-09-05" or "2023-09-05T22:00:00Z".
pub fn due_datetime(when: DueDate) -> String {
    match when {
        DueDate::Days { .. } => iso_date(when.first_day()),
        DueDate::Moment(at) => Timestamp(at).to_string(),
    }
}

/// "today", "tomorrow", "in 14 days"; `None` for what is over.
pub fn days_left(days: i64) -> Option<String> {
    match days {
        ..0 => None,
        0 => Some("today".to_owned()),
        1 => Some("tomorrow".to_owned()),
        _ => Some(format!("in {days} days")),
    }
}

/// "1 item", "31 items", "1,204 items".
pub fn count(number: u32, singular: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {singular}{plural}", grouped(number))
}

/// "900 kB", "3.4 MB" or "12.5 GB", for thousands of bytes.
pub fn size(kilobytes: u32) -> String {
    let tenths = |unit: u32| (kilobytes / unit, kilobytes % unit / (unit / 10));
    match kilobytes {
        0..1_000 => format!("{kilobytes} kB"),
        1_000..1_000_000 => {
            let (whole, tenth) = tenths(1_000);
            format!("{whole}.{tenth} MB")
        }
        _ => {
            let (whole, tenth) = tenths(1_000_000);
            format!("{whole}.{tenth} GB")
        }
    }
}

/// "Deprecated", and "Deprecated, page 2" for what begins further down a list.
pub fn page_name(name: &str, page: u32) -> String {
    if page > 1 { format!("{name}, page {page}") } else { name.to_owned() }
}

/// "4 min".
pub fn reading_time(words: u32) -> String {
    format!("{} min", (words + WORDS_PER_MINUTE / 2).div_euclid(WORDS_PER_MINUTE).max(1))
}

/// The first words of a text, for the name of a link: cut at a word, at most so many characters.
pub fn first_words(text: &str, most: usize) -> String {
    let mut words = String::new();
    for word in text.split_whitespace() {
        if !words.is_empty() && words.chars().count() + word.chars().count() >= most {
            words.push('…');
            break;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

fn month(date: Date) -> &'static str {
    let place = usize::from(date.month).saturating_sub(1);
    MONTHS.get(place).copied().unwrap_or_default()
}

fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Date = Date { year: 2023, month: 9, day: 5 };

    #[test]
    fn sizes_have_the_unit_that_fits() {
        for (kilobytes, words) in [
            (0, "0 kB"),
            (999, "999 kB"),
            (1_000, "1.0 MB"),
            (3_456, "3.4 MB"),
            (12_590_000, "12.5 GB"),
        ] {
            assert_eq!(size(kilobytes), words);
        }
    }

    #[test]
    fn dates_are_written_for_people_and_for_machines() {
        assert_eq!(long_date(DAY), "September 5, 2023");
        assert_eq!(short_date(DAY), "Sep 5");
        assert_eq!(iso_date(DAY), "2023-09-05");
        assert_eq!(long_date_of("2023-09-05"), "September 5, 2023");
        assert_eq!(long_date_of("soon"), "soon");
    }

    #[test]
    fn deadlines_are_days_ranges_and_moments() {
        let days = |first, last| DueDate::Days { first, last };
        let check = |when, words: &str, machine: &str| {
            assert_eq!((due_date(when).as_str(), due_datetime(when).as_str()), (words, machine));
        };
        check(days(19_605, 19_605), "September 5, 2023", "2023-09-05");
        check(days(19_605, 19_606), "September 5, 2023 to September 6, 2023", "2023-09-05");
        let moment = DueDate::Moment(1_693_951_200);
        check(moment, "September 5, 2023, 22:00 UTC", "2023-09-05T22:00:00Z");
        let left = |days| days_left(days).unwrap_or_default();
        assert_eq!([left(-1), left(0), left(1), left(14)], ["", "today", "tomorrow", "in 14 days"]);
    }

    #[test]
    fn counts_agree_with_their_nouns() {
        assert_eq!(count(1, "item"), "1 item");
        assert_eq!(count(0, "item"), "0 items");
        assert_eq!(count(1204, "item"), "1,204 items");
    }

    #[test]
    fn even_an_empty_issue_takes_a_minute() {
        assert_eq!(reading_time(0), "1 min");
        assert_eq!(reading_time(880), "4 min");
    }

    #[test]
    fn names_are_cut_at_a_word() {
        assert_eq!(first_words("Fix the data race in metrics", 12), "Fix the data…");
        assert_eq!(first_words("Fix it", 12), "Fix it");
    }
}
