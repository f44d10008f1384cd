//! Deadlines as calendars, programs and the app get them.

use std::fs;

use bundle_format::{DeadlineEntry, DueDate, deadlines_file, decode_deadlines};
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, Event};
use press::config::Arguments;
use tempfile::TempDir;

use crate::site::{Site, folder_with};

const MASTHEAD: (&str, &str) = (
    "masthead.toml",
    "title = 'The Lamp'\nsite_url = 'https://lamp.example/news'\npermalink = '/:year/:year:month:day'\n",
);

/// A post with these lead lines.
fn post(day: &str, leads: &[&str]) -> (String, String) {
    let head = format!("---\ntitle: Of {day}\ndate: {day} 22:00:00 -0000\n---\n");
    let mut text = format!("{head}\n## Release Schedule\n");
    for lead in leads {
        text.extend(["\n**Next Deadline: ", lead, "**\n"]);
    }
    (format!("posts/{day}.md"), text)
}

fn build(posts: &[(String, String)]) -> (TempDir, Site) {
    let mut files = vec![MASTHEAD];
    files.extend(posts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let folder = folder_with(&files);
    let arguments = Arguments {
        posts: Some(folder.path().join("posts")),
        public_url: Some("/news/".to_owned()),
        ..Arguments::default()
    };
    let site = Site::build(&arguments);
    (folder, site)
}

fn events(site: &Site) -> Vec<Event> {
    let calendar: Calendar = site.text("deadlines.ics").parse().unwrap();
    calendar.components.iter().filter_map(|part| part.as_event().cloned()).collect()
}

/// A day, or a moment in UTC; empty for a moment in any other zone.
fn start(event: &Event) -> String {
    match event.get_start().unwrap() {
        DatePerhapsTime::Date(date) => date.to_string(),
        DatePerhapsTime::DateTime(time) => match time {
            CalendarDateTime::Utc(at) => at.to_rfc3339(),
            CalendarDateTime::Floating(_) | CalendarDateTime::WithTimezone { .. } => String::new(),
        },
    }
}

#[test]
fn a_calendar_program_reads_days_ranges_and_moments() {
    let leads = [
        "Ink, paper; and \\ lamp oil, July 9th",
        "Wick, July 18th/19th",
        "Glass July 30 01:00 UTC",
    ];
    let (_folder, site) = build(&[post("2024-07-02", &leads)]);
    let events = events(&site);
    let starts: Vec<_> = events.iter().map(start).collect();
    assert_eq!(starts, ["2024-07-09", "2024-07-18", "2024-07-30T01:00:00+00:00"]);
    assert_eq!(events[0].get_summary(), Some("Ink, paper; and \\ lamp oil"));
    assert_eq!(events[0].get_end(), None);
    let end = events[1].get_end().unwrap();
    assert!(
        matches!(end, DatePerhapsTime::Date(day) if day.to_string() == "2024-07-20"),
        "{end:?}"
    );
    assert_eq!(events[0].get_uid(), Some("2024-20240702-ink-lamp-oil-paper@lamp.example"));
    let url = events[0].get_url().unwrap();
    assert!(url.starts_with("https://lamp.example/news/2024/20240702#i-"), "{url}");
    assert_eq!(events[0].get_timestamp().unwrap().to_rfc3339(), "2024-07-02T22:00:00+00:00");
}

#[test]
fn every_line_ends_with_crlf_and_has_at_most_75_octets() {
    let name = "Größe ".repeat(40);
    let (_folder, site) = build(&[post("2024-07-02", &[&format!("{name}, July 9th")])]);
    let text = site.text("deadlines.ics");
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    assert_eq!(events(&site)[0].get_summary(), Some(name.trim()));
}

#[test]
fn a_moved_deadline_keeps_its_id_and_its_sequence_grows() {
    let posts = [
        post("2024-07-02", &["Wick, July 9th"]),
        post("2024-07-08", &["Wick, July 16th (planned)"]),
    ];
    let (_folder, before) = build(&posts[..1]);
    let (_folder, after) = build(&posts);
    let (before, moved) = (&events(&before)[0], &events(&after)[0]);
    assert_eq!(before.get_uid(), moved.get_uid());
    let sequences = [before, moved].map(Component::get_sequence);
    assert_eq!(sequences, [Some(0), Some(1)]);
    assert_eq!(start(moved), "2024-07-16");
    assert_eq!(moved.property_value("STATUS"), Some("TENTATIVE"));
    let description = moved.get_description().unwrap();
    assert!(description.contains("It was 2024-07-09 in the issue of 2024-07-02."), "{description}");
}

#[test]
fn the_json_has_the_dates_and_every_mention() {
    let posts = [
        post("2024-07-02", &["1.2 Wick, July 9th"]),
        post("2024-07-08", &["Wick, July 16th 01:00 UTC"]),
    ];
    let (_folder, site) = build(&posts);
    let json: serde_json::Value = serde_json::from_str(&site.text("deadlines.json")).unwrap();
    assert_eq!(json["version"], 1);
    let deadline = &json["deadlines"][0];
    assert_eq!(deadline["name"], "Wick");
    assert_eq!(deadline["cycle"], "1.2");
    assert_eq!(deadline["first_day"], "2024-07-16");
    assert_eq!(deadline["time"], "2024-07-16T01:00:00Z");
    assert_eq!(deadline["sequence"], 1);
    let mention = &deadline["mentions"][0];
    assert_eq!(mention["issue"], "/2024/20240702");
    assert_eq!(mention["first_day"], "2024-07-09");
    assert_eq!(mention["time"], serde_json::Value::Null);
    // Every key that there is, is described.
    let document = include_str!("../../../../docs/deadlines.md");
    for keys in [&json, deadline, mention] {
        for key in keys.as_object().unwrap().keys() {
            assert!(document.contains(&format!("`{key}`")), "`{key}` is not described");
        }
    }
}

fn entries(site: &Site) -> Vec<DeadlineEntry> {
    let file = deadlines_file(site.manifest().deadlines.unwrap());
    decode_deadlines(&fs::read(site.folder.path().join(file)).unwrap()).unwrap().deadlines
}

#[test]
fn the_app_finds_the_deadlines_and_the_issues_that_they_are_from() {
    let posts = [
        post("2024-07-02", &["Wick, July 9th", "Oil, August 9th"]),
        post("2024-07-08", &["Wick, July 16th"]),
    ];
    let (_folder, site) = build(&posts);
    let entries = entries(&site);
    let names: Vec<_> = entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["Wick", "Oil"]);
    let path = |issue: u32| site.manifest().issues[issue as usize].path.clone();
    assert_eq!(path(entries[0].source.issue), "/2024/20240708");
    let [earlier] = &*entries[0].earlier else { panic!("{entries:?}") };
    assert_eq!(path(earlier.source.issue), "/2024/20240702");
    assert_eq!(earlier.when.first_day().to_string(), "2024-07-09");
    assert!(matches!(entries[0].when, DueDate::Days { .. }));
    let issue = site.parsed("/2024/20240708").issue;
    assert!(issue.items().any(|item| item.anchor.as_str() == entries[0].source.anchor));
    assert!(site.text("deadlines.html").contains("<title>Deadlines · The Lamp</title>"));
}

