//! Keys that are pressed anywhere on the page.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};

use super::{document, listen};

/// Calls back with the character of every single key that is pressed outside of fields, menus and
/// dialogs and without modifiers. If the callback returns true, the browser does nothing more with it.
pub fn on_single_key(mut on_key: impl FnMut(&str) -> bool + 'static) {
    let Some(document) = document() else { return };
    listen::<KeyboardEvent>(&document, "keydown", move |event| {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_taken = target.is_some_and(|target| {
            let taken = "input, textarea, select, [contenteditable], dialog[open]";
            target.closest(taken).ok().flatten().is_some()
        });
        if !has_modifier && !is_taken && !event.is_composing() && on_key(&event.key()) {
            event.prevent_default();
        }
    });
}

/// Calls back with 1 for arrow down and -1 for arrow up while an element that fits holds the focus.
/// If the callback returns true, the page is not scrolled.
pub fn on_arrows(selector: &'static str, mut on_step: impl FnMut(isize) -> bool + 'static) {
    let Some(document) = document() else { return };
    listen::<KeyboardEvent>(&document, "keydown", move |event| {
        let step = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_inside = target.is_some_and(|target| target.matches(selector).unwrap_or(false));
        if is_inside && on_step(step) {
            event.prevent_default();
        }
    });
}

/// Calls back when Escape is pressed while an element that fits holds the focus. If the callback
/// returns true, the browser does nothing more with it.
pub fn on_escape(selector: &'static str, mut on_escape: impl FnMut() -> bool + 'static) {
    let Some(document) = document() else { return };
    listen::<KeyboardEvent>(&document, "keydown", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_inside = target.is_some_and(|target| target.matches(selector).unwrap_or(false));
        if event.key() == "Escape" && is_inside && on_escape() {
            event.prevent_default();
        }
    });
}
