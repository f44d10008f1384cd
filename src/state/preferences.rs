//! What the reader has chosen for good, kept on this device only.

use leptos::prelude::*;

use super::shelf::{MY_SECTIONS, SHORTCUTS, Shelf, THEME};
use crate::platform::document;

const OFF: &str = "off";

/// Light, dark, or what the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// No choice of its own: nothing is stored.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// All choices.
#[derive(Debug, Clone, Copy)]
pub struct Preferences {
    theme: RwSignal<Theme>,
    my_sections: RwSignal<Vec<String>>,
    has_shortcuts: RwSignal<bool>,
    shelf: Shelf,
}

impl Theme {
    /// Unknown words, such as a later version's, are no choice.
    pub fn from_word(word: Option<&str>) -> Self {
        match word {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }

    /// As stored and as `<html data-theme>`; `None` for the system's.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The one that the theme button goes to.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

impl Preferences {
    /// None yet: what everybody has who has chosen nothing.
    pub fn none(shelf: Shelf) -> Self {
        Self {
            theme: RwSignal::new(Theme::default()),
            my_sections: RwSignal::default(),
            has_shortcuts: RwSignal::new(true),
            shelf,
        }
    }

    /// Recalls what is kept on this device.
    pub fn recall(self) {
        self.show_theme(Theme::from_word(self.shelf.get(THEME).as_deref()));
        let sections = self.shelf.get(MY_SECTIONS).unwrap_or_default();
        self.my_sections
            .set(sections.split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect());
        self.has_shortcuts.set(self.shelf.get(SHORTCUTS).as_deref() != Some(OFF));
    }

    /// The theme.
    pub fn theme(self) -> ReadSignal<Theme> {
        self.theme.read_only()
    }

    /// Changes the theme, at once and for good.
    pub fn set_theme(self, theme: Theme) {
        self.shelf.set(THEME, theme.word());
        self.show_theme(theme);
    }

    fn show_theme(self, theme: Theme) {
        document::set_root_attribute("data-theme", theme.word());
        document::set_colour_around(theme.word());
        self.theme.set(theme);
    }

    /// Ids of the families that the reader cares for; may be empty.
    pub fn my_sections(self) -> ReadSignal<Vec<String>> {
        self.my_sections.read_only()
    }

    /// Remembers the families that the reader cares for; none forgets them.
    pub fn set_my_sections(self, sections: Vec<String>) {
        let text = (!sections.is_empty()).then(|| sections.join(","));
        self.shelf.set(MY_SECTIONS, text.as_deref());
        self.my_sections.set(sections);
    }

    /// Whether single keys do something.
    pub fn has_shortcuts(self) -> ReadSignal<bool> {
        self.has_shortcuts.read_only()
    }

    /// Switches the single keys on or off.
    pub fn set_has_shortcuts(self, has_shortcuts: bool) {
        self.shelf.set(SHORTCUTS, (!has_shortcuts).then_some(OFF));
        self.has_shortcuts.set(has_shortcuts);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_survives_its_word() {
        for theme in [Theme::System, Theme::Light, Theme::Dark] {
            assert_eq!(Theme::from_word(theme.word()), theme);
        }
        assert_eq!(Theme::from_word(Some("sepia")), Theme::System);
    }

    #[test]
    fn the_button_comes_round() {
        assert_eq!(Theme::System.next().next().next(), Theme::System);
    }
}
