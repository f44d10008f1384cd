//! Sentences of our own, and the deadlines in them.

use super::*;
use crate::family::{Families, Family};
use crate::parse;

fn rules() -> (Rules, DeadlineRules) {
    let family = Family {
        id: "dates".to_owned(),
        name: "Dates".to_owned(),
        headings: Vec::new(),
        is_featured: false,
    };
    let deadlines = DeadlineRules {
        families: vec!["dates".to_owned()],
        leads: vec!["Next Deadline".to_owned(), "The next deadline".to_owned()],
        words: vec!["freeze".to_owned(), "due".to_owned()],
        kinds: Kinds::new([("Paper Freeze", vec!["Paper Stop*".to_owned()])]),
    };
    (Rules { families: Families::new(vec![family]), ..Rules::default() }, deadlines)
}

fn read_on(body: &str, published: Date) -> Announced {
    let (rules, deadlines) = rules();
    let issue = parse(&format!("## Dates\n\n{body}\n"), "/", &rules).issue;
    announced(&issue, published, &rules, &deadlines)
}

fn date(text: &str) -> Date {
    let numbers: Vec<i32> = text.split('-').map(|part| part.parse().unwrap()).collect();
    let small = |number: i32| u8::try_from(number).unwrap();
    Date { year: numbers[0], month: small(numbers[1]), day: small(numbers[2]) }
}

fn printed(announcement: &Announcement) -> String {
    let when = match announcement.when {
        When::Days { first, last } if first == last => first.to_string(),
        When::Days { first, last } => format!("{first}/{last}"),
        When::Moment { at, .. } => at.to_string(),
    };
    let tentative = if announcement.is_tentative { "?" } else { "" };
    format!("{when}{tentative} {}", announcement.name)
}

/// What an issue of Tuesday, July 2, 2024 announces.
fn check(body: &str, expect: &[&str]) {
    let announced = read_on(body, date("2024-07-02"));
    let found: Vec<_> = announced.announcements.iter().map(printed).collect();
    assert_eq!(found, expect, "{body}");
    assert_eq!(announced.diagnostics, [], "{body}");
}

#[test]
fn a_lead_line_says_what_is_due_and_when() {
    check("**Next Deadline: Paper Freeze, July 24th**", &["2024-07-24 Paper Freeze"]);
    check("*NEXT DEADLINE: Ink ordered on Sept. 3.*", &["2024-09-03 Ink ordered"]);
    check("The next deadline is the ink on Aug 20th. Hurry!", &["2024-08-20 ink"]);
    check("Next Deadline: Next Deadline: Ink, 31 July", &["2024-07-31 Ink"]);
    check("Next Deadline: [Ink](https://e.org/#x), Wed July 3", &["2024-07-03 Ink"]);
    check("Next Deadline: Ink, 3rd of July (this Wednesday)", &["2024-07-03 Ink"]);
    check("Next Deadline: Press 3 July 9", &["2024-07-09 Press 3"]);
    check("Next Deadline: Ink 2024-07-09", &["2024-07-09 Ink"]);
    check("Next Deadline: July 9: ink (two barrels)", &["2024-07-09 ink (two barrels)"]);
    check("Next Deadline: Ink, week of July 8th", &["2024-07-08/2024-07-14 Ink"]);
}

#[test]
fn a_lead_line_may_have_several_dates() {
    check(
        "Next Deadline: Ink July 6, Paper Freeze July 9",
        &["2024-07-06 Ink", "2024-07-09 Paper Freeze"],
    );
    check("Next Deadline: Ink, July 9 (paper July 6)", &["2024-07-09 Ink", "2024-07-06 paper"]);
    check(
        "Next Deadline: July 9th - Ink; July 11th - Paper",
        &["2024-07-09 Ink", "2024-07-11 Paper"],
    );
    check(
        "Next Deadline: Today, July 2nd is the Ink Stop. July 3rd is Paper.",
        &["2024-07-02 Ink Stop", "2024-07-03 Paper"],
    );
}

#[test]
fn two_days_may_be_a_range() {
    check("Next Deadline: Ink, July 18th/19th", &["2024-07-18/2024-07-19 Ink"]);
    check("Next Deadline: Ink, July 18th and 19th", &["2024-07-18/2024-07-19 Ink"]);
    check("Next Deadline: Ink, July 30 - August 2", &["2024-07-30/2024-08-02 Ink"]);
    check("Next Deadline: Ink, 14\u{2013}16 August", &["2024-08-14/2024-08-16 Ink"]);
    check("Next Deadline: Fair, Dec 30th to Jan 2nd", &["2024-12-30/2025-01-02 Fair"]);
    check("Next Deadline: Ink, July 18 and 3 presses", &["2024-07-18 Ink"]);
}