#[test]
fn an_archive_without_deadlines_or_with_none_wanted_has_no_files_of_them() {
    let (folder, without) = build(&[post("2024-07-02", &["Wick, soon"])]);
    let is_there = |site: &Site| site.files().keys().any(|file| file.starts_with("deadlines"));
    assert!(!is_there(&without));
    assert_eq!(without.manifest().deadlines, None);
    let codes: Vec<_> = without.archive.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["deadline-unread"]);
    let (path, text) = post("2024-07-02", &["Wick, July 9th", "Wick, soon"]);
    fs::write(folder.path().join(path), text).unwrap();
    let off = MASTHEAD.1.to_owned() + "[deadlines]\nfamilies = []\n";
    fs::write(folder.path().join("masthead.toml"), off).unwrap();
    let off = Site::of_posts(folder.path().join("posts"));
    assert!(!is_there(&off));
    assert_eq!(off.archive.findings, []);
}

#[test]
fn another_newsletter_has_other_words() {
    let folder = folder_with(&[
        (
            "masthead.toml",
            "[[families]]\nid = 'cal'\nname = 'Calendar'\nheadings = []\n\
             [deadlines]\nfamilies = ['cal']\nleads = ['Mark the date']\n",
        ),
        (
            "posts/a.md",
            "---\ntitle: A\ndate: 2024-07-02\n---\n\n## Calendar\n\nMark the date: Regatta, 7 September\n",
        ),
    ]);
    let site = Site::of_posts(folder.path().join("posts"));
    let events = events(&site);
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].get_summary(), Some("Regatta"));
    assert_eq!(start(&events[0]), "2024-09-07");
    assert_eq!(events[0].get_url(), None);
}
