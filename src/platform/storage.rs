//! What is kept on this device. Where storage is closed (private windows, opaque origins) nothing
//! is kept and nothing fails.

use web_sys::{Event, StorageEvent};

use super::{listen, window};

/// Whether anything can be kept for good, as far as there is room.
pub fn is_open() -> bool {
    window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

/// A value kept for good; `None` if there is none.
pub fn local(key: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(key).ok()?
}

/// Keeps a value for good, or forgets it. False where storage is full or closed: the value is not
/// remembered.
pub fn set_local(key: &str, value: Option<&str>) -> bool {
    let Some(Ok(Some(storage))) = window().map(|window| window.local_storage()) else {
        return false;
    };
    let outcome = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
    outcome.is_ok()
}

/// Calls back with the key of what another tab has kept or forgotten; without one if it may be anything,
/// as after the browser had put this page to sleep.
pub fn on_change(on_change: impl Fn(Option<String>) + Clone + 'static) {
    let Some(window) = window() else { return };
    let on_wake = on_change.clone();
    listen::<StorageEvent>(&window, "storage", move |event| on_change(event.key()));
    listen::<Event>(&window, "pageshow", move |_| on_wake(None));
}

/// A value kept as long as the tab; `None` if there is none.
pub fn session(key: &str) -> Option<String> {
    window()?.session_storage().ok()??.get_item(key).ok()?
}

/// Keeps a value as long as the tab.
pub fn set_session(key: &str, value: &str) {
    if let Some(Ok(Some(storage))) = window().map(|window| window.session_storage()) {
        // A full or closed storage only means that the value is not remembered.
        let _ = storage.set_item(key, value);
    }
}