#[test]
fn a_time_with_its_zone_makes_a_moment() {
    check("Next Deadline: Ink, July 16th (01:00 UTC)", &["2024-07-16T01:00:00Z Ink"]);
    check("Next Deadline: Ink, July 16th 18:00 PST", &["2024-07-17T02:00:00Z Ink"]);
    check("Next Deadline: Ink, Friday, July 19 at 5 pm PT", &["2024-07-20T00:00:00Z Ink"]);
    check("Next Deadline: Ink, 02:00 UTC Wednesday 24th July", &["2024-07-24T02:00:00Z Ink"]);
    check(
        "Next Deadline: Ink, 02:00 UTC 24th July 2024 / 19:00 PDT Tuesday 23rd July 2024",
        &["2024-07-24T02:00:00Z Ink"],
    );
    check("Next Deadline: Ink, July 16th, 18:00", &["2024-07-16 Ink"]);
    check("Next Deadline: Ink, July 16th (EOD PST)", &["2024-07-16 Ink"]);
}

#[test]
fn a_date_without_a_year_is_near_its_issue() {
    let year = |published: &str, line: &str, expect: &str| {
        let announced = read_on(&format!("Next Deadline: Ink, {line}"), date(published));
        let found: Vec<_> = announced.announcements.iter().map(printed).collect();
        assert_eq!(found, [format!("{expect} Ink")], "{published}: {line}");
    };
    year("2023-12-19", "January 18th", "2024-01-18");
    year("2024-01-02", "January 18th", "2024-01-18");
    year("2024-01-02", "December 28th", "2023-12-28");
    year("2024-11-05", "March 1", "2025-03-01");
    year("2023-11-05", "Feb. 29", "2024-02-29");
    year("2023-12-19", "January 9, 2024", "2024-01-09");
    year("2024-12-30", "23:00 AoE Dec 31", "2025-01-01T11:00:00Z");
}

/// The messages about one lead line, and how many deadlines it gives nevertheless.
fn check_unread(line: &str, message: &str, announcements: usize) {
    let announced = read_on(&format!("First.\n\nNext Deadline: {line}"), date("2024-07-02"));
    let messages: Vec<_> = announced.diagnostics.iter().map(|found| &found.message).collect();
    assert_eq!(messages, [message], "{line}");
    assert_eq!(announced.diagnostics[0].line, LineNumber(5));
    assert_eq!(announced.announcements.len(), announcements, "{line}");
}

#[test]
fn a_lead_line_without_a_day_is_a_finding_and_never_a_guess() {
    let no_date = |text: &str| format!("The deadline \"{text}\" has no day and month.");
    for line in ["Ink this week", "Ink starts today", "Ink (postponed)", "Ink, January 2025"] {
        check_unread(line, &no_date(line), 0);
    }
    check_unread("", "This deadline line is empty.", 0);
    check_unread("Ink complete today, paper July 9th", &no_date("Ink complete today"), 1);
    check_unread("July 9th", "The deadline \"July 9th\" does not say what is due.", 0);
    let no_such_day = |text: &str| {
        format!("The deadline's date \"{text}\" does not exist, or not near this issue.")
    };
    check_unread("Ink, Feb 30th", &no_such_day("Feb 30th"), 0);
    check_unread("Ink, July 9, 2014", &no_such_day("July 9, 2014"), 0);
}

#[test]
fn a_date_that_does_not_stand_is_marked() {
    check("Next Deadline: Ink, July 9th (planned)", &["2024-07-09? Ink"]);
    check("Next Deadline: Ink, due July 9th but postponed", &["2024-07-09? Ink"]);
}

#[test]
fn a_name_and_a_date_are_a_deadline_without_a_lead() {
    check(
        "* Ink: Jul 28\n* Test & Dry: 09 August 2024",
        &["2024-07-28 Ink", "2024-08-09 Test & Dry"],
    );
    check("- July 30th: Paper Stop", &["2024-07-30 Paper Stop"]);
    check("* Ink day: Wednesday 11th September 2024", &["2024-09-11 Ink day"]);
    check("* Ink: June 20", &[]);
    check("* Version 1.2 came out July 8th", &[]);
    check("* Ink: whatever happened on July 8th", &[]);
}

