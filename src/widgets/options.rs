//! What can be chosen about a widget: the one list that the page for making snippets, the documentation and
//! its tests are made from. What each means to an embedded page is in `crates/press/js/frame.js`, and how
//! the custom element takes it in `crates/press/js/v1.js`.

/// One thing to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The attribute of the element, and the key in the address where there is one.
    pub name: &'static str,
    /// What it can be.
    pub values: Values,
    /// What it is when nothing is chosen; empty for nothing.
    pub default: &'static str,
    /// What it does, as a sentence.
    pub meaning: &'static str,
    /// Where it is written.
    pub place: Place,
}

/// What can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Values {
    /// One of these words.
    Words(&'static [&'static str]),
    /// A whole number from the first to the last.
    Number(u32, u32),
    /// A text, described in a few words.
    Text(&'static str),
    /// Nothing: that it is there is what counts.
    Presence,
}

/// Where a choice is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On the element; in an address it is the path, which stands here below `/embed/`.
    Path(&'static str),
    /// On the element, and in the query of the address.
    Query,
    /// On the element alone.
    Element,
}

/// All of them: first what is shown, then how.
pub const OPTIONS: [Choice; 14] = [
    Choice {
        name: "issue",
        values: Values::Text("`latest`, or an issue's path such as `2023/20230905`"),
        default: "latest",
        meaning: "Shows one issue.",
        place: Place::Path("2023/20230905"),
    },
    Choice {
        name: "section",
        values: Values::Text("a section family's id"),
        default: "",
        meaning: "Shows one section across issues, the newest first.",
        place: Place::Path("sections/deprecated"),
    },
    Choice {
        name: "headlines",
        values: Values::Presence,
        default: "",
        meaning: "Shows the newest headlines.",
        place: Place::Path("headlines"),
    },
    Choice {
        name: "saved",
        values: Values::Text("the id of a search in `masthead.toml`"),
        default: "",
        meaning: "Shows what a saved search found when the archive was built.",
        place: Place::Path("saved/deprecations"),
    },
    Choice {
        name: "search",
        values: Values::Presence,
        default: "",
        meaning: "Shows a search box that answers in place.",
        place: Place::Path("search"),
    },
    Choice {
        name: "sections",
        values: Values::Text("ids of section families, with commas"),
        default: "",
        meaning: "Shows of an issue only these sections; without it all.",
        place: Place::Query,
    },
    Choice {
        name: "item",
        values: Values::Text("an item's anchor"),
        default: "",
        meaning: "Shows of an issue only this item.",
        place: Place::Query,
    },
    Choice {
        name: "count",
        values: Values::Number(1, 20),
        default: "5",
        meaning: "How many issues of a section, headlines or found items are shown at most.",
        place: Place::Query,
    },
    Choice {
        name: "theme",
        values: Values::Words(&["auto", "light", "dark"]),
        default: "auto",
        meaning: "Which colours: those that the reader's system asks for, or always the same.",
        place: Place::Query,
    },
    Choice {
        name: "accent",
        values: Values::Text("3 or 6 hexadecimal digits"),
        default: "",
        meaning: "The colour of links.",
        place: Place::Query,
    },
    Choice {
        name: "font",
        values: Values::Words(&["serif", "sans", "mono", "system"]),
        default: "serif",
        meaning: "The type of the text.",
        place: Place::Query,
    },
    Choice {
        name: "width",
        values: Values::Number(200, 1600),
        default: "",
        meaning: "The most CSS pixels that it is wide; without it as wide as there is room.",
        place: Place::Query,
    },
    Choice {
        name: "height",
        values: Values::Number(40, 2000),
        default: "240",
        meaning: "The CSS pixels that are kept free until the real height is known.",
        place: Place::Element,
    },
    Choice {
        name: "sandbox",
        values: Values::Text("what an iframe's `sandbox` may hold"),
        default: "",
        meaning: "Puts the frame into a sandbox; without it there is none.",
        place: Place::Element,
    },
];

impl Choice {
    /// Its row in the table of `docs/embedding.md`.
    pub fn row(&self) -> String {
        let values = match self.values {
            Values::Words(words) => {
                words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
            }
            Values::Number(least, most) => format!("{least} to {most}"),
            Values::Text(text) => text.to_owned(),
            Values::Presence => "no value".to_owned(),
        };
        let address = match self.place {
            Place::Path(path) => format!("`/embed/{path}`"),
            Place::Query => format!("`?{}=`", self.name),
            Place::Element => "none".to_owned(),
        };
        let default =
            if self.default.is_empty() { "none".to_owned() } else { format!("`{}`", self.default) };
        format!("| `{}` | {values} | {default} | {address} | {} |", self.name, self.meaning)
    }
}
