//! Things that a newsletter mentions and that people look up: pull requests, KEPs, CVEs, flags.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use crate::html::Content;

mod address;
mod compiled;
mod contents;
mod key;
mod matching;
mod mistake;
mod pattern;
mod placeholder;
#[cfg(test)]
mod tests;

pub(crate) use address::address;
use compiled::Compiled;
pub use mistake::PatternError;

/// Something mentioned in an item.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Entity {
    /// The kind's id in the configuration: `pr`, `issue`, `kep`, `cve`, `flag`, `version`, `handle`.
    pub kind: String,
    /// The normal form: the same thing has the same key however it was written.
    /// `kubernetes/kubernetes#119157`, `4009`, `CVE-2023-5528`, `--authentication-config`.
    pub key: String,
}

/// An entity, and the text that mentions it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The bytes of the text.
    pub span: Range<usize>,
    /// What they mention.
    pub entity: Entity,
    /// Whether the text alone does not say all: `#119157` leaves owner and repository to the defaults.
    pub is_completed: bool,
}

/// How one kind of entity is recognised; data from `masthead.toml`.
///
/// A pattern is made of characters that stand for themselves and of placeholders:
///
/// | written | stands for |
/// | --- | --- |
/// | `{number}` | 1 to 7 digits, not zero; the key has no leading zeros |
/// | `{digits}` | 1 to 19 digits, as written |
/// | `{year}` | 4 digits |
/// | `{version}` | two or three numbers parted by dots; `-alpha.1`, `-beta.0`, `-rc.2` may follow |
/// | `{owner}`, `{repo}` | letters, digits, `.`, `_`, `-` |
/// | `{name}` | a letter, then letters, digits, `_`, `-` |
/// | a space | any white space |
/// | `*` | any characters but `/` and white space, also none; before a `/` or at the end |
/// | `/**` | at the end of a link pattern: nothing, or `/` and whatever is below |
///
/// A placeholder takes as much as it can, and stands in a pattern once. Letters are compared without
/// ASCII case. A match in text begins and ends where words do. A link
/// pattern is compared with the whole target, without scheme, `www.`, fragment and a `/` at the end,
/// and without the query unless the pattern has a `?`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntityPattern {
    /// See [`Entity::kind`].
    pub kind: String,
    /// The normal form with placeholders: `{owner}/{repo}#{number}`.
    pub key: String,
    /// Patterns for visible text, such as `KEP-{number}`.
    pub text: Vec<String>,
    /// Patterns for link targets, such as `github.com/{owner}/{repo}/pull/{number}`.
    pub link: Vec<String>,
    /// Values of placeholders that a pattern does not fill: `owner` is `kubernetes`.
    pub defaults: Vec<(String, String)>,
}

/// All patterns of an archive, ready to use. Of several matches at one place the longest wins, then
/// the one whose pattern has more characters that stand for themselves, then the one listed first.
///
/// The default recognises nothing, and a program that only has the default does not carry the code:
/// nothing but [`EntityPatterns::new`] refers to it.
#[derive(Clone, Default)]
pub struct EntityPatterns {
    recogniser: Option<Arc<dyn Recogniser>>,
}

/// Not the patterns: a program that recognises would carry the code that prints them.
impl fmt::Debug for EntityPatterns {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("EntityPatterns")
    }
}

/// What recognises, behind the pointer that keeps it out of programs without patterns. Every program
/// with patterns carries all of it, so what only the parser needs is not here.
trait Recogniser: Send + Sync {
    fn in_text(&self, text: &str) -> Vec<Mention>;
    fn in_link(&self, target: &str) -> Option<Entity>;
    fn of_query(&self, query: &str) -> Option<Entity>;
}

impl EntityPatterns {
    /// Compiles patterns; the errors name the pattern and the place in it.
    pub fn new(patterns: &[EntityPattern]) -> Result<Self, PatternError> {
        let compiled = Compiled::new(patterns)?;
        Ok(Self { recogniser: Some(Arc::new(compiled)) })
    }

    /// What a piece of visible text mentions, in order.
    pub fn in_text(&self, text: &str) -> Vec<Entity> {
        self.mentions(text).into_iter().map(|mention| mention.entity).collect()
    }

    /// The mentions in a piece of visible text, in order and without overlaps.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        self.recogniser.as_ref().map_or_else(Vec::new, |recogniser| recogniser.in_text(text))
    }

    /// What a link target points to: nothing or one entity.
    pub fn in_link(&self, target: &str) -> Option<Entity> {
        self.recogniser.as_ref()?.in_link(target)
    }

    /// The entity that a text is as a whole, for what people paste into a search box: the text of a
    /// mention, or an address.
    pub fn of_query(&self, query: &str) -> Option<Entity> {
        self.recogniser.as_ref()?.of_query(query)
    }

    /// What an item's heading and content mention, in the order of their text and each once.
    pub(crate) fn in_contents(&self, contents: &[&Content]) -> Vec<Entity> {
        self.recogniser
            .as_ref()
            .map_or_else(Vec::new, |recogniser| contents::entities(recogniser.as_ref(), contents))
    }
}
