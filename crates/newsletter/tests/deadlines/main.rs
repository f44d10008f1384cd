//! Deadlines of the real archive against a table of labels that a person wrote from reading it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "this is how tests fail and speak; Clippy exempts only functions marked as tests"
)]

#[path = "../real_archive/mod.rs"]
mod real_archive;
#[path = "../rules/mod.rs"]
mod rules;

use newsletter::deadline::{
    Announced, Announcement, DeadlineRules, IssueAnnouncements, Kinds, When, announced, of_issues,
};
use newsletter::{Code, front_matter, parse};

const LABELS: &str = include_str!("labels.tsv");
const CONFIGURATION: &str = include_str!("../../../../masthead.toml");

/// The share of labels and lines, in percent, that must become the right deadline.
const LEAST_RIGHT_PERCENT: usize = 96;

fn deadline_rules() -> DeadlineRules {
    let table: toml::Table = CONFIGURATION.parse().unwrap();
    let deadlines = &table["deadlines"];
    let texts = |value: &toml::Value| -> Vec<String> {
        let texts = value.as_array().unwrap().iter();
        texts.map(|text| text.as_str().unwrap().to_owned()).collect()
    };
    let kinds = deadlines["kinds"].as_table().unwrap().iter();
    DeadlineRules {
        families: texts(&deadlines["families"]),
        leads: texts(&deadlines["leads"]),
        words: texts(&deadlines["words"]),
        kinds: Kinds::new(kinds.map(|(name, names)| (name, texts(names)))),
    }
}

/// Deadlines that were moved, read by a person: the kind, the days that issues gave it one after the
/// other.
const MOVED: [(&str, &[&str]); 8] = [
    ("release", &["2018-09-25", "2018-09-27"]),
    ("release", &["2019-09-16", "2019-09-18"]),
    ("enhancements-freeze", &["2020-05-05", "2020-05-19"]),
    ("code-freeze", &["2020-06-25", "2020-07-09"]),
    ("enhancements-freeze", &["2022-06-17", "2022-06-16", "2022-06-17", "2022-06-23"]),
    ("release", &["2022-12-06", "2022-12-08"]),
    ("enhancements-freeze", &["2024-06-14", "2024-06-13"]),
    ("code-freeze", &["2024-07-10", "2024-07-24"]),
];

/// What is announced in each post, by the day of its file's name.
fn read(posts: &[(String, String)]) -> Vec<(&str, Announced)> {
    let (rules, deadlines) = (rules::rules(CONFIGURATION), deadline_rules());
    let read = posts.iter().map(|(file, text)| {
        let (head, _) = front_matter::read(text, file);
        let issue = parse(text, "/", &rules).issue;
        (&file[..10], announced(&issue, head.published.date(), &rules, &deadlines))
    });
    read.collect()
}

/// As the labels have it: a day, a range, or a moment.
fn printed(when: When) -> String {
    match when {
        When::Days { first, last } if first == last => first.to_string(),
        When::Days { first, last } => format!("{first}/{last}"),
        When::Moment { at, .. } => at.to_string(),
    }
}

#[test]
fn labelled_lines_become_the_deadlines_that_a_reader_sees() {
    let Some(posts) = real_archive::posts() else {
        return;
    };
    let announced = read(&posts);
    let labels: Vec<Vec<&str>> = LABELS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    assert!(labels.len() >= 60, "{} labels", labels.len());
    let mut wrong = Vec::new();
    for label in &labels {
        let [file, due, expect] = label[..] else { panic!("{label:?} are not three columns") };
        let (_, found) = announced.iter().find(|(day, _)| *day == file).unwrap();
        let is_meant = |announcement: &&Announcement| announcement.name.contains(due);
        let is_right = if expect == "unread" {
            found.diagnostics.iter().any(|found| found.code == Code::DeadlineUnread)
        } else {
            let mut meant = found.announcements.iter().filter(is_meant);
            meant.any(|meant| printed(meant.when) == expect)
        };
        if !is_right {
            wrong.push(format!("{label:?}: {:?}", found.announcements));
        }
    }
    let (right, all) = (labels.len() - wrong.len(), labels.len());
    println!("{right} of {all} labels are right.");
    assert!(right * 100 >= LEAST_RIGHT_PERCENT * all, "{right} of {all}:\n{}", wrong.join("\n"));
}

/// The month and day that stand side by side in a line, as a reader's eye catches them: `7-31`.
fn months_and_days(line: &str) -> Vec<String> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = line.to_lowercase();
    // "1.13, October" is a version and a month.
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric() && letter != '.')
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty())
        .collect();
    let month = |word: &str| MONTHS.iter().position(|month| word.starts_with(month)).map(|m| m + 1);
    let day = |word: &str| {
        word.trim_end_matches(char::is_alphabetic).parse::<u8>().ok().filter(|day| *day < 32)
    };
    let pairs = words.windows(2).filter_map(|pair| {
        let (month, day) = match (month(pair[0]), month(pair[1])) {
            (Some(month), _) => (month, day(pair[1])?),
            (None, Some(month)) => (month, day(pair[0])?),
            _ => return None,
        };
        Some(format!("{month}-{day}"))
    });
    pairs.collect()
}

#[test]
fn lead_lines_with_a_month_and_a_day_become_deadlines_of_that_day() {
    let Some(posts) = real_archive::posts() else {
        return;
    };
    let announced = read(&posts);
    let (mut lines, mut wrong) = (0, Vec::new());
    for ((_, text), (day, found)) in posts.iter().zip(&announced) {
        for (number, line) in (1..).zip(text.lines()) {
            let days = months_and_days(line);
            if !line.to_lowercase().contains("next deadline") || days.is_empty() {
                continue;
            }
            lines += 1;
            let of_line = found.announcements.iter().filter(|found| found.place.line.0 == number);
            let read: Vec<_> = of_line
                .map(|found| found.when.first_day())
                .map(|first| format!("{}-{}", first.month, first.day))
                .collect();
            if read != days {
                wrong.push(format!("{day}: {line}: {read:?}"));
            }
        }
    }
    println!("{} of {lines} lines with a month and a day are right.", lines - wrong.len());
    let least = lines * LEAST_RIGHT_PERCENT;
    assert!(lines > 250 && (lines - wrong.len()) * 100 >= least, "{}", wrong.join("\n"));
}

#[test]
fn moved_deadlines_are_one_deadline_with_a_history() {
    let Some(posts) = real_archive::posts() else {
        return;
    };
    let announced = read(&posts);
    let heads = posts.iter().map(|(file, text)| front_matter::read(text, file).0);
    let issues: Vec<_> = heads
        .zip(&announced)
        .map(|(head, (path, found))| IssueAnnouncements {
            path,
            published: head.published.date(),
            announcements: &found.announcements,
        })
        .collect();
    let deadlines = of_issues(&issues, &deadline_rules());
    let histories: Vec<_> = deadlines
        .iter()
        .map(|deadline| {
            let mentions = deadline.mentions.iter();
            let mut days: Vec<_> = mentions.map(|mention| printed(mention.when)).collect();
            days.dedup();
            assert!(days.len() > deadline.sequence as usize, "{deadline:?}");
            (deadline.kind.as_str(), days)
        })
        .collect();
    for (kind, days) in MOVED {
        let is_there = histories.iter().any(|(known, history)| *known == kind && history == days);
        assert!(is_there, "{kind} {days:?} in {histories:?}");
    }
}
