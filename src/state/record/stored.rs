//! How a record is kept: one short text for each of its parts. What another version or somebody else has
//! put there is read as far as it makes sense.
//!
//! Paths are sorted, and each is written as what it does not share with the one before: a digit of base
//! 36 for how many characters are the same, then the rest. `#` stands between them, which no path holds.
//! `/2023/20230905` and `/2023/20230912` are `0/2023/20230905#c12`.

use super::{Place, Record, Visit};

/// The base of the digits, so that at most 35 characters are shared.
const BASE: u32 = 36;

/// Between two paths, and between a path and an anchor.
const END: char = '#';

/// No path is longer, in bytes. What is longer was not written by an archive.
const MOST_BYTES: usize = 500;

impl Record {
    /// From the texts of its parts; an empty or damaged one is as good as none.
    pub fn from_texts(read: &str, unfinished: &str, visit: &str) -> Self {
        Self {
            unfinished: Place::from_text(unfinished),
            visit: Visit::from_text(visit),
            ..Self::with_read(paths(read))
        }
    }

    /// The paths of what was read, as one text; empty for none.
    pub fn read_text(&self) -> String {
        let mut text = String::new();
        let mut before = "";
        for path in &self.read {
            if !before.is_empty() {
                text.push(END);
            }
            let shared = before.chars().zip(path.chars()).take_while(|(one, other)| one == other);
            let shared = u32::try_from(shared.count()).unwrap_or(BASE).min(BASE - 1);
            text.extend(char::from_digit(shared, BASE));
            text.extend(path.chars().skip(shared as usize));
            before = path;
        }
        text
    }
}

/// The paths in a text, up to the first that cannot be read: the next ones build upon it.
fn paths(text: &str) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for entry in text.split(END) {
        let before = paths.last().map_or("", String::as_str);
        let Some(path) = path_after(before, entry) else { break };
        paths.push(path);
    }
    paths
}

fn path_after(before: &str, entry: &str) -> Option<String> {
    let mut rest = entry.chars();
    let shared = rest.next()?.to_digit(BASE)? as usize;
    let path: String = before.chars().take(shared).chain(rest).collect();
    is_path(&path).then_some(path)
}

/// Whether a text from elsewhere can be the path of an issue.
pub(super) fn is_path(text: &str) -> bool {
    text.starts_with('/')
        && text.len() <= MOST_BYTES
        && !text.contains(|c: char| c.is_control() || matches!(c, '#' | '?' | '%' | '\\'))
}

impl Place {
    /// From path and anchor with a `#` between; `None` without a path.
    pub fn from_text(text: &str) -> Option<Self> {
        let (path, anchor) = text.split_once(END).unwrap_or((text, ""));
        (is_path(path) && anchor.len() <= MOST_BYTES)
            .then(|| Self { path: path.to_owned(), anchor: anchor.to_owned() })
    }

    /// Path and anchor.
    pub fn to_text(&self) -> String {
        format!("{}{END}{}", self.path, self.anchor)
    }
}

impl Visit {
    /// From three numbers; `None` for anything else.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut numbers = text.split(' ').map(|number| number.parse().ok());
        let mut next = || numbers.next().flatten();
        Some(Self { at: next()?, newest: next()?, since: next()? })
    }

    /// When the reader was seen, the newest issue, and the newest on the visit before.
    pub fn to_text(self) -> String {
        format!("{} {} {}", self.at, self.newest, self.since)
    }
}
