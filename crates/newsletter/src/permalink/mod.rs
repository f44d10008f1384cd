//! The address of an issue, from a Jekyll permalink pattern.
//!
//! The rules are those of <https://jekyllrb.com/docs/permalinks/> and of Jekyll 4.3, which writes the
//! same addresses.

mod address;
mod identity;
mod slug;
#[cfg(test)]
mod tests;
mod token;

use std::fmt;

pub use self::identity::identity;

use self::token::{Source, Token};
use crate::front_matter::FrontMatter;

/// A checked pattern, such as `/:year/:year:month:day`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permalink {
    pattern: String,
}

/// A token that Masthead does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownToken {
    /// With its colon: `:weekday`.
    pub token: String,
    /// Where it begins in the pattern, in bytes.
    pub offset: usize,
}

/// Jekyll's built-in styles.
const STYLES: [(&str, &str); 5] = [
    ("date", "/:categories/:year/:month/:day/:title:output_ext"),
    ("none", "/:categories/:title:output_ext"),
    ("ordinal", "/:categories/:year/:y_day/:title:output_ext"),
    ("pretty", "/:categories/:year/:month/:day/:title/"),
    ("weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext"),
];

impl Permalink {
    /// Checks a pattern or one of Jekyll's built-in styles (`date`, `none`, `ordinal`, `pretty`,
    /// `weekdate`).
    pub fn new(pattern: &str) -> Result<Self, UnknownToken> {
        let style = STYLES.iter().find(|(name, _)| *name == pattern);
        Self::in_front_matter(style.map_or(pattern, |(_, pattern)| pattern))
    }

    /// Checks a pattern of a single post, where Jekyll knows no styles.
    pub(crate) fn in_front_matter(pattern: &str) -> Result<Self, UnknownToken> {
        let unknown = pieces(pattern).find_map(Result::err);
        unknown.map_or_else(|| Ok(Self { pattern: pattern.to_owned() }), Err)
    }

    /// The path, as it stands in an address: percent-encoded, beginning with `/`, without `//` and
    /// without segments `.` and `..`; `.html` only if the pattern ends with it. A permalink in the
    /// front matter goes before this one.
    pub fn path(&self, front_matter: &FrontMatter, file_name: &str) -> String {
        let own = front_matter.permalink.as_ref().unwrap_or(self);
        let source = Source::new(front_matter, file_name);
        let mut path = String::from("/");
        for piece in pieces(&own.pattern).filter_map(Result::ok) {
            match piece {
                Piece::Text(text) => address::push_encoded(&mut path, &address::decoded(text)),
                Piece::Token(token) => address::push_encoded(&mut path, &token.value(&source)),
            }
        }
        address::cleaned(&path)
    }
}

/// The pattern; a built-in style written out.
impl fmt::Display for Permalink {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.pattern)
    }
}

/// What a pattern is made of.
enum Piece<'pattern> {
    Text(&'pattern str),
    Token(&'static Token),
}

/// The pieces of a pattern, in order.
fn pieces(pattern: &str) -> impl Iterator<Item = Result<Piece<'_>, UnknownToken>> {
    let mut rest = pattern;
    std::iter::from_fn(move || {
        let offset = pattern.len() - rest.len();
        let (piece, after) = first_piece(rest)?;
        rest = after;
        Some(piece.map_err(|token| UnknownToken { token: token.to_owned(), offset }))
    })
}

/// The first piece, or the unknown token there, and what follows. A token's name goes as far as it
/// can, so that `:yearly` is not `:year`; a low line at its end may be text, as in `:month_:day`.
fn first_piece(pattern: &str) -> Option<(Result<Piece<'_>, &str>, &str)> {
    let is_of_name = |char: char| char.is_ascii_lowercase() || char == '_';
    let after_colon = pattern.strip_prefix(':').unwrap_or_default();
    let length = after_colon.find(|char| !is_of_name(char)).unwrap_or(after_colon.len());
    if length == 0 {
        let first = pattern.char_indices().nth(1).map_or(pattern.len(), |(index, _)| index);
        let (_, after_first) = pattern.split_at(first);
        let text_length = first + after_first.find(':').unwrap_or(after_first.len());
        let (text, rest) = pattern.split_at(text_length);
        return (!text.is_empty()).then_some((Ok(Piece::Text(text)), rest));
    }
    let (written, rest) = pattern.split_at(1 + length);
    let named = |written: &str| Token::named(written.strip_prefix(':')?);
    if let Some(token) = named(written) {
        return Some((Ok(Piece::Token(token)), rest));
    }
    Some(match written.strip_suffix('_').and_then(named) {
        Some(token) => (Ok(Piece::Token(token)), pattern.split_at(length).1),
        None => (Err(written), rest),
    })
}
