//! What is asked of the browser, one capability a file: the only place that names `web_sys`,
//! `js_sys` or `gloo`. Knows nothing of the archive, and nothing here decides anything.

pub mod clipboard;
pub mod clock;
pub mod dialog;
pub mod document;
pub mod fetch;
pub mod file;
pub mod focus;
pub mod highlight;
pub mod history;
pub mod json;
pub mod keyboard;
pub mod offline;
pub mod page;
pub mod pointer;
pub mod program;
pub mod search_worker;
pub mod storage;
pub mod timer;
pub mod turns;
pub mod viewport;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// The window, which a page always has; `None` in a worker, and natively, where pages are rendered
/// and there is no browser to ask.
fn window() -> Option<web_sys::Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// The document of the window.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// Calls back on every event of a kind, for as long as the page lives.
fn listen<E: wasm_bindgen::convert::FromWasmAbi + 'static>(
    target: &web_sys::EventTarget,
    kind: &str,
    on_event: impl FnMut(E) + 'static,
) {
    let closure = Closure::<dyn FnMut(E)>::new(on_event);
    // A refusal would mean an unknown option, and there are none.
    let _ = target.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Calls back on the next event of a kind.
fn listen_once(target: &web_sys::EventTarget, kind: &str, on_event: impl FnOnce() + 'static) {
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    let callback = Closure::once_into_js(on_event);
    // As above.
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
        kind,
        callback.unchecked_ref(),
        &options,
    );
}
