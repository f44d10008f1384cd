//! The deadlines: a calendar to subscribe to, JSON for programs, and the file of their page. An archive
//! that announces none has none of these.

mod calendar;
mod content_line;
mod json;

use bundle_format::{
    CALENDAR_FILE, DeadlineEntry, DeadlineSource, Deadlines, DueDate, EarlierDate, deadlines_file,
    encode_deadlines,
};
use newsletter::date::Date;
use newsletter::deadline::{Deadline, Mention, When};

use super::files::{Collision, Files, Origin};
use crate::archive::Archive;
use crate::hash::content_hash;

/// Its name, below the base path.
const JSON_FILE: &str = "deadlines.json";

/// What the page of deadlines gets.
pub(crate) struct Planned {
    /// The hash that its file has.
    pub(crate) hash: u64,
    /// What is in the file.
    pub(crate) deadlines: Deadlines,
}

/// Plans all three.
pub(crate) fn plan(archive: &Archive, files: &mut Files) -> Result<Option<Planned>, Collision> {
    if archive.deadlines.is_empty() {
        return Ok(None);
    }
    let made = |words: &str| Origin::Archive(words.to_owned());
    files.add(CALENDAR_FILE, made("the calendar"), calendar::print(archive).into_bytes())?;
    files.add(JSON_FILE, made("the list of deadlines"), json::print(archive).into_bytes())?;
    let deadlines = Deadlines { deadlines: archive.deadlines.iter().filter_map(entry).collect() };
    let bytes = encode_deadlines(&deadlines);
    let hash = content_hash(&bytes);
    files.add(&deadlines_file(hash), made("the deadlines of their page"), bytes)?;
    Ok(Some(Planned { hash, deadlines }))
}

fn entry(deadline: &Deadline) -> Option<DeadlineEntry> {
    let earlier = moved_from(deadline)
        .into_iter()
        .map(|mention| EarlierDate { when: due_date(mention.when), source: source(mention) });
    Some(DeadlineEntry {
        name: deadline.name.clone(),
        when: due_date(deadline.when),
        is_tentative: deadline.is_tentative,
        source: source(deadline.mentions.last()?),
        earlier: earlier.collect(),
    })
}

fn source(mention: &Mention) -> DeadlineSource {
    DeadlineSource {
        // Nobody writes four billion issues.
        issue: u32::try_from(mention.issue).unwrap_or(u32::MAX),
        anchor: mention.place.anchor.to_string(),
    }
}

fn due_date(when: When) -> DueDate {
    // The years 1 to 9999 are less than four million days.
    let days = |date: Date| i32::try_from(date.days()).unwrap_or_default();
    match when {
        When::Days { first, last } => DueDate::Days { first: days(first), last: days(last) },
        When::Moment { at, .. } => DueDate::Moment(at.0),
    }
}

/// For each date that no longer holds, the last mention of it before the next one; oldest first.
fn moved_from(deadline: &Deadline) -> Vec<&Mention> {
    let mut runs: Vec<&Mention> = Vec::new();
    for mention in &deadline.mentions {
        if runs.last().is_some_and(|last| last.when == mention.when) {
            runs.pop();
        }
        runs.push(mention);
    }
    // The last run says what holds, or says it less exactly.
    runs.pop();
    runs.retain(|mention| mention.when != deadline.when);
    runs
}
