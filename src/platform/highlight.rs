//! Marks on text that is on the page, by the browser's own highlights: the page itself stays as it is.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Node, Range, Text};

use super::document;

/// The name in `::highlight(found)`.
const NAME: &str = "found";

/// Marks every occurrence of `pieces`, in lower case, in the texts below the element with this id; with
/// none, takes all marks off. Browsers without highlights show none.
pub fn mark(id: &str, pieces: &[String]) {
    let Some(document) = document() else { return };
    let Some(registry) = registry() else { return };
    registry.delete(NAME);
    if pieces.is_empty() {
        return;
    }
    let Some(root) = document.get_element_by_id(id) else { return };
    let ranges = js_sys::Array::new();
    mark_below(&root, pieces, &ranges);
    if ranges.length() > 0
        && let Ok(highlight) = Reflect::get(&js_sys::global(), &"Highlight".into())
        && let Ok(highlight) = Reflect::construct(&highlight.unchecked_into::<Function>(), &ranges)
    {
        registry.set(NAME, &highlight);
    }
}

fn mark_below(node: &Node, pieces: &[String], ranges: &js_sys::Array) {
    if let Some(text) = node.dyn_ref::<Text>() {
        return mark_in(text, pieces, ranges);
    }
    let mut child = node.first_child();
    while let Some(here) = child {
        mark_below(&here, pieces, ranges);
        child = here.next_sibling();
    }
}

fn mark_in(text: &Text, pieces: &[String], ranges: &js_sys::Array) {
    let data = js_sys::JsString::from(text.data());
    let lower = data.to_lower_case();
    // Very few letters change their length; a text with one is left alone.
    if lower.length() != data.length() {
        return;
    }
    for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
        let length = js_sys::JsString::from(piece.as_str()).length();
        let mut end = 0;
        while let Some(start) = next(&lower, piece, end) {
            end = start + length;
            if let Ok(range) = Range::new()
                && range.set_start(text, start).is_ok()
                && range.set_end(text, end).is_ok()
            {
                ranges.push(&range);
            }
        }
    }
}

/// Where `piece` stands next in `text`, from a place on.
fn next(text: &js_sys::JsString, piece: &str, from: u32) -> Option<u32> {
    u32::try_from(text.index_of(piece, i32::try_from(from).ok()?)).ok()
}

/// `CSS.highlights`, where there is such a thing.
fn registry() -> Option<Registry> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let highlights = Reflect::get(&css, &"highlights".into()).ok()?;
    highlights.is_object().then(|| highlights.unchecked_into())
}

#[wasm_bindgen]
extern "C" {
    /// The highlights of a document, by their names.
    type Registry;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, name: &str, highlight: &JsValue);
    #[wasm_bindgen(method)]
    fn delete(this: &Registry, name: &str);
}
