//! Where the reader was on a page: kept for each entry of the history, as long as the tab.

use crate::platform::{focus, storage, viewport};

/// A place to come back to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Position {
    /// How far the page was scrolled, in whole CSS pixels.
    pub y: i32,
    /// How many parts of a page that grows had been loaded.
    pub extent: u32,
    /// The `href` of the link that had the focus; empty if none had.
    pub link: String,
}

impl Position {
    /// Where the reader is.
    pub fn here(extent: u32) -> Self {
        Self { y: viewport::scroll_y(), extent, link: focus::active_href().unwrap_or_default() }
    }

    /// The place kept for an entry.
    pub fn kept(entry: u32) -> Option<Self> {
        let text = storage::session(&key(entry))?;
        let mut parts = text.splitn(3, ' ');
        Some(Self {
            y: parts.next()?.parse().ok()?,
            extent: parts.next()?.parse().ok()?,
            link: parts.next()?.to_owned(),
        })
    }

    /// Keeps the place for an entry.
    pub fn keep(&self, entry: u32) {
        storage::set_session(&key(entry), &format!("{} {} {}", self.y, self.extent, self.link));
    }
}

fn key(entry: u32) -> String {
    format!("masthead:position:{entry}")
}
