//! What is kept on this device. Where storage is closed (private windows, opaque origins) nothing
//! is kept and nothing fails.

use super::window;

/// A value kept for good; `None` if there is none.
pub fn local(key: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(key).ok()?
}

/// Keeps a value for good, or forgets it.
pub fn set_local(key: &str, value: Option<&str>) {
    let Some(Ok(Some(storage))) = window().map(|window| window.local_storage()) else { return };
    // A full or closed storage only means that the choice is not remembered.
    let _ = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
}

/// A value kept as long as the tab; `None` if there is none.
pub fn session(key: &str) -> Option<String> {
    window()?.session_storage().ok()??.get_item(key).ok()?
}

/// Keeps a value as long as the tab.
pub fn set_session(key: &str, value: &str) {
    if let Some(Ok(Some(storage))) = window().map(|window| window.session_storage()) {
        // As above.
        let _ = storage.set_item(key, value);
    }
}
