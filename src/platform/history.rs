//! The window's history and address, and clicks on links.
//!
//! Every entry of the history that the app makes carries a number, by which the app keeps what
//! belongs to the entry (such as how far it was scrolled).

use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlAnchorElement, MouseEvent, PopStateEvent, ScrollRestoration};

use super::{document, listen, window};

/// The parts of an address of this origin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// With the base path.
    pub path: String,
    /// With its `?`; may be empty.
    pub query: String,
    /// With its `#`; may be empty.
    pub fragment: String,
}

/// Where the window is.
pub fn place() -> Place {
    let Some(location) = window().map(|window| window.location()) else {
        return Place::default();
    };
    Place {
        path: location.pathname().unwrap_or_default(),
        query: location.search().unwrap_or_default(),
        fragment: location.hash().unwrap_or_default(),
    }
}

/// Scheme, host and port.
pub fn origin() -> String {
    window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// The number of the current entry; `None` for one that the app did not make.
pub fn entry() -> Option<u32> {
    number(&window()?.history().ok()?.state().ok()?)
}

/// Adds an entry with a number.
pub fn push(url: &str, entry: u32) {
    if let Some(Ok(history)) = window().map(|window| window.history()) {
        // Browsers refuse only floods of changes; the page is right all the same.
        let _ = history.push_state_with_url(&entry.into(), "", Some(url));
    }
}

/// Replaces the current entry.
pub fn replace(url: &str, entry: u32) {
    if let Some(Ok(history)) = window().map(|window| window.history()) {
        // As above.
        let _ = history.replace_state_with_url(&entry.into(), "", Some(url));
    }
}

/// Leaves scrolling to the app for as long as it lives: the browser would do it before the text is
/// there. Where the reader comes back to a page that has to be loaded, its text is there at once, and
/// the browser scrolls before the app has started.
pub fn take_over_scrolling() {
    let Some(window) = window() else { return };
    restore_scrolling(ScrollRestoration::Manual);
    listen::<web_sys::Event>(&window, "pagehide", |_| restore_scrolling(ScrollRestoration::Auto));
    listen::<web_sys::Event>(&window, "pageshow", |_| restore_scrolling(ScrollRestoration::Manual));
}

fn restore_scrolling(by: ScrollRestoration) {
    if let Some(Ok(history)) = window().map(|window| window.history()) {
        let _ = history.set_scroll_restoration(by);
    }
}

/// Loads the current address anew, as the browser's own button does.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Calls back when the reader goes back or forward, or edits the fragment by hand.
pub fn on_pop(mut on_entry: impl FnMut(Place, Option<u32>) + 'static) {
    let Some(window) = window() else { return };
    listen::<PopStateEvent>(&window, "popstate", move |event| {
        on_entry(place(), number(&event.state()));
    });
}

/// Calls back before the page is left or put to sleep.
pub fn on_leave(mut on_leave: impl FnMut() + 'static) {
    let Some(window) = window() else { return };
    listen::<web_sys::Event>(&window, "pagehide", move |_| on_leave());
}

/// Calls back for every plain click on a link of this origin that would open in this window. If the
/// callback returns true, the app has taken it; otherwise the browser follows the link.
pub fn on_link(mut on_place: impl FnMut(Place) -> bool + 'static) {
    let Some(document) = document() else { return };
    listen::<MouseEvent>(&document, "click", move |event| {
        let has_modifier =
            event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
        if event.default_prevented() || event.button() != 0 || has_modifier {
            return;
        }
        if let Some(link) = link_of(&event)
            && on_place(Place {
                path: link.pathname(),
                query: link.search(),
                fragment: link.hash(),
            })
        {
            event.prevent_default();
        }
    });
}

fn link_of(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    let opens_elsewhere = !matches!(link.target().as_str(), "" | "_self");
    let is_file =
        link.has_attribute("download") || link.rel().split(' ').any(|rel| rel == "external");
    (!opens_elsewhere && !is_file && link.origin() == origin()).then_some(link)
}

fn number(state: &JsValue) -> Option<u32> {
    let number = state.as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the entry was made by `push` or `replace` from a u32"
    )]
    Some(number as u32)
}
