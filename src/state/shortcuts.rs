//! Single keys: one table, from which they work and are explained.

use leptos::prelude::*;

use super::reading::Reading;
use crate::platform::{dialog, focus, keyboard};
use crate::route::{self, Route};

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// Goes to the search box.
    Search,
    /// Shows this list.
    Help,
    /// Opens the issue after this one.
    NextIssue,
    /// Opens the issue before this one.
    PreviousIssue,
    /// Goes to the link mark of the next item.
    NextItem,
    /// Goes to the link mark of the item before.
    PreviousItem,
}

/// Key, what it does, and that in words.
pub const SHORTCUTS: &[(&str, Shortcut, &str)] = &[
    ("/", Shortcut::Search, "Search"),
    ("n", Shortcut::NextIssue, "Next issue"),
    ("p", Shortcut::PreviousIssue, "Previous issue"),
    ("j", Shortcut::NextItem, "Next item"),
    ("k", Shortcut::PreviousItem, "Previous item"),
    ("?", Shortcut::Help, "This list"),
];

/// The box in the top bar.
pub const SEARCH_BOX: &str = "#search";

const HITS: &str = "[data-hit]";
const LINK_MARKS: &str = ".permalink";

/// Listens to the keys from now on. `help` is the id of the dialog that lists them.
pub fn start(reading: &Reading, help: &'static str) {
    let has_shortcuts = reading.preferences.has_shortcuts();
    let reading = reading.clone();
    keyboard::on_single_key(move |key| {
        let known = SHORTCUTS.iter().find(|(known, ..)| *known == key);
        match known {
            Some((_, shortcut, _)) if has_shortcuts.get_untracked() => {
                act(&reading, *shortcut, help)
            }
            _ => false,
        }
    });
    // Not a single key in the sense above: it acts only on a link mark that holds the focus.
    keyboard::on_arrows(LINK_MARKS, |step| focus::step(LINK_MARKS, step));
    // From the search box down into what was found, and back up.
    keyboard::on_arrows(SEARCH_BOX, |step| step > 0 && focus::first(HITS));
    keyboard::on_arrows(HITS, |step| {
        focus::step(HITS, step) || step < 0 && focus::first(SEARCH_BOX)
    });
    keyboard::on_escape(HITS, || focus::first(SEARCH_BOX));
}

fn act(reading: &Reading, shortcut: Shortcut, help: &str) -> bool {
    match shortcut {
        Shortcut::Search => focus::first(SEARCH_BOX),
        Shortcut::Help => {
            dialog::open(help);
            true
        }
        Shortcut::NextIssue => open_neighbour(reading, -1),
        Shortcut::PreviousIssue => open_neighbour(reading, 1),
        Shortcut::NextItem => focus::step(LINK_MARKS, 1),
        Shortcut::PreviousItem => focus::step(LINK_MARKS, -1),
    }
}

/// Opens the issue `step` further in the manifest, which is newest first.
fn open_neighbour(reading: &Reading, step: isize) -> bool {
    let reading = reading.clone().current_edition();
    let manifest = &reading.archive.manifest;
    let path = reading.navigation.address().with_untracked(|address| address.path.clone());
    let Route::Issue(path) = Route::at(&path, manifest) else { return false };
    let neighbour = manifest
        .issue_at(&path)
        .and_then(|(place, _)| place.checked_add_signed(step))
        .and_then(|place| manifest.issues.get(place));
    if let Some(neighbour) = neighbour {
        reading.navigation.go(route::entry(&neighbour.path));
    }
    neighbour.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_taken_twice_and_none_is_an_arrow() {
        let mut keys: Vec<_> = SHORTCUTS.iter().map(|(key, ..)| *key).collect();
        assert!(keys.iter().all(|key| !key.starts_with("Arrow")));
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), SHORTCUTS.len());
    }
}
