//! Where the reader is in the archive, and how they get elsewhere: the address is the state.
//!
//! A page tells [`Navigation::settle_when`] when its content is in place; only then is there something
//! to scroll to, to focus and to announce.

use leptos::prelude::*;

use super::announcer::Announcer;
use super::archive::ArchiveRef;
use super::position::Position;
use crate::platform::history::{self, Place};
use crate::platform::{document, focus, program, storage, viewport};
use crate::route::{Address, BasePath, Query, Route};

const LAST_ENTRY_KEY: &str = "masthead:last-entry";

/// How the reader came to the current address.
#[derive(Debug, Clone, PartialEq)]
enum Arrival {
    /// The page was loaded, perhaps again.
    Load(Option<Position>),
    /// A link within the app.
    Link,
    /// A link to another place of the same page.
    Fragment,
    /// Back or forward.
    Return(Position),
    /// Scrolled, focused and announced.
    Settled,
}

/// Gives the id of the element that a fragment means.
pub type Resolve = Box<dyn Fn(&str) -> Option<String>>;

/// The current address and the ways to change it.
#[derive(Clone, Copy)]
pub struct Navigation {
    address: RwSignal<Address>,
    archive: StoredValue<ArchiveRef>,
    entry: StoredValue<u32>,
    arrival: StoredValue<Arrival>,
    extent: StoredValue<u32>,
    /// Whether what is typed next is another search, and so another entry of the history.
    is_committed: StoredValue<bool>,
    /// How far the page was scrolled when it was last seen to be, in whole CSS pixels.
    seen_y: StoredValue<i32>,
    announcer: Announcer,
    before_leaving: StoredValue<Option<Callback<()>>>,
}

impl Navigation {
    /// Takes the window's address over, and from now on its links and history.
    pub fn start(archive: &ArchiveRef, announcer: Announcer) -> Self {
        let known = history::entry();
        let entry = known.unwrap_or_else(next_entry);
        let place = history::place();
        let navigation = Self {
            address: RwSignal::new(address_of(&archive.base, &place).unwrap_or_default()),
            archive: StoredValue::new(archive.clone()),
            entry: StoredValue::new(entry),
            arrival: StoredValue::new(Arrival::Load(known.and_then(Position::kept))),
            extent: StoredValue::new(0),
            is_committed: StoredValue::new(true),
            seen_y: StoredValue::new(viewport::scroll_y()),
            announcer,
            before_leaving: StoredValue::new(None),
        };
        history::take_over_scrolling();
        history::replace(&format!("{}{}{}", place.path, place.query, place.fragment), entry);
        history::on_pop(move |place, entry| navigation.arrive(&place, entry));
        history::on_leave(move || navigation.keep_position());
        // Kept for as long as the app.
        StoredValue::new_local(viewport::on_scroll(move |y| navigation.seen_y.set_value(y)));
        history::on_link(move |place| {
            let links = navigation.archive.get_value();
            let Some(mut address) = address_of(&links.base, &place) else { return false };
            let here = navigation.address.get_untracked();
            // A place on this very page: what is chosen on it stays chosen.
            if address.fragment.is_some() && address.path == here.path && place.query.is_empty() {
                address.query = here.query;
            }
            // What is no page of the app is a file: the browser knows what to do with it.
            let is_page = !matches!(Route::at(&address.path, &links.manifest), Route::NotFound(_));
            if is_page {
                navigation.go(address);
            }
            is_page
        });
        navigation
    }

    /// The current address.
    pub fn address(self) -> ReadSignal<Address> {
        self.address.read_only()
    }

    /// Calls back before another page is shown.
    pub fn before_leaving(self, callback: Callback<()>) {
        self.before_leaving.set_value(Some(callback));
    }

    /// From now on addresses are those of `archive`.
    pub fn renew(self, archive: &ArchiveRef) {
        self.archive.set_value(archive.clone());
    }

    /// Shows an address.
    fn show(self, address: Address) {
        if self.address.with_untracked(|here| here.path != address.path)
            && let Some(callback) = self.before_leaving.get_value()
        {
            callback.run(());
        }
        self.address.set(address);
    }

    /// Goes to an address, as a click on a link does.
    pub fn go(self, address: Address) {
        self.keep_position();
        let here = self.address.get_untracked();
        let is_fragment = address.fragment.is_some() && address.is_same_page(&here);
        let url = self.href(&address);
        if address == here {
            history::replace(&url, self.entry.get_value());
        } else {
            let entry = next_entry();
            self.entry.set_value(entry);
            history::push(&url, entry);
        }
        self.extent.set_value(0);
        self.is_committed.set_value(true);
        self.arrival.set_value(if is_fragment { Arrival::Fragment } else { Arrival::Link });
        self.show(address);
    }

    /// Changes what is chosen on this page, without a new entry in the history.
    pub fn choose(self, query: Query) {
        let address = self.address.with_untracked(|address| address.with_query(query));
        history::replace(&self.href(&address), self.entry.get_value());
        self.address.set(address);
    }

