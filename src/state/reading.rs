//! Everything that pages read and change, in one value that is handed to them.

use leptos::prelude::*;

use super::announcer::Announcer;
use super::archive::ArchiveRef;
use super::chosen::Chosen;
use super::library::Library;
use super::navigation::Navigation;
use super::offline::Offline;
use super::preferences::Preferences;
use super::search::Search;
use super::trouble::Trouble;
use crate::platform::{clipboard, history};
use crate::route::{Address, Query};

/// The reader's session with an archive.
#[derive(Clone)]
pub struct Reading {
    /// The archive.
    pub archive: ArchiveRef,
    /// Its posts.
    pub library: Library,
    /// Searching in it.
    pub search: Search,
    /// Where the reader is.
    pub navigation: Navigation,
    /// What the reader has chosen for good.
    pub preferences: Preferences,
    /// What a screen reader is told.
    pub announcer: Announcer,
    /// What is kept on this device, and what is new.
    pub offline: Offline,
}

impl Reading {
    /// Starts the session; once, when the archive is here.
    pub fn start(archive: ArchiveRef, preferences: Preferences) -> Self {
        let (announcer, trouble) = (Announcer::silent(), Trouble::none());
        Self {
            library: Library::new(archive.clone(), trouble),
            search: Search::idle(&archive, trouble),
            offline: Offline::unknown(trouble),
            navigation: Navigation::start(&archive, announcer),
            archive,
            preferences,
            announcer,
        }
    }

    /// The session that the app has provided.
    pub fn current() -> Self {
        expect_context::<Self>().current_edition()
    }

    /// The same session with the archive as pages are made of it now.
    #[must_use]
    pub fn current_edition(mut self) -> Self {
        if let Some((archive, library)) = self.offline.renewed() {
            (self.archive, self.library) = (archive, library);
        }
        self
    }

    /// What is chosen in the address.
    pub fn query(&self) -> Memo<Query> {
        let address = self.navigation.address();
        Memo::new(move |_| address.with(|address| address.query.clone()))
    }

    /// The section families chosen in the address.
    pub fn chosen(&self) -> Memo<Chosen> {
        let (query, archive) = (self.query(), self.archive.clone());
        Memo::new(move |_| query.with(|query| Chosen::from_ids(&query.sections, &archive)))
    }

    /// Chooses section families, leaving the rest of the address as it is.
    pub fn choose_sections(&self, sections: Vec<String>) {
        let query = self.navigation.address().with_untracked(|address| address.query.clone());
        self.navigation.choose(Query { sections, ..query });
    }

    /// The `href` of an address.
    pub fn href(&self, address: &Address) -> String {
        self.archive.href(address)
    }

    /// Copies the address that an `href` stands for, and says so.
    pub fn on_copy(&self) -> Callback<String> {
        let announcer = self.announcer;
        Callback::new(move |href: String| {
            clipboard::copy(&format!("{}{href}", history::origin()), move |is_copied| {
                announcer.say(if is_copied {
                    "Link copied"
                } else {
                    "The address bar has the link"
                });
            });
        })
    }

    /// Adds a family to what is chosen, or removes it.
    pub fn on_toggle(&self) -> Callback<u8> {
        let (reading, chosen) = (self.clone(), self.chosen());
        Callback::new(move |family| {
            let sections = chosen.with_untracked(|chosen| chosen.toggled(family, &reading.archive));
            reading.choose_sections(sections);
        })
    }

    /// Shows everything again.
    pub fn on_all(&self) -> Callback<()> {
        let reading = self.clone();
        Callback::new(move |()| reading.choose_sections(Vec::new()))
    }
}
