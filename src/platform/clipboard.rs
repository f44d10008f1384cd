//! The clipboard.

use leptos::task::spawn_local;

use super::window;

/// Copies text; `on_done` hears whether that worked. Needs a user's gesture and a secure context.
pub fn copy(text: &str, on_done: impl FnOnce(bool) + 'static) {
    let Some(window) = window() else { return on_done(false) };
    // Where the page is not secure there is no clipboard object at all.
    let navigator = window.navigator();
    let has_clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into())
        .is_ok_and(|clipboard| clipboard.is_object());
    if !has_clipboard {
        return on_done(false);
    }
    let promise = navigator.clipboard().write_text(text);
    spawn_local(async move {
        on_done(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok());
    });
}
