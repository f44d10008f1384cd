//! The top bar leaves while the reader goes down the page and comes back on the way up.

use std::cell::Cell;

use leptos::prelude::*;

use crate::platform::{document, viewport};

/// Movements below so many CSS pixels are not a direction.
const THRESHOLD_PX: i32 = 8;

/// Near the top of the page the bar stays.
const LEAVES_BELOW_PX: i32 = 200;

/// Sets `<html data-bar="away">` while the bar is out of the way.
pub fn start() {
    let last = Cell::new(viewport::scroll_y());
    let watch = viewport::on_scroll(move |y| {
        let moved = y - last.get();
        if moved.abs() >= THRESHOLD_PX {
            let is_away = moved > 0 && y > LEAVES_BELOW_PX;
            document::set_root_attribute("data-bar", is_away.then_some("away"));
            last.set(y);
        }
    });
    // Kept for as long as the bar.
    StoredValue::new_local(watch);
}
