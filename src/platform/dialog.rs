//! Modal dialogs: the browser keeps the focus inside and closes them on Escape.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlDialogElement;

use super::{document, focus, listen_once};

/// Opens the dialog with this id, unless it is open. The focus goes back to where it was; browsers
/// do that only for what can hold the focus by itself.
pub fn open(id: &str) {
    let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) else { return };
    if let Some(opener) = document().and_then(|document| document.active_element()) {
        listen_once(&dialog, "close", move || focus::give(&opener));
    }
    // It is in the document and closed, so nothing stands against it.
    let _ = dialog.show_modal();
}

/// Closes the dialog with this id.
pub fn close(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}