    /// Shows what is being typed: the first letter makes an entry in the history, the next ones change
    /// it, until the words are committed. Neither moves the focus.
    pub fn type_into(self, address: Address) {
        let here = self.address.get_untracked();
        if self.is_committed.get_value() {
            self.is_committed.set_value(false);
            self.keep_position();
            let entry = next_entry();
            self.entry.set_value(entry);
            history::push(&self.href(&address), entry);
        } else {
            history::replace(&self.href(&address), self.entry.get_value());
        }
        self.extent.set_value(0);
        self.arrival.set_value(Arrival::Settled);
        let is_other_page = address.path != here.path;
        self.show(address);
        if is_other_page {
            viewport::scroll_to(0);
        }
    }

    /// What was typed is meant: what is typed from now on is something else.
    pub fn commit(self) {
        self.is_committed.set_value(true);
    }

    /// How much of a page that grows had been loaded when the reader left it; 0 on a new visit.
    pub fn kept_extent(self) -> u32 {
        self.arrival.with_value(|arrival| match arrival {
            Arrival::Load(Some(position)) | Arrival::Return(position) => position.extent,
            _ => 0,
        })
    }

    /// Remembers how much of a page that grows is loaded.
    pub fn set_extent(self, extent: u32) {
        self.extent.set_value(extent);
    }

    /// Settles the page called `page` as soon as `content` is there and says how its fragments are read, and again
    /// whenever the reader goes to another place in it.
    pub fn settle_when(self, page: String, content: Box<dyn Fn() -> Option<Resolve>>) {
        Effect::new(move || {
            self.address.track();
            if let Some(resolve) = content() {
                self.settle(&page, &resolve);
            }
        });
    }

    /// Brings the reader to where they meant to go, once.
    fn settle(self, page: &str, resolve: &Resolve) {
        document::set_title(&self.archive.with_value(|archive| archive.window_title(page)));
        program::is_ready();
        let arrival = self.arrival.get_value();
        self.arrival.set_value(Arrival::Settled);
        let target =
            self.address.with_untracked(|address| address.fragment.as_deref().and_then(&resolve));
        match arrival {
            Arrival::Settled => {}
            Arrival::Load(kept) => match (kept, target) {
                (Some(position), _) => viewport::scroll_to(position.y),
                // Whoever has begun to read is not pulled away.
                (None, Some(target)) if viewport::scroll_y() == 0 => {
                    focus::go_to(&target);
                }
                (None, _) => {}
            },
            Arrival::Fragment => {
                if let Some(target) = target {
                    focus::go_to(&target);
                }
            }
            Arrival::Link => {
                if !target.is_some_and(|target| focus::go_to(&target)) {
                    viewport::scroll_to(0);
                    focus::first("main h1");
                }
                self.announcer.say(page);
            }
            Arrival::Return(position) => {
                if !focus::link(&position.link) {
                    focus::first("main h1");
                }
                viewport::scroll_to(position.y);
                self.announcer.say(page);
            }
        }
    }

    fn arrive(self, place: &Place, entry: Option<u32>) {
        let Some(address) = self.archive.with_value(|archive| address_of(&archive.base, place))
        else {
            // Back to a page of this origin that is not ours.
            return history::reload();
        };
        let arrival = if let Some(entry) = entry {
            self.keep_position();
            self.entry.set_value(entry);
            Arrival::Return(Position::kept(entry).unwrap_or_default())
        } else {
            // The fragment was edited by hand, and some browsers are at its place already.
            self.keep(Position { y: self.seen_y.get_value(), ..self.position() });
            let entry = next_entry();
            self.entry.set_value(entry);
            history::replace(&self.href(&address), entry);
            Arrival::Fragment
        };
        self.extent.set_value(0);
        self.is_committed.set_value(true);
        self.arrival.set_value(arrival);
        self.show(address);
    }

    fn href(self, address: &Address) -> String {
        self.archive.with_value(|archive| archive.href(address))
    }

    fn keep_position(self) {
        self.keep(self.position());
    }

    fn position(self) -> Position {
        Position::here(self.extent.get_value())
    }

    fn keep(self, position: Position) {
        position.keep(self.entry.get_value());
    }
}

/// For pages whose elements have the fragments themselves as ids.
pub fn as_it_is() -> Resolve {
    Box::new(|fragment| Some(fragment.to_owned()))
}

fn address_of(base: &BasePath, place: &Place) -> Option<Address> {
    base.address(&place.path, &place.query, &place.fragment)
}

fn next_entry() -> u32 {
    let last = storage::session(LAST_ENTRY_KEY).and_then(|last| last.parse().ok());
    let next = last.unwrap_or(0_u32).wrapping_add(1);
    storage::set_session(LAST_ENTRY_KEY, &next.to_string());
    next
}
