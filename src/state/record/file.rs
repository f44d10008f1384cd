//! A record as a file that a reader takes to another device: JSON, documented in `docs/reading-record.md`.

use std::fmt::Write as _;

use super::stored::is_path;
use super::{Place, Record, Visit};

/// What the first field of every such file says.
const FORMAT: &str = "masthead-reading";

/// The version that is written, and the newest that is read.
const VERSION: u32 = 1;

/// The fields of a JSON object, each with its values in order: one, or those of a list, as texts.
pub type Fields = Vec<(String, Vec<String>)>;

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// It is far larger than any record.
    TooLarge,
    /// The browser could not open it.
    Unreadable,
    /// It is something else.
    NoRecord,
    /// It was written by a later version of this program.
    Newer,
    /// It belongs to the archive with this title.
    OtherArchive(String),
}

/// The file of a record; `archive` is the archive's title.
pub fn to_json(record: &Record, archive: &str) -> String {
    let mut json = format!(
        "{{\n  \"format\": {},\n  \"version\": {VERSION},\n  \"archive\": {}",
        quoted(FORMAT),
        quoted(archive)
    );
    let mut push = |name: &str, value: &str| {
        // Writing into a String cannot fail.
        let _ = write!(json, ",\n  \"{name}\": {value}");
    };
    if let Some(visit) = record.visit {
        push("since", &visit.since.to_string());
    }
    if let Some(place) = &record.unfinished {
        push("unfinished", &quoted(&place.to_text()));
    }
    let read: Vec<_> = record.read.iter().map(|path| quoted(path)).collect();
    push("read", &format!("[\n    {}\n  ]", read.join(",\n    ")));
    json.push_str("\n}\n");
    json
}

/// The record in a file with these fields, for the archive with this title. `None` is a file without
/// fields. Paths that can be none are passed over.
pub fn from_fields(fields: Option<&Fields>, archive: &str) -> Result<Record, FileError> {
    let values = |name: &str| {
        let field = fields?.iter().find(|(known, _)| known == name);
        field.map(|(_, values)| values.as_slice())
    };
    let value = |name| values(name).and_then(|values| values.first()).map(String::as_str);
    if value("format") != Some(FORMAT) {
        return Err(FileError::NoRecord);
    }
    match value("version").and_then(|version| version.parse::<u32>().ok()) {
        Some(version) if version > VERSION => return Err(FileError::Newer),
        Some(VERSION) => {}
        _ => return Err(FileError::NoRecord),
    }
    if let Some(other) = value("archive").filter(|other| *other != archive) {
        return Err(FileError::OtherArchive(other.to_owned()));
    }
    let read = values("read").unwrap_or_default();
    let since = value("since").and_then(|since| since.parse().ok());
    Ok(Record {
        unfinished: value("unfinished").and_then(Place::from_text),
        visit: since.map(|since| Visit { at: since, newest: since, since }),
        ..Record::with_read(read.iter().filter(|path| is_path(path)).cloned().collect())
    })
}

fn quoted(text: &str) -> String {
    let mut json = String::from("\"");
    for c in text.chars() {
        if c.is_control() || matches!(c, '"' | '\\') {
            let _ = write!(json, "\\u{:04x}", u32::from(c));
        } else {
            json.push(c);
        }
    }
    json.push('"');
    json
}
