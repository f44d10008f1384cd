//! What a reader looks for: things of a role, by their name. Never by place, class or id.

use serde_json::{Value, json};

/// A description that one visible thing on the page should fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finder {
    role: &'static str,
    /// The accessible name; one that ends with "…" is a beginning. `None` fits every name.
    name: Option<String>,
    inside: Option<Box<Self>>,
    is_first: bool,
}

/// Something of a role.
pub fn some(role: &'static str) -> Finder {
    Finder { role, name: None, inside: None, is_first: false }
}

/// Something of a role with a name.
pub fn named(role: &'static str, name: &str) -> Finder {
    Finder { name: Some(name.to_owned()), ..some(role) }
}

/// A link.
pub fn link(name: &str) -> Finder {
    named("link", name)
}

/// A button.
pub fn button(name: &str) -> Finder {
    named("button", name)
}

/// A heading; link marks beside it are not part of its name.
pub fn heading(name: &str) -> Finder {
    named("heading", name)
}

/// A part of the page that is made for getting elsewhere.
pub fn navigation(name: &str) -> Finder {
    named("navigation", name)
}

/// A named part of the page.
pub fn region(name: &str) -> Finder {
    named("region", name)
}

/// Something that holds exactly this text.
pub fn text(text: &str) -> Finder {
    named("text", text)
}

/// The page without what stands on every page.
pub fn main_part() -> Finder {
    some("main")
}

/// What is said when something has failed.
pub fn alert() -> Finder {
    some("alert")
}

/// The box at the top.
pub fn search_box() -> Finder {
    named("searchbox", "Search")
}

impl Finder {
    /// Only what stands within the first thing that fits `outer`.
    #[must_use]
    pub fn inside(self, outer: Self) -> Self {
        Self { inside: Some(Box::new(outer)), ..self }
    }

    /// The first of several.
    #[must_use]
    pub fn first(self) -> Self {
        Self { is_first: true, ..self }
    }
    /// As the scripts take it.
    pub fn to_value(&self) -> Value {
        json!({
            "role": self.role,
            "name": self.name,
            "inside": self.inside.as_ref().map(|outer| outer.to_value()),
            "isFirst": self.is_first,
        })
    }
}
