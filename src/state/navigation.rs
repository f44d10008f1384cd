//! Where the reader is in the archive, and how they get elsewhere: the address is the state.
//!
//! A page tells [`Navigation::settle_when`] when its content is in place; only then is there something
//! to scroll to, to focus and to announce.

use leptos::prelude::*;

use super::announcer::Announcer;
use super::archive::ArchiveRef;
use super::position::Position;
use crate::platform::history::{self, Place};
use crate::platform::{document, focus, program, storage, timer, viewport};
use crate::route::{Address, BasePath, Query, Route};

const LAST_ENTRY_KEY: &str = "masthead:last-entry";

/// How long the window's address may be behind what is typed: writing it takes browsers longer than an
/// answer, and some refuse what is done too often.
const ADDRESS_PAUSE_MS: i32 = 200;

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

/// How the window's address is behind what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Behind {
    /// The number of the last change.
    change: u32,
    /// Whether the history has no entry for it yet.
    is_new: bool,
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
    behind: StoredValue<Option<Behind>>,
    is_page_waiting: RwSignal<bool>,
    /// The page that was settled last.
    settled: StoredValue<String>,
    /// How far the page was scrolled when the app took the window over, if that is where the browser
    /// shows it at first.
    first_y: StoredValue<Option<i32>>,
    /// How far the page was scrolled when it was last seen to be, in whole CSS pixels.
    seen_y: StoredValue<i32>,
    announcer: Announcer,
    before_leaving: StoredValue<Option<Callback<()>>>,
}

impl Navigation {
    /// At the page with this path, as it is for everybody: nothing is asked of the window yet.
    pub fn at(path: &str, archive: &ArchiveRef, announcer: Announcer) -> Self {
        Self {
            address: RwSignal::new(Address { path: path.to_owned(), ..Address::default() }),
            archive: StoredValue::new(archive.clone()),
            entry: StoredValue::new(0),
            arrival: StoredValue::new(Arrival::Load(None)),
            extent: StoredValue::new(0),
            is_committed: StoredValue::new(true),
            behind: StoredValue::new(None),
            is_page_waiting: RwSignal::new(false),
            settled: StoredValue::new(String::new()),
            first_y: StoredValue::new(Some(0)),
            seen_y: StoredValue::new(0),
            announcer,
            before_leaving: StoredValue::new(None),
        }
    }

    /// Calls back before another page is shown.
    pub fn before_leaving(self, callback: Callback<()>) {
        self.before_leaving.set_value(Some(callback));
    }

    /// From now on addresses are those of `archive`.
    pub fn renew(self, archive: &ArchiveRef) {
        self.archive.set_value(archive.clone());
    }

