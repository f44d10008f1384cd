//! The keyboard's place on the page.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::viewport::is_in_window;
use super::{document, listen_once};

/// Focuses the element with this id and brings it into view. False if there is none.
pub fn go_to(id: &str) -> bool {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else {
        return false;
    };
    element.scroll_into_view();
    give(&element);
    true
}

/// Focuses the element with this id, without scrolling.
pub fn give_to(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        give(&element);
    }
}

/// Focuses the first element that fits, without scrolling. False if there is none.
pub fn first(selector: &str) -> bool {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    found.is_some_and(|element| {
        give(&element);
        true
    })
}

/// Focuses, among all elements that fit, the one `step` after the one that holds the focus; the
/// first that is in view, if none does. False at either end.
pub fn step(selector: &str, step: isize) -> bool {
    let elements = all(selector);
    let active = document().and_then(|document| document.active_element());
    let here = active
        .and_then(|active| elements.iter().position(|element| element.contains(Some(&active))));
    let next = match here {
        Some(here) => here.checked_add_signed(step),
        None => elements.iter().position(|element| element.get_bounding_client_rect().top() >= 0.0),
    };
    let Some(element) = next.and_then(|next| elements.get(next)) else { return false };
    give(element);
    element.scroll_into_view_with_bool(false);
    // The header covers what is scrolled under it; the second call only acts if the first overshot.
    if element.get_bounding_client_rect().top() < 0.0 {
        element.scroll_into_view();
    }
    true
}

fn all(selector: &str) -> Vec<Element> {
    let Some(found) = document().and_then(|document| document.query_selector_all(selector).ok())
    else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.item(index)?.dyn_into::<Element>().ok())
        // What a filter hides has no box.
        .filter(|element| element.get_client_rects().length() > 0)
        .collect()
}

/// Gives the focus to any element, without scrolling. One that cannot hold it becomes able to until
/// the focus leaves, so that it does not stay in the way of clicks and selections.
pub(super) fn give(element: &Element) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return };
    if element.tab_index() < 0 && !element.has_attribute("tabindex") {
        element.set_tab_index(-1);
        let left = element.clone();
        listen_once(element, "blur", move || {
            let _ = left.remove_attribute("tabindex");
        });
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Whether any element holds the focus.
pub fn is_held() -> bool {
    let Some(document) = document() else { return false };
    document
        .active_element()
        .is_some_and(|active| document.body().is_none_or(|body| *body != active))
}

/// Whether an element that fits holds the focus.
pub fn is_on(selector: &str) -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|active| active.matches(selector).unwrap_or(false))
}

/// The `href` of the link that holds the focus, as its markup has it.
pub fn active_href() -> Option<String> {
    document()?.active_element()?.get_attribute("href")
}

/// Focuses a link with this `href`, without scrolling: of several the first that is in the window, else
/// the first. False if there is none.
pub fn link(href: &str) -> bool {
    let mut links = all("main a[href]");
    links.retain(|element| element.get_attribute("href").as_deref() == Some(href));
    let found = links.iter().find(|element| is_in_window(element)).or_else(|| links.first());
    found.is_some_and(|element| {
        give(element);
        true
    })
}
