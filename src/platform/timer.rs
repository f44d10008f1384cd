//! Waiting.

use js_sys::Promise;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use super::window;

/// Calls back once, after at least so many milliseconds.
pub fn after_ms(milliseconds: i32, on_time: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let callback = Closure::once_into_js(on_time);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
        callback.unchecked_ref(),
        milliseconds,
    );
}

/// Calls back before the next frame is painted.
pub fn before_paint(on_frame: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let callback = Closure::once_into_js(on_frame);
    let _ = window.request_animation_frame(callback.unchecked_ref());
}

/// Gives the browser its turn, so that a key is answered between two pieces of long work.
pub async fn give_way() {
    let mut on_start = |resolve: js_sys::Function, _| {
        after_ms(0, move || drop(resolve.call0(&resolve)));
    };
    // A promise that only resolves has no error.
    let _ = JsFuture::from(Promise::new(&mut on_start)).await;
}