    /// Whether the page stays as it is, although the address means another: a letter that is typed is
    /// shown first.
    pub fn is_page_waiting(self) -> ReadSignal<bool> {
        self.is_page_waiting.read_only()
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

    /// Takes the window over: what its address says beyond the path, and from now on its links and
    /// its history.
    pub fn take_over(self) {
        let known = history::entry();
        let entry = known.unwrap_or_else(next_entry);
        self.entry.set_value(entry);
        self.arrival.set_value(Arrival::Load(known.and_then(Position::kept)));
        self.seen_y.set_value(viewport::scroll_y());
        let place = history::place();
        let address = self.archive.with_value(|archive| address_of(&archive.base, &place));
        let fragment = address.as_ref().and_then(|address| address.fragment.as_deref());
        let is_at_fragment = fragment.is_some_and(viewport::is_in_view);
        let y = viewport::scroll_y();
        self.first_y.set_value((is_at_fragment || y == 0).then_some(y));
        if let Some(address) = address.filter(|address| *address != self.address.get_untracked()) {
            self.address.set(address);
        }
        history::take_over_scrolling();
        history::replace(&format!("{}{}{}", place.path, place.query, place.fragment), entry);
        history::on_pop(move |place, entry| self.arrive(&place, entry));
        history::on_leave(move || {
            self.catch_up();
            self.keep_position();
        });
        // Kept for as long as the app.
        StoredValue::new_local(viewport::on_scroll(move |y| self.seen_y.set_value(y)));
        history::on_link(move |place| self.follow(&place));
    }

    /// Goes where a link leads. False if that is no page of the app but a file: the browser knows what
    /// to do with it.
    fn follow(self, place: &Place) -> bool {
        let archive = self.archive.get_value();
        let Some(mut address) = address_of(&archive.base, place) else { return false };
        let here = self.address.get_untracked();
        // A place on this very page: what is chosen on it stays chosen.
        if address.fragment.is_some() && address.path == here.path && place.query.is_empty() {
            address.query = here.query;
        }
        let is_page = !matches!(Route::at(&address.path, &archive.manifest), Route::NotFound(_));
        if is_page {
            self.go(address);
        }
        is_page
    }

    /// The current address.
    pub fn address(self) -> ReadSignal<Address> {
        self.address.read_only()
    }

    /// Goes to an address, as a click on a link does.
    pub fn go(self, address: Address) {
        self.catch_up();
        self.keep_position();
        let here = self.address.get_untracked();
        let is_fragment = address.fragment.is_some() && address.is_same_page(&here);
        let is_new = address != here;
        if is_new {
            self.entry.set_value(next_entry());
        }
        self.write(&address, is_new);
        self.extent.set_value(0);
        self.is_committed.set_value(true);
        self.arrival.set_value(if is_fragment { Arrival::Fragment } else { Arrival::Link });
        self.show(address);
    }

    /// Changes what is chosen on this page, without a new entry in the history.
    pub fn choose(self, query: Query) {
        let address = self.address.with_untracked(|address| address.with_query(query));
        let is_new = self.behind.get_value().is_some_and(|behind| behind.is_new);
        self.behind.set_value(None);
        self.write(&address, is_new);
        self.address.set(address);
    }

    /// Shows what is being typed. When typing pauses, the history has an entry for it, of which the next
    /// letters change the address, until the words are committed. None of them moves the focus.
    pub fn type_into(self, address: Address) {
        let here = self.address.get_untracked();
        let is_new = self.is_committed.get_value();
        if is_new {
            self.is_committed.set_value(false);
            self.keep_position();
            self.entry.set_value(next_entry());
        }
        self.catch_up_after_pause(is_new);
        self.extent.set_value(0);
        self.arrival.set_value(Arrival::Settled);
        if address.path != here.path {
            self.is_page_waiting.set(true);
            timer::after_ms(0, move || {
                self.is_page_waiting.set(false);
                viewport::scroll_to(0);
            });
        }
        self.show(address);
    }

    fn catch_up_after_pause(self, is_new: bool) {
        let behind = self.behind.get_value().map_or(Behind { change: 0, is_new }, |behind| {
            Behind { change: behind.change.wrapping_add(1), is_new: is_new || behind.is_new }
        });
        self.behind.set_value(Some(behind));
        timer::after_ms(ADDRESS_PAUSE_MS, move || {
            if self.behind.get_value() == Some(behind) {
                self.catch_up();
            }
        });
    }

    /// Brings the window's address up to what was typed.
    fn catch_up(self) {
        if let Some(behind) = self.behind.get_value() {
            self.behind.set_value(None);
            self.address.with_untracked(|address| self.write(address, behind.is_new));
        }
    }

    /// Writes an address into the history, as a new entry or instead of the current one.
    fn write(self, address: &Address, is_new: bool) {
        let (url, entry) = (self.href(address), self.entry.get_value());
        if is_new {
            history::push(&url, entry);
        } else {
            history::replace(&url, entry);
        }
    }

    /// What was typed is meant: what is typed from now on is something else.
    pub fn commit(self) {
        self.catch_up();
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
        let is_here = self.settled.with_value(|settled| settled == page);
        if is_here && self.arrival.with_value(|arrival| *arrival == Arrival::Settled) {
            return;
        }
        self.settled.set_value(page.to_owned());
        document::set_title(&self.archive.with_value(|archive| archive.window_title(page)));
        program::is_ready();
        let arrival = self.arrival.get_value();
        self.arrival.set_value(Arrival::Settled);
        let target =
            self.address.with_untracked(|address| address.fragment.as_deref().and_then(&resolve));
        match arrival {
            Arrival::Settled => {}
            // Whoever has begun to read or to type is not pulled away.
            Arrival::Load(_) if focus::is_held() => {}
            Arrival::Load(Some(position)) => {
                if viewport::scroll_y() == 0 {
                    viewport::scroll_to(position.y);
                }
            }
            Arrival::Load(None) => {
                if let Some(target) = target {
                    self.stay_at(&target);
                }
            }
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
                viewport::scroll_to(position.y);
                if !focus::link(&position.link) {
                    focus::first("main h1");
                }
                self.announcer.say(page);
            }
        }
    }

    /// Gives the focus to the place that the address means, where the browser has gone already, or goes
    /// there. Not if the reader has gone elsewhere.
    fn stay_at(self, target: &str) {
        if viewport::is_in_view(target) {
            focus::give_to(target);
        } else if self.first_y.get_value() == Some(viewport::scroll_y()) {
            focus::go_to(target);
        }
    }

    fn arrive(self, place: &Place, entry: Option<u32>) {
        let Some(address) = self.archive.with_value(|archive| address_of(&archive.base, place))
        else {
            // Back to a page of this origin that is not ours.
            return history::reload();
        };
        // The entry that was left keeps the address that it had.
        self.behind.set_value(None);
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

/// The path of the window's address, below the base path.
pub fn path_here(base: &BasePath) -> String {
    address_of(base, &history::place()).unwrap_or_default().path
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
