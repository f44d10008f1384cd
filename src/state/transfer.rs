//! What is kept leaves this device and comes to it, as files that the reader carries; and what is here is
//! deleted. Each such step can be taken back while its page is open.

use leptos::prelude::*;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::reading::Reading;
use super::record::Merged;
use super::record::file::FileError;
use super::shelf::Inventory;
use crate::platform::file::{self, NoText};

/// Far more than the record of any archive; larger files are not opened.
const MOST_BYTES: f64 = 1_000_000.0;

/// The things that are kept and the last step that changed them.
#[derive(Clone)]
pub struct Transfer {
    reading: Reading,
    things: RwSignal<Vec<&'static str>>,
    /// Puts a step into words.
    words: fn(Step) -> String,
    message: RwSignal<String>,
    before: StoredValue<Inventory>,
    can_undo: RwSignal<bool>,
}

/// What came of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A file was added.
    Added(Merged),
    /// A file could not be read.
    Refused(FileError),
    /// Something was deleted.
    Deleted,
    /// The step before was taken back.
    Undone,
}

impl Transfer {
    /// Before any step; `words` says what came of one.
    pub fn new(reading: &Reading, words: fn(Step) -> String) -> Self {
        let transfer = Self {
            reading: reading.clone(),
            things: RwSignal::default(),
            words,
            message: RwSignal::default(),
            before: StoredValue::default(),
            can_undo: RwSignal::new(false),
        };
        let Reading { shelf, memory, preferences, offline, .. } = *reading;
        let saving = Memo::new(move |_| offline.known().with(|known| known.told.state.clone()));
        let things = transfer.things;
        Effect::new(move || {
            memory.record().track();
            preferences.theme().track();
            preferences.my_sections().track();
            preferences.has_shortcuts().track();
            // The fonts come at about the same time as word of what is saved.
            saving.track();
            things.set(shelf.inventory().into_iter().map(|(name, _)| name).collect());
        });
        transfer
    }

    /// The names of what is kept.
    pub fn things(&self) -> ReadSignal<Vec<&'static str>> {
        self.things.read_only()
    }

    /// What came of the last step; empty before the first.
    pub fn message(&self) -> ReadSignal<String> {
        self.message.read_only()
    }

    /// Whether the last step can be taken back.
    pub fn can_undo(&self) -> ReadSignal<bool> {
        self.can_undo.read_only()
    }

    /// An address that holds the file of what was read.
    pub fn href(&self) -> Signal<String> {
        let reading = self.reading.clone();
        Signal::derive(move || {
            let json = reading.memory.to_file(&reading.archive.manifest.title);
            let json = utf8_percent_encode(&json, NON_ALPHANUMERIC);
            format!("data:application/json;charset=utf-8,{json}")
        })
    }

    /// Adds the file that was chosen in the input with this id.
    pub fn add_chosen(&self, input: &str) {
        let transfer = self.clone();
        file::chosen(input, MOST_BYTES, move |text| {
            let before = transfer.kept_now();
            let merged = match text {
                Ok(text) => {
                    let Reading { memory, archive, .. } = &transfer.reading;
                    memory.add_file(&text, &archive.manifest.title)
                }
                Err(NoText::TooLarge) => Err(FileError::TooLarge),
                Err(NoText::Unreadable) => Err(FileError::Unreadable),
            };
            match merged {
                Ok(merged) => transfer.done(Step::Added(merged), before),
                Err(error) => transfer.done(Step::Refused(error), None),
            }
        });
    }

    /// Deletes what is kept under a name.
    pub fn delete(&self, name: &str) {
        let before = self.kept_now();
        self.reading.shelf.set(name, None);
        self.done(Step::Deleted, before);
    }

    /// Deletes all that is kept.
    pub fn delete_all(&self) {
        let before = self.kept_now();
        self.reading.shelf.restore(&Inventory::new());
        self.done(Step::Deleted, before);
    }

    /// Takes the last step back.
    pub fn undo(&self) {
        self.before.with_value(|before| self.reading.shelf.restore(before));
        self.done(Step::Undone, None);
    }

    /// What is kept now; `None` where nothing can be, and nothing could be taken back.
    fn kept_now(&self) -> Option<Inventory> {
        self.reading.shelf.is_open().then(|| self.reading.shelf.inventory())
    }

    fn done(&self, step: Step, before: Option<Inventory>) {
        // The page may have been left while the file was read.
        if self.message.try_set((self.words)(step)).is_none() {
            self.can_undo.set(before.is_some());
            self.before.set_value(before.unwrap_or_default());
            self.reading.recall();
        }
    }
}
