//! Files that the reader chooses on their device.

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;

use super::document;

/// Why a file has no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoText {
    /// It is larger than what was asked for.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// Calls back with the text of the file that was chosen in the input with this id, unless it has more
/// than `most_bytes`; then the same file can be chosen again. Without a file nothing happens.
pub fn chosen(
    id: &str,
    most_bytes: f64,
    on_text: impl FnOnce(Result<String, NoText>) + 'static,
) -> Option<()> {
    let input = document()?.get_element_by_id(id)?.dyn_into::<HtmlInputElement>().ok()?;
    let file = input.files()?.get(0)?;
    if file.size() > most_bytes {
        on_text(Err(NoText::TooLarge));
    } else {
        let text = JsFuture::from(file.text());
        spawn_local(async move {
            let text = text.await.ok().and_then(|text| text.as_string());
            on_text(text.ok_or(NoText::Unreadable));
        });
    }
    input.set_value("");
    Some(())
}
