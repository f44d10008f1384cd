//! Things that are not as the archive lists them: gone, cut off or of another version. Then the archive
//! may have been replaced under the page.

use leptos::prelude::*;

/// Counts what was not as listed.
#[derive(Debug, Clone, Copy)]
pub struct Trouble(RwSignal<u32>);

impl Trouble {
    /// There was none yet.
    pub fn none() -> Self {
        Self(RwSignal::new(0))
    }

    /// Something was not as listed.
    pub fn report(self) {
        self.0.update(|count| *count = count.wrapping_add(1));
    }

    /// How often it was reported.
    pub fn count(self) -> ReadSignal<u32> {
        self.0.read_only()
    }
}
