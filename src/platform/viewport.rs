//! The window's view of the page: how far it is scrolled, and what comes into it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::timer::before_paint;
use super::{document, window};

const SCROLL: &str = "scroll";

/// How far the page is scrolled down, in whole CSS pixels.
pub fn scroll_y() -> i32 {
    let y = window().and_then(|window| window.scroll_y().ok()).unwrap_or(0.0);
    #[expect(clippy::cast_possible_truncation, reason = "no page is two billion pixels long")]
    let whole = y as i32;
    whole
}

/// Scrolls the page to `y`, at once.
pub fn scroll_to(y: i32) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, f64::from(y));
    }
}

/// Whether any part of the element with this id is in the window.
pub fn is_in_view(id: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    element.is_some_and(|element| is_in_window(&element))
}

/// Whether any part of an element is in the window. What is hidden has no box.
pub(super) fn is_in_window(element: &Element) -> bool {
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(0.0);
    let rect = element.get_bounding_client_rect();
    element.get_client_rects().length() > 0 && rect.bottom() > 0.0 && rect.top() < height
}

/// Calls back after the page was scrolled, at most once a frame, with how far it is now, until the
/// returned watch is dropped.
pub fn on_scroll(on_y: impl FnMut(i32) + 'static) -> ScrollWatch {
    let on_y = Rc::new(RefCell::new(on_y));
    let is_waiting = Rc::new(Cell::new(false));
    let closure = Closure::<dyn FnMut()>::new(move || {
        if !is_waiting.replace(true) {
            let (is_waiting, on_y) = (is_waiting.clone(), on_y.clone());
            before_paint(move || {
                is_waiting.set(false);
                on_y.borrow_mut()(scroll_y());
            });
        }
    });
    if let Some(window) = window() {
        // The event exists in every browser.
        let _ = window.add_event_listener_with_callback(SCROLL, closure.as_ref().unchecked_ref());
    }
    ScrollWatch { closure }
}

/// A running [`on_scroll`].
pub struct ScrollWatch {
    closure: Closure<dyn FnMut()>,
}

impl Drop for ScrollWatch {
    fn drop(&mut self) {
        if let Some(window) = window() {
            let callback = self.closure.as_ref().unchecked_ref();
            // As above.
            let _ = window.remove_event_listener_with_callback(SCROLL, callback);
        }
    }
}

/// The last of the elements with these ids whose top has passed a quarter of the window; before
/// that the first one that is shown.
pub fn current_of(ids: &[String]) -> Option<usize> {
    let document = document()?;
    let height = window()?.inner_height().ok()?.as_f64()?;
    // What is hidden has no box, and is nowhere.
    let top = |id: &String| {
        let element = document.get_element_by_id(id)?;
        let is_shown = element.get_client_rects().length() > 0;
        is_shown.then(|| element.get_bounding_client_rect().top())
    };
    let tops: Vec<_> = ids.iter().map(top).collect();
    let has_passed = |top: &Option<f64>| top.is_some_and(|top| top < height / 4.0);
    tops.iter().rposition(has_passed).or_else(|| tops.iter().position(Option::is_some))
}

/// Calls back whenever `element` comes within a screen's height of the view. Ends with the page
/// that drops the returned watch.
pub fn on_near(element: &Element, mut on_near: impl FnMut() + 'static) -> Option<ViewWatch> {
    let on_change = move |is_near| {
        if is_near {
            on_near();
        }
    };
    watch(element, "100% 0px", on_change)
}

/// Calls back whenever `element` comes into view, with true, or leaves it. Ends with the page that drops
/// the returned watch.
pub fn on_seen(element: &Element, on_change: impl FnMut(bool) + 'static) -> Option<ViewWatch> {
    watch(element, "0px", on_change)
}

fn watch(
    element: &Element,
    margin: &str,
    mut on_change: impl FnMut(bool) + 'static,
) -> Option<ViewWatch> {
    let closure = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        // The last one says how it is now.
        let entry = entries.pop().unchecked_into::<IntersectionObserverEntry>();
        on_change(entry.is_intersecting());
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    let observer =
        IntersectionObserver::new_with_options(closure.as_ref().unchecked_ref(), &options).ok()?;
    observer.observe(element);
    Some(ViewWatch { observer, _closure: closure })
}

/// A running [`on_near`] or [`on_seen`].
pub struct ViewWatch {
    observer: IntersectionObserver,
    _closure: Closure<dyn FnMut(js_sys::Array)>,
}

impl Drop for ViewWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
