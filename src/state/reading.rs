//! Everything that pages read and change, in one value that is handed to them.

use std::any::Any;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::announcer::Announcer;
use super::archive::ArchiveRef;
use super::at_hand::AtHand;
use super::chosen::Chosen;
use super::deadlines::Schedule;
use super::library::Library;
use super::memory::Memory;
use super::navigation::Navigation;
use super::offline::Offline;
use super::preferences::Preferences;
use super::search::Search;
use super::shelf::Shelf;
use super::shortcuts::SEARCH_BOX;
use super::trouble::Trouble;
use super::{shortcuts, top_bar};
use crate::platform::{clipboard, focus, history, pointer, turns};
use crate::route::{Address, Query};

/// The reader's session with an archive.
#[derive(Clone)]
pub struct Reading {
    /// The archive.
    pub archive: ArchiveRef,
    /// Its posts.
    pub library: Library,
    /// What is due.
    pub schedule: Schedule,
    /// Searching in it.
    pub search: Search,
    /// Where the reader is.
    pub navigation: Navigation,
    /// What the reader has chosen for good.
    pub preferences: Preferences,
    /// What the reader has read.
    pub memory: Memory,
    /// Where both are kept.
    pub shelf: Shelf,
    /// What a screen reader is told.
    pub announcer: Announcer,
    /// What is kept on this device, and what is new.
    pub offline: Offline,
    is_adopting: StoredValue<bool>,
    held: StoredValue<Vec<Box<dyn Any>>, LocalStorage>,
}

impl Reading {
    /// A session that begins at `path`, before anything is known of its reader: the same natively and
    /// in the browser.
    pub fn at(path: &str, archive: ArchiveRef, at_hand: AtHand) -> Self {
        let (announcer, trouble) = (Announcer::silent(), Trouble::none());
        let shelf = Shelf::of(&archive.base);
        Self {
            schedule: Schedule::new(archive.clone(), at_hand.deadlines.clone()),
            library: Library::new(archive.clone(), at_hand, trouble),
            is_adopting: StoredValue::new(false),
            held: StoredValue::new_local(Vec::new()),
            search: Search::idle(&archive, trouble),
            offline: Offline::unknown(trouble),
            navigation: Navigation::at(path, &archive, announcer),
            memory: Memory::none(shelf, &archive.manifest),
            archive,
            preferences: Preferences::none(shelf),
            shelf,
            announcer,
        }
    }

    /// Says that the page is there already: what does not change in it is left as it is.
    #[must_use]
    pub fn adopting(self) -> Self {
        self.is_adopting.set_value(true);
        self
    }

    /// Whether what is being put together is there already.
    pub fn is_adopting(&self) -> bool {
        self.is_adopting.get_value()
    }

    /// Holds a part of the page that was taken over before the page itself, which keeps it.
    pub fn hold(&self, part: impl Any) {
        self.held.update_value(|held| held.push(Box::new(part)));
    }

    /// Keeps the parts that were taken over before the page that is put together now for as long as this:
    /// they go after it, when the next page is there.
    pub fn keep_held(&self) {
        let held = self.held;
        on_cleanup(move || {
            turns::let_go(held.try_update_value(std::mem::take).unwrap_or_default());
        });
    }

    /// Takes the window over, when the page is in it: what is chosen in its address and on this device
    /// comes now, so that a page that was rendered for everybody is taken over as it is.
    pub fn take_over(&self, help: &'static str) {
        self.is_adopting.set_value(false);
        self.shelf.take_over();
        self.recall();
        self.memory.begin_visit();
        {
            let reading = self.clone();
            self.shelf.on_change(move || reading.recall());
        }
        self.navigation.take_over();
        if focus::is_on(SEARCH_BOX) {
            self.search.start();
        }
        shortcuts::start(self, help);
        top_bar::start();
        self.offline.start(self);
    }

    /// Recalls all that is kept on this device.
    pub fn recall(&self) {
        self.preferences.recall();
        self.memory.recall();
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

    /// Copies the address of the link that a click was for, if it is among `permalinks`, and says so.
    pub fn copy_link(&self, event: &MouseEvent, permalinks: &str) {
        let announcer = self.announcer;
        let Some(href) = pointer::href_at(event, permalinks) else { return };
        clipboard::copy(&format!("{}{href}", history::origin()), move |is_copied| {
            announcer.say(if is_copied { "Link copied" } else { "The address bar has the link" });
        });
    }

    /// Copies the address of a file of the site, and says so.
    pub fn copy_file(&self, file: &str) {
        let announcer = self.announcer;
        let address = format!("{}{}", history::origin(), self.archive.base.file(file));
        clipboard::copy(&address, move |is_copied| {
            announcer.say(if is_copied { "Address copied" } else { "The link has the address" });
        });
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
