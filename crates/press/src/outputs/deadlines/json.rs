//! The deadlines for programs. `docs/deadlines.md` describes the shape; keys may be added to it.

use newsletter::deadline::{Deadline, Mention, When};
use serde::Serialize;

use crate::archive::Archive;
use crate::outputs::{Addresses, json};

/// Raised when a key goes or changes its meaning.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'archive> {
    version: u32,
    title: &'archive str,
    deadlines: Vec<Row<'archive>>,
}

#[derive(Serialize)]
struct Row<'archive> {
    id: &'archive str,
    name: &'archive str,
    kind: &'archive str,
    cycle: Option<&'archive str>,
    #[serde(flatten)]
    when: Dates,
    tentative: bool,
    sequence: u32,
    mentions: Vec<MentionRow<'archive>>,
}

#[derive(Serialize)]
struct Dates {
    first_day: String,
    last_day: String,
    time: Option<String>,
}

#[derive(Serialize)]
struct MentionRow<'archive> {
    issue: &'archive str,
    title: &'archive str,
    published: String,
    address: String,
    name: &'archive str,
    #[serde(flatten)]
    when: Dates,
}

/// The whole file.
pub(super) fn print(archive: &Archive) -> String {
    let document = Document {
        version: VERSION,
        title: &archive.manifest.title,
        deadlines: archive.deadlines.iter().map(|deadline| row(archive, deadline)).collect(),
    };
    json::text(&document)
}

fn row<'archive>(archive: &'archive Archive, deadline: &'archive Deadline) -> Row<'archive> {
    Row {
        id: &deadline.id,
        name: &deadline.name,
        kind: deadline.kind.as_str(),
        cycle: deadline.cycle.as_deref(),
        when: dates(deadline.when),
        tentative: deadline.is_tentative,
        sequence: deadline.sequence,
        mentions: deadline.mentions.iter().filter_map(|mention| row_of(archive, mention)).collect(),
    }
}

fn row_of<'archive>(
    archive: &'archive Archive,
    mention: &'archive Mention,
) -> Option<MentionRow<'archive>> {
    let entry = &archive.posts.get(mention.issue)?.entry;
    let anchor = mention.place.anchor.as_str();
    Some(MentionRow {
        issue: &entry.path,
        title: &entry.title,
        published: entry.date().to_string(),
        address: Addresses::known(archive).of_place(&entry.path, anchor),
        name: &mention.name,
        when: dates(mention.when),
    })
}

fn dates(when: When) -> Dates {
    let time = match when {
        When::Moment { at, .. } => Some(at.to_string()),
        When::Days { .. } => None,
    };
    Dates { first_day: when.first_day().to_string(), last_day: when.last_day().to_string(), time }
}
