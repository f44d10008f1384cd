//! The document: its title, and the attributes of its root that styles, tests and other people's
//! scripts read.

use wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::document;

/// The themes whose colour a page has for what the browser draws around it, in the page's order.
const COLOURED: [&str; 2] = ["light", "dark"];

/// Sets the title of the window or tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// An attribute of `<html>`; empty if it is missing.
pub fn root_attribute(name: &str) -> String {
    document()
        .and_then(|document| document.document_element()?.get_attribute(name))
        .unwrap_or_default()
}

/// Sets an attribute of `<html>`, or removes it.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    // The names are ours and valid.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Has what the browser draws around the page follow `theme`, `light` or `dark`, or else the system.
pub fn set_colour_around(theme: Option<&str>) {
    let colours =
        document().and_then(|document| document.query_selector_all("meta[name=theme-color]").ok());
    let Some(colours) = colours else { return };
    for (place, own) in (0..).zip(COLOURED) {
        let media = match theme {
            Some(theme) if theme == own => "all".to_owned(),
            Some(_) => "not all".to_owned(),
            None => format!("(prefers-color-scheme: {own})"),
        };
        if let Some(colour) = colours.item(place).and_then(|node| node.dyn_into::<Element>().ok()) {
            // The name is ours and valid.
            let _ = colour.set_attribute("media", &media);
        }
    }
}
