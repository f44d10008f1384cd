//! Errors in a configuration file, with their place and their cure.

use std::path::Path;

use newsletter::permalink::Permalink;

use super::ConfigError;
use crate::position::Position;

/// A configuration file that is being read.
#[derive(Clone, Copy)]
pub(crate) struct Source<'file> {
    pub(crate) path: &'file Path,
    pub(crate) text: &'file str,
}

/// Names further apart than this share of their letters (one in so many) are not meant for another.
const LETTERS_PER_SLIP: usize = 3;

impl Source<'_> {
    /// An error at a byte of the file.
    pub(crate) fn invalid(&self, offset: usize, message: String, cure: String) -> ConfigError {
        let position = Position::of(self.text, offset);
        ConfigError::Invalid { path: self.path.to_owned(), position, message, cure }
    }

    /// What the TOML reader says, with the nearest known key for one that it does not know.
    pub(crate) fn syntax(&self, error: &toml::de::Error) -> ConfigError {
        let offset = error.span().map_or(0, |span| span.start);
        let message = error.message().to_owned();
        let Some(names) = message.strip_prefix("unknown field ") else {
            let cure = "correct this line; Masthead's own masthead.toml shows every key";
            return self.invalid(offset, message, cure.to_owned());
        };
        // The key and what is expected in its place, each between back-ticks.
        let mut names = names.split('`').skip(1).step_by(2);
        let unknown = names.next().unwrap_or_default();
        let known: Vec<&str> = names.collect();
        let cure = match nearest(unknown, &known) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("the keys here are {}", known.join(", ")),
        };
        self.invalid(offset, format!("unknown key `{unknown}`"), cure)
    }

    /// A permalink pattern whose value begins at or after a byte of the file.
    pub(crate) fn permalink(&self, pattern: &str, offset: usize) -> Result<Permalink, ConfigError> {
        Permalink::new(pattern).map_err(|unknown| {
            let value = self.text.get(offset..).unwrap_or_default();
            let at = value.find(&unknown.token).unwrap_or_default();
            self.invalid(
                offset + at,
                format!("`permalink` has the unknown token `{}`", unknown.token),
                PERMALINK_CURE.to_owned(),
            )
        })
    }
}

/// What to write in a permalink.
const PERMALINK_CURE: &str = "use Jekyll's tokens, such as :year :month :day :title \
    :slug :categories, or one of the styles date, pretty, ordinal, weekdate and none";

/// The name that a person who typed `unknown` probably meant.
fn nearest<'a>(unknown: &str, known: &[&'a str]) -> Option<&'a str> {
    known
        .iter()
        .map(|name| (strsim::damerau_levenshtein(unknown, name), *name))
        .filter(|(slips, name)| *slips <= name.len().div_ceil(LETTERS_PER_SLIP))
        .min()
        .map(|(_, name)| name)
}
