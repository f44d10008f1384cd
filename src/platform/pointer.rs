//! What is clicked.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, MouseEvent};

/// The `href` of the element that fits and that a click was for, as its markup has it; `None` if the
/// click was for another.
pub fn href_at(event: &MouseEvent, selector: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok()??.get_attribute("href")
}
