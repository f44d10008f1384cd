//! Feeds and the calendar, read by two programs of others that are written in Python: feedparser and
//! icalendar.

use std::collections::BTreeSet;
use std::env;
use std::path::PathBuf;
use std::process::Command;

use press::config::Arguments;
use serde_json::{Value, json};

use crate::feeds::feeds;
use crate::real_archive;
use crate::site::{Site, folder_with, hostile, repository};

/// Names the Python that has them, where set-up has not put it.
const VARIABLE: &str = "MASTHEAD_READERS";

/// Every feed in full.
const WHOLE: &str = "site_url = 'https://lwkd.info'\ncards = false\n\
    [feeds]\nissues = 1000\nitems = 100000\n";

#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
fn python() -> Option<PathBuf> {
    if let Some(named) = env::var_os(VARIABLE) {
        return Some(named.into());
    }
    let installed = repository().join("target/tools/readers/bin/python");
    if !installed.is_file() {
        println!("Skipped: `cargo xtask setup` installs what reads feeds and calendars.");
        return None;
    }
    Some(installed)
}

/// What they find in files of the site, by file.
fn read(python: PathBuf, site: &Site, files: &[String]) -> Value {
    let program = repository().join("tests/readers/read.py");
    let mut command = Command::new(python);
    let output = command.arg(program).arg(site.folder.path()).args(files).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Every feed has the entries that the archive has, and the calendar its deadlines. Gives how many there
/// are of both.
fn check(site: &Site) -> Option<(usize, usize)> {
    let python = python()?;
    let feeds = feeds(site, ".xml");
    let mut files = feeds.clone();
    files.extend(site.archive.deadlines.first().map(|_| "deadlines.ics".to_owned()));
    let read = read(python, site, &files);
    let entries = feeds.iter().map(|feed| check_feed(site, feed, &read[feed]));
    Some((entries.sum(), check_calendar(site, &read["deadlines.ics"])))
}

fn check_feed(site: &Site, file: &str, read: &Value) -> usize {
    assert_eq!(read["problem"], Value::Null, "{file}");
    assert_eq!(read["format"], "atom10", "{file}");
    let entries = read["entries"].as_array().unwrap();
    let expect = content(site, &file.replace(".xml", ".json"));
    assert_eq!(read["title"], in_xml(&expect["title"]), "{file}");
    let items = expect["items"].as_array().unwrap();
    assert_eq!(entries.len(), items.len(), "{file}");
    for (entry, item) in entries.iter().zip(items) {
        for (key, value) in entry.as_object().unwrap() {
            assert_eq!(value, &in_xml(&item[key]), "{file}: {key} of {}", item["id"]);
        }
    }
    let ids: BTreeSet<_> = entries.iter().map(|entry| entry["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), entries.len(), "{file}");
    let addresses = entries.iter().map(|entry| entry["url"].as_str().unwrap());
    let expect = in_the_api(site, file);
    assert_eq!(entries.len(), expect.len(), "{file}");
    for (address, expect) in addresses.zip(expect) {
        // The entry of a section leads to its place in the issue.
        assert!(address == expect || address.starts_with(&format!("{expect}#")), "{address}");
    }
    entries.len()
}

/// Text as it can stand in XML, without the white space at its ends, which feedparser leaves out.
fn in_xml(text: &Value) -> String {
    let is_forbidden = |c: char| {
        let is_break = matches!(c, '\t' | '\n' | '\r');
        (c < ' ' && !is_break) || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    text.as_str().unwrap().trim().replace(is_forbidden, "\u{fffd}")
}

/// The addresses of the issues or items that a feed is about.
fn in_the_api(site: &Site, file: &str) -> Vec<String> {
    let document = |address: &str| {
        let (_, path) = address.split_once("/api/").unwrap();
        content(site, &format!("api/{path}"))
    };
    let addresses = |list: &Value| -> Vec<String> {
        let list = list.as_array().unwrap().iter();
        list.map(|part| part["url"].as_str().unwrap().to_owned()).collect()
    };
    let index = document("/api/v1/index.json");
    let counts = &site.archive.feeds;
    let (all, most) = match file {
        "feed.xml" => (addresses(&index["issues"]), counts.issues),
        "items.xml" => {
            let issues = index["issues"].as_array().unwrap().iter();
            let issues: Vec<_> =
                issues.map(|issue| document(issue["json"].as_str().unwrap())).collect();
            let sections = issues.iter().flat_map(|issue| issue["sections"].as_array().unwrap());
            (sections.flat_map(|section| addresses(&section["items"])).collect(), counts.items)
        }
        _ => {
            let section = document(&format!("/api/v1/{}", file.replace(".xml", ".json")));
            (addresses(&section["issues"]), counts.issues)
        }
    };
    all.into_iter().take(most).collect()
}

fn content(site: &Site, file: &str) -> Value {
    serde_json::from_str(&site.text(file)).unwrap()
}

fn check_calendar(site: &Site, events: &Value) -> usize {
    if site.archive.deadlines.is_empty() {
        return 0;
    }
    let deadlines = &content(site, "deadlines.json")["deadlines"];
    let (events, deadlines) = (events.as_array().unwrap(), deadlines.as_array().unwrap());
    assert_eq!(events.len(), deadlines.len());
    for (event, deadline) in events.iter().zip(deadlines) {
        assert_eq!(event["problems"], json!([]), "{deadline}");
        let uid = event["uid"].as_str().unwrap();
        assert_eq!(uid.split('@').next(), deadline["id"].as_str());
        for key in ["name", "sequence", "tentative", "time"] {
            assert_eq!(event[key], deadline[key], "{key} of {uid}");
        }
        // In UTC a moment may be of the next day.
        if event["time"].is_null() {
            for key in ["first_day", "last_day"] {
                assert_eq!(event[key], deadline[key], "{key} of {uid}");
            }
        }
    }
    events.len()
}

#[test]
fn they_read_the_sample_as_it_is_published() {
    let site = Site::of_posts(repository().join("public/posts"));
    let Some((entries, events)) = check(&site) else { return };
    assert!(entries > 150 && events > 3, "{entries}, {events}");
}

#[test]
fn they_read_whatever_posts_hold() {
    let Some((entries, _)) = check(&hostile()) else { return };
    assert!(entries > 100, "{entries}");
}

#[test]
fn they_read_deadlines_of_any_name() {
    let lines = [
        "Ink, paper; and \\ lamp oil, July 9th".to_owned(),
        format!("{}, July 18th/19th", "Größe ".repeat(40).trim()),
        "\u{202e}\u{5e9}\u{5dc}\u{5d5}\u{5dd} \"Glass\": BEGIN:VEVENT, July 30 01:00 UTC"
            .to_owned(),
    ];
    let lines = lines.map(|line| format!("**Next Deadline: {line}**\n\n")).concat();
    let post = format!("---\ntitle: A\n---\n\n## Release Schedule\n\n{lines}");
    let folder = folder_with(&[("masthead.toml", WHOLE), ("posts/2024-07-02-a.md", &post)]);
    let Some((_, events)) = check(&Site::of_posts(folder.path().join("posts"))) else { return };
    assert_eq!(events, 3);
}

#[test]
fn they_read_every_entry_of_the_real_archive() {
    let Some(posts) = real_archive::posts() else { return };
    let folder = folder_with(&[("masthead.toml", WHOLE)]);
    let site = Site::build(&Arguments {
        posts: Some(posts),
        config: Some(folder.path().join("masthead.toml")),
        ..Arguments::default()
    });
    let Some((entries, events)) = check(&site) else { return };
    let items: usize = site.archive.posts.iter().map(|post| post.issue.items().count()).sum();
    assert!(entries > 309 + items, "{entries}");
    assert!(events > 200, "{events}");
}
