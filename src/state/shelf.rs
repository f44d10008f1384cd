//! What is kept on this device for one archive: a short text under each name. Other archives may share the
//! origin, so the archive's base path is part of every key.

use leptos::prelude::*;

use crate::platform::storage;
use crate::route::BasePath;

/// The names, and what is kept under them in words. `theme.js` and `start.js` in `src/platform` spell those
/// of the theme and the fonts as well.
const NAMES: [(&str, &str); 7] = [
    (THEME, "The theme that you have chosen"),
    (MY_SECTIONS, "Your sections"),
    (SHORTCUTS, "That single keys do nothing"),
    (READ, "Which issues you have read"),
    (UNFINISHED, "Where you left off"),
    (VISIT, "When you were here last, and what was new then"),
    (FONTS, "That the fonts of this site have come"),
];

/// See `Theme::word`.
pub const THEME: &str = "theme";
/// Ids of families, with commas between.
pub const MY_SECTIONS: &str = "my-sections";
/// Whether single keys do something.
pub const SHORTCUTS: &str = "shortcuts";
/// See `Record::read_text`.
pub const READ: &str = "read";
/// See `Place::to_text`.
pub const UNFINISHED: &str = "unfinished";
/// See `Visit::to_text`.
pub const VISIT: &str = "visit";
/// Only the scripts around the program read and write it.
const FONTS: &str = "fonts";

/// What was kept before archives had keys of their own.
const ONCE_SHARED: [&str; 3] = [THEME, MY_SECTIONS, SHORTCUTS];

/// Where one archive keeps things.
#[derive(Debug, Clone, Copy)]
pub struct Shelf {
    /// What every key begins with.
    prefix: StoredValue<String>,
}

/// What is kept under a name, in words; empty for a name that there is not.
pub fn words_of(name: &str) -> &'static str {
    NAMES.iter().find(|(known, _)| *known == name).map_or("", |(_, words)| words)
}

/// All that was on a shelf at some time, by name.
pub type Inventory = Vec<(&'static str, String)>;

impl Shelf {
    /// Of the archive below a base path.
    pub fn of(base: &BasePath) -> Self {
        Self { prefix: StoredValue::new(format!("masthead:{}:", base.as_str())) }
    }

    fn key(self, name: &str) -> String {
        self.prefix.with_value(|prefix| format!("{prefix}{name}"))
    }

    /// Whether the browser lets this page look at what is kept.
    pub fn is_open(self) -> bool {
        storage::is_open()
    }

    /// What is kept under a name; `None` for nothing.
    pub fn get(self, name: &str) -> Option<String> {
        storage::local(&self.key(name))
    }

    /// Keeps a text under a name, or forgets what is there. False if the browser does not keep it.
    pub fn set(self, name: &str, text: Option<&str>) -> bool {
        storage::set_local(&self.key(name), text)
    }

    /// Brings what was kept for every archive of this origin to the one that comes first.
    pub fn take_over(self) {
        for name in ONCE_SHARED {
            let shared = format!("masthead:{name}");
            let Some(text) = storage::local(&shared) else { continue };
            if self.get(name).is_some() || self.set(name, Some(&text)) {
                storage::set_local(&shared, None);
            }
        }
    }

    /// Calls back whenever what is here may have changed without this page.
    pub fn on_change(self, on_change: impl Fn() + Clone + 'static) {
        storage::on_change(move |key| {
            if key.is_none_or(|key| self.prefix.with_value(|prefix| key.starts_with(prefix))) {
                on_change();
            }
        });
    }

    /// All that is here.
    pub fn inventory(self) -> Inventory {
        NAMES.iter().filter_map(|(name, _)| Some((*name, self.get(name)?))).collect()
    }

    /// Has exactly this here.
    pub fn restore(self, inventory: &Inventory) {
        for (name, _) in NAMES {
            let text = inventory.iter().find(|(known, _)| *known == name);
            self.set(name, text.map(|(_, text)| text.as_str()));
        }
    }
}
