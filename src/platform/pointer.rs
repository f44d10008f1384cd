//! What is clicked.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, MouseEvent};

/// The `href` of the element that fits and that a click was for, as its markup has it; `None` if the
/// click was for another.
pub fn href_at(event: &MouseEvent, selector: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok()??.get_attribute("href")
}

/// [`href_at`], unless a key or another button asks the browser for another window.
pub fn plain_href_at(event: &MouseEvent, selector: &str) -> Option<String> {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
    (!has_modifier && event.button() == 0).then(|| href_at(event, selector)).flatten()
}
