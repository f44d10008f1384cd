//! What can be wrong with a pattern, in words. The words are apart from where mistakes are found, so
//! that a program that only uses patterns does not carry them.

use std::fmt;

use super::placeholder::Placeholder;

/// A pattern that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternError {
    /// The pattern as written.
    pub pattern: String,
    mistake: Mistake,
}

/// What is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mistake {
    Empty,
    /// A key with a `*`.
    StarInKey,
    /// A text pattern that is a name and nothing else.
    EveryWord,
    /// A text pattern that begins with a `*` or a space.
    Beginning,
    /// A link pattern with what is not compared.
    Scheme,
    /// A `*` before something else than a `/`, which follows if it is a character.
    Star(Option<String>),
    /// A `{` with this after it, and no `}`.
    Unclosed(String),
    /// No placeholder is called this.
    Unknown(String),
    /// A default for what is no placeholder.
    UnknownDefault(String),
    /// A placeholder that the key needs is not in the pattern.
    Missing(Placeholder),
    Twice(Placeholder),
    SideBySide,
    /// The placeholder also takes the beginning of what follows it.
    Greedy(Placeholder, String),
}

impl PatternError {
    pub(super) fn new(pattern: &str, mistake: Mistake) -> Self {
        Self { pattern: pattern.to_owned(), mistake }
    }

    /// What is wrong with the pattern, and what to write instead.
    pub fn message(&self) -> String {
        match &self.mistake {
            Mistake::Empty => "it is empty".to_owned(),
            Mistake::StarInKey => "a key cannot hold a `*`".to_owned(),
            Mistake::EveryWord => "it would take every word".to_owned(),
            Mistake::Beginning => "it must begin with a character or a placeholder".to_owned(),
            Mistake::Scheme => "leave the scheme and `www.` away, they are not compared".to_owned(),
            Mistake::Star(None) => "`*` must stand before a `/` or at the end".to_owned(),
            Mistake::Star(Some(next)) => {
                format!("`*` must stand before a `/` or at the end, not before `{next}`")
            }
            Mistake::Unclosed(rest) => format!("the `{{` before `{rest}` has no `}}`"),
            Mistake::Unknown(name) => {
                format!("there is no placeholder `{{{name}}}`; there are {}", Placeholder::all())
            }
            Mistake::UnknownDefault(name) => {
                format!("there is no placeholder `{{{name}}}` to have a default")
            }
            Mistake::Missing(missing) => format!(
                "it says nothing of `{{{}}}`, which the key needs: add it, or a default",
                missing.name()
            ),
            Mistake::Twice(placeholder) => {
                format!("`{{{}}}` stands in it twice", placeholder.name())
            }
            Mistake::SideBySide => {
                "two placeholders stand side by side: put a character between them".to_owned()
            }
            Mistake::Greedy(taker, next) => format!(
                "`{{{}}}` also takes the beginning of the `{next}` after it, so this never matches",
                taker.name()
            ),
        }
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "pattern `{}`: {}", self.pattern, self.message())
    }
}

impl std::error::Error for PatternError {}
