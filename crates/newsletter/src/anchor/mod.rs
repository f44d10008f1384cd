//! Fragments: the ids of headings and items, and how they stay the same.
//!
//! A heading's id is the one that kramdown's GFM parser gives it, so that old links keep working.
//!
//! An item's is `i-`, five characters from its link targets, five characters from its visible text.
//! Nothing of it depends on the item's place or neighbours. The two halves are for corrections: an
//! editor who mends the words leaves the targets as they are, one who mends a target leaves the words,
//! so a link to the old anchor still finds the one item that keeps a half ([`Issue::resolve`]).
//!
//! [`Issue::resolve`]: crate::Issue::resolve

use std::collections::HashMap;
use std::fmt;

mod halves;
mod kramdown;
#[cfg(test)]
mod tests;

pub(crate) use halves::Halves;

/// A fragment of an issue's address, without the `#`; unique in its issue.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Anchor(String);

impl Anchor {
    /// The fragment's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A name for what has this link first, in which the words around it have no part. It is shorter than
/// an item's anchor and so never equal to one.
pub(crate) fn of_link(link: &str) -> String {
    ["i-", &Halves::of_link(link)].concat()
}

/// The anchors of one issue, so that each is given once. Headings come first: where an item or a
/// footnote would get the same, it yields.
#[derive(Debug, Default)]
pub(crate) struct Anchors {
    /// Every anchor that has been given, with the suffix that was tried last when it was wanted
    /// again, so that many equal ones stay cheap.
    given: HashMap<String, u32>,
}

impl Anchors {
    /// The next heading's, from its text as kramdown takes it; in document order.
    pub(crate) fn heading(&mut self, text: &str) -> Anchor {
        self.give(&kramdown::heading_id(text), 1)
    }

    /// An item's.
    pub(crate) fn item<'link>(
        &mut self,
        links: impl Iterator<Item = &'link str>,
        text: &str,
    ) -> Anchor {
        self.give(&Halves::new(links, text).anchor(), 2)
    }

    /// A footnote's: `fn-NAME`, or `fnref-NAME` for a reference to it.
    pub(crate) fn footnote(&mut self, prefix: &str, name: &str) -> Anchor {
        let plain = |character: char| if character.is_alphanumeric() { character } else { '-' };
        self.give(&prefix.chars().chain(name.chars().map(plain)).collect::<String>(), 2)
    }

    /// `base` if it is free, else with the first free suffix from `-first_suffix` on.
    fn give(&mut self, base: &str, first_suffix: u32) -> Anchor {
        let mut id = base.to_owned();
        if let Some(last_suffix) = self.given.get(base) {
            let mut suffix = first_suffix.max(last_suffix + 1);
            loop {
                id = [base, "-", &suffix.to_string()].concat();
                if !self.given.contains_key(&id) {
                    break;
                }
                suffix += 1;
            }
            self.given.insert(base.to_owned(), suffix);
        }
        self.given.insert(id.clone(), 0);
        Anchor(id)
    }
}
