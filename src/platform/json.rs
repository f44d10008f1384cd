//! JSON, read by the browser.

use js_sys::{Array, JSON, Object};
use wasm_bindgen::{JsCast as _, JsValue};

/// The fields of an object in their order, each with its values: one, or those of a list. Texts are given
/// as they are, all else as JSON. `None` for what is no JSON or no object.
pub fn fields(text: &str) -> Option<Vec<(String, Vec<String>)>> {
    let object = JSON::parse(text).ok()?.dyn_into::<Object>().ok()?;
    let field = |entry: JsValue| {
        let entry = entry.unchecked_into::<Array>();
        let value = entry.get(1);
        let values = match value.dyn_ref::<Array>() {
            Some(list) => list.iter().map(|value| words(&value)).collect(),
            None => vec![words(&value)],
        };
        (words(&entry.get(0)), values)
    };
    Some(Object::entries(&object).iter().map(field).collect())
}

fn words(value: &JsValue) -> String {
    let json = || JSON::stringify(value).ok()?.as_string();
    value.as_string().or_else(json).unwrap_or_default()
}
