//! The document: its title, and the attributes of its root that styles, tests and other people's
//! scripts read.

use super::document;

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
