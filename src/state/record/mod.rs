//! What a reader has done in an archive: read, left unfinished, seen. Pure: what happened and when is
//! told to it, and `memory` keeps it.

pub mod file;
pub mod stored;
mod visit;

#[cfg(test)]
mod tests;

use bundle_format::IssueEntry;

pub use visit::Visit;

/// What a reader has done in an archive.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// Paths of the issues that were read: sorted, each once. Issues that the archive does not have, or
    /// not yet, stay.
    read: Vec<String>,
    /// The issue that was opened last and has not been read to its end.
    pub unfinished: Option<Place>,
    /// When the reader was here, and what there was to see; `None` before the first visit.
    pub visit: Option<Visit>,
}

/// A place in an issue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The issue's path.
    pub path: String,
    /// The anchor of a heading or item; empty for the beginning.
    pub anchor: String,
}

/// How an issue stands with the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// Neither read nor new.
    #[default]
    Unread,
    /// Not read, and not there on the visit before this one.
    New,
    /// Read.
    Read,
}

/// What came of a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// Issues that are read from now on.
    pub added: usize,
    /// Issues that were read on both sides.
    pub known: usize,
}

impl Record {
    /// With these issues read, in any order.
    pub fn with_read(mut read: Vec<String>) -> Self {
        read.sort_unstable();
        read.dedup();
        Self { read, ..Self::default() }
    }

    /// Paths of the issues that were read, sorted.
    pub fn read(&self) -> &[String] {
        &self.read
    }

    /// Whether the issue at `path` was read.
    pub fn has_read(&self, path: &str) -> bool {
        self.place_of(path).is_ok()
    }

    /// How the issue at `path`, published so many seconds after 1970 in UTC, stands with the reader.
    pub fn standing(&self, path: &str, published: i64) -> Standing {
        if self.has_read(path) {
            Standing::Read
        } else if self.visit.is_some_and(|visit| published > visit.since) {
            Standing::New
        } else {
            Standing::Unread
        }
    }

    /// How many of these issues are new.
    pub fn new_among(&self, issues: &[IssueEntry]) -> usize {
        let standing = |issue: &&IssueEntry| self.standing(&issue.path, issue.published);
        issues.iter().filter(|issue| standing(issue) == Standing::New).count()
    }

    /// Says that the issue at `path` was read, or that it was not.
    pub fn set_read(&mut self, path: &str, is_read: bool) {
        match self.place_of(path) {
            Err(place) if is_read => self.read.insert(place, path.to_owned()),
            Ok(place) if !is_read => {
                self.read.remove(place);
            }
            _ => {}
        }
        self.close_what_is_read();
    }

    /// Says that the issue at `path` was opened. What has been read once is not begun again.
    pub fn open(&mut self, path: &str) {
        let is_open = self.unfinished.as_ref().is_some_and(|place| place.path == path);
        if !is_open && !self.has_read(path) {
            self.unfinished = Some(Place { path: path.to_owned(), ..Place::default() });
        }
    }

    /// Says how far the reader has come in the issue at `path`, if that is the one left unfinished.
    pub fn reach(&mut self, path: &str, anchor: &str) {
        if let Some(place) = self.unfinished.as_mut().filter(|place| place.path == path) {
            anchor.clone_into(&mut place.anchor);
        }
    }

    /// Adds what another record has: nothing that is here is lost.
    pub fn merge(&mut self, other: Self) -> Merged {
        let (ours, theirs) = (self.read.len(), other.read.len());
        self.read.extend(other.read);
        self.read.sort_unstable();
        self.read.dedup();
        let added = self.read.len() - ours;
        self.close_what_is_read();
        self.unfinished = self.unfinished.take().or(other.unfinished);
        self.close_what_is_read();
        // What was there on the last visit elsewhere is not new here.
        if let (Some(visit), Some(other)) = (&mut self.visit, other.visit) {
            visit.since = visit.since.max(other.since);
        }
        Merged { added, known: theirs - added }
    }

    fn close_what_is_read(&mut self) {
        if self.unfinished.as_ref().is_some_and(|place| self.has_read(&place.path)) {
            self.unfinished = None;
        }
    }

    fn place_of(&self, path: &str) -> Result<usize, usize> {
        self.read.binary_search_by(|known| known.as_str().cmp(path))
    }
}

impl Standing {
    /// In a word; empty for what needs no mention.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unread => "",
            Self::New => "New",
            Self::Read => "Read",
        }
    }
}