#[test]
fn a_sentence_says_when_something_is_due() {
    check("Hello. Paper Freeze is July 9th, so write.", &["2024-07-09 Paper Freeze"]);
    check(
        "The drafts for the annual are due on Friday, July 5.",
        &["2024-07-05 Drafts for the annual"],
    );
    check("The ink freeze was moved to July 16th.", &["2024-07-16 Ink freeze"]);
    check("The ink freeze is extended from July 10th to July 24th.", &["2024-07-24 Ink freeze"]);
    check("It is due July 9th. You are due on July 9th.", &[]);
    check("Ink is July 9th. The freeze begins soon, and July 9th is a holiday.", &[]);
    check("The paper freeze of June 11th is over.", &[]);
}

#[test]
fn other_sections_and_other_families_are_left_alone() {
    let (rules, mut deadlines) = rules();
    let text = "Next Deadline: Ink, July 9th\n\n## Other\n\nNext Deadline: Ink, July 9th\n";
    let issue = parse(text, "/", &rules).issue;
    let published = date("2024-07-02");
    assert_eq!(announced(&issue, published, &rules, &deadlines), Announced::default());
    deadlines.families.clear();
    let issue = parse("## Dates\n\nNext Deadline: Ink, July 9th\n", "/", &rules).issue;
    assert_eq!(announced(&issue, published, &rules, &deadlines), Announced::default());
}

/// The deadlines of issues, each with the day of publication and one lead line a line.
fn history(issues: &[(&str, &str)]) -> Vec<String> {
    let (_, deadlines) = rules();
    let lead = |line: &str| format!("Next Deadline: {line}\n\n");
    let read: Vec<(String, Date, Announced)> = issues
        .iter()
        .map(|(day, lines)| {
            let body: String = lines.lines().map(lead).collect();
            (format!("/{day}"), date(day), read_on(&body, date(day)))
        })
        .collect();
    let issues: Vec<_> = read
        .iter()
        .map(|(path, published, announced)| IssueAnnouncements {
            path,
            published: *published,
            announcements: &announced.announcements,
        })
        .collect();
    let line = |deadline: &Deadline| {
        let (day, sequence) = (deadline.when.first_day(), deadline.sequence);
        let issues: Vec<_> = deadline.mentions.iter().map(|mention| mention.issue).collect();
        format!("{} {day} {sequence} {issues:?}", deadline.id)
    };
    of_issues(&issues, &deadlines).iter().map(line).collect()
}

#[test]
fn an_issue_repeats_or_moves_what_an_older_one_announced() {
    let repeated =
        [("2024-07-02", "Paper Freeze, July 24"), ("2024-07-09", "PAPER STOP, July 24th")];
    assert_eq!(history(&repeated), ["2024-07-02-paper-freeze 2024-07-24 0 [0, 1]"]);
    let moved = [
        ("2024-07-02", "Paper Freeze, July 10"),
        ("2024-07-09", "Paper Freeze, July 24"),
        ("2024-07-25", "Paper Freeze, July 26"),
    ];
    assert_eq!(history(&moved), ["2024-07-02-paper-freeze 2024-07-26 2 [0, 1, 2]"]);
    let refined = [("2024-07-02", "Ink, July 10 18:00 UTC"), ("2024-07-09", "Ink, July 10")];
    assert_eq!(history(&refined), ["2024-07-02-ink 2024-07-10 0 [0, 1]"]);
}

#[test]
fn what_is_over_is_not_moved() {
    let next_month = [("2024-07-02", "Ink, July 5"), ("2024-07-09", "Ink, August 5")];
    let expect = ["2024-07-02-ink 2024-07-05 0 [0]", "2024-07-09-ink 2024-08-05 0 [1]"];
    assert_eq!(history(&next_month), expect);
}

#[test]
fn cycles_and_kinds_are_told_apart() {
    let cycles = [("2024-07-02", "1.30 Release, July 9\n1.31 Release, August 9")];
    let expect = ["2024-07-02-release 2024-07-09 0 [0]", "2024-07-02-release-2 2024-08-09 0 [0]"];
    assert_eq!(history(&cycles), expect);
    let named_later = [("2024-07-02", "Release, July 9"), ("2024-07-05", "1.30 Release, July 10")];
    assert_eq!(history(&named_later), ["2024-07-02-release 2024-07-10 1 [0, 1]"]);
    let kinds = [("2024-07-02", "Ink, July 9\nPaper, July 9")];
    assert_eq!(history(&kinds).len(), 2);
}
