//! What this device remembers of the reader: signals for the record, and the record kept on the shelf.

use bundle_format::{IssueEntry, Manifest};
use leptos::prelude::*;

use super::record::file::{self, FileError};
use super::record::{Merged, Place, Record, Visit};
use super::shelf::{READ, Shelf, UNFINISHED, VISIT};
use crate::platform::{clock, json};

/// What is remembered; nothing, before it has been recalled.
#[derive(Debug, Clone, Copy)]
pub struct Memory {
    record: RwSignal<Record>,
    is_kept: RwSignal<bool>,
    shelf: Shelf,
    /// When the newest issue was published.
    newest: i64,
}

impl Memory {
    /// Of a reader of whom nothing is known.
    pub fn none(shelf: Shelf, manifest: &Manifest) -> Self {
        Self {
            record: RwSignal::default(),
            is_kept: RwSignal::new(true),
            shelf,
            newest: manifest.issues.first().map_or(0, |issue| issue.published),
        }
    }

    /// Recalls what is kept on this device. Where nothing can be, what happened since the page was loaded
    /// stays.
    pub fn recall(self) {
        if self.shelf.is_open() {
            let text = |name| self.shelf.get(name).unwrap_or_default();
            self.record.set(Record::from_texts(&text(READ), &text(UNFINISHED), &text(VISIT)));
        }
    }

    /// Says that the reader is here now.
    pub fn begin_visit(self) {
        let now = clock::now_seconds();
        self.record
            .update(|record| record.visit = Some(Visit::next(record.visit, now, self.newest)));
        self.keep_visit();
    }

    /// What is remembered.
    pub fn record(self) -> ReadSignal<Record> {
        self.record.read_only()
    }

    /// Whether the browser keeps it when the page is closed.
    pub fn is_kept(self) -> ReadSignal<bool> {
        self.is_kept.read_only()
    }

    /// How an issue stands with the reader, in a word. Most of what changes in the record changes that of
    /// few issues.
    pub fn standing(self, issue: &IssueEntry) -> Memo<&'static str> {
        let (record, path, published) = (self.record, issue.path.clone(), issue.published);
        Memo::new(move |_| record.with(|record| record.standing(&path, published).word()))
    }

    /// Whether the issue at `path` was read.
    pub fn has_read(self, path: &str) -> Signal<bool> {
        let (record, path) = (self.record, path.to_owned());
        Signal::derive(move || record.with(|record| record.has_read(&path)))
    }

    /// Says that the issue at `path` is shown.
    pub fn open(self, path: &str) {
        self.begin_visit();
        self.record.update(|record| record.open(path));
        self.keep_unfinished();
    }

    /// Says that the reader has come to a heading or item of the issue at `path`; an empty anchor is its
    /// beginning.
    pub fn reach(self, path: &str, anchor: &str) {
        self.record.update(|record| record.reach(path, anchor));
        self.keep_unfinished();
    }

    /// Says that the issue at `path` was read, or takes that back.
    pub fn set_read(self, path: &str, is_read: bool) {
        self.record.update(|record| {
            record.set_read(path, is_read);
            if !is_read {
                record.open(path);
            }
        });
        self.keep_unfinished();
        self.keep_read();
    }

    /// Leaves the unfinished issue at that.
    pub fn dismiss_unfinished(self) {
        self.record.update(|record| record.unfinished = None);
        self.keep_unfinished();
    }

    /// The file with everything for another device; `archive` is the archive's title.
    pub fn to_file(self, archive: &str) -> String {
        self.record.with(|record| file::to_json(record, archive))
    }

    /// Adds what a file of another device holds.
    pub fn add_file(self, text: &str, archive: &str) -> Result<Merged, FileError> {
        let other = file::from_fields(json::fields(text).as_ref(), archive)?;
        let merged = self.record.try_update(|record| record.merge(other));
        self.keep_read();
        self.keep_unfinished();
        self.keep_visit();
        merged.ok_or(FileError::Unreadable)
    }

    fn keep_read(self) {
        self.keep(READ, self.record.with_untracked(Record::read_text));
    }

    fn keep_unfinished(self) {
        let place =
            self.record.with_untracked(|record| record.unfinished.as_ref().map(Place::to_text));
        self.keep(UNFINISHED, place.unwrap_or_default());
    }

    fn keep_visit(self) {
        let visit = self.record.with_untracked(|record| record.visit.map(Visit::to_text));
        self.keep(VISIT, visit.unwrap_or_default());
    }

    fn keep(self, name: &str, text: String) {
        let is_kept = self.shelf.set(name, (!text.is_empty()).then_some(&text));
        // A small text may find room where what was read does not.
        if (!is_kept || name == READ) && self.is_kept.get_untracked() != is_kept {
            self.is_kept.set(is_kept);
        }
    }
}
