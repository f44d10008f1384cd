//! From text to terms: the very same for what is indexed and for what is asked.
//!
//! Words are those of Unicode's word boundaries, taken apart and put together where people disagree
//! about them: `non-graceful` and `SidecarContainers` are terms as a whole, `nongraceful` and
//! `sidecarcontainers`, and their parts are terms too.

mod compound;
mod fold;
mod irregular;
mod language;
#[cfg(test)]
mod tests;

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

pub use fold::fold;
pub(crate) use language::{beginning_of_forms, irregular_forms, is_function_word, stem};

/// A term where it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Folded; never empty.
    pub term: String,
    /// The bytes of the text that it comes from.
    pub span: Range<usize>,
    /// The number of words before it. A whole has the position of its first part, a part of an
    /// identifier that of the identifier.
    pub position: u32,
    /// What kind of term it is.
    pub shape: Shape,
    /// Whether nothing parts it from the word before, as in CJK text, or only a `/` and the like.
    pub is_glued: bool,
}

/// How a term stands to the words of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// A word by itself, an identifier such as `1.30.1`, or a part of a hyphenated word.
    Word,
    /// The whole of a hyphenated word, without hyphens between letters.
    Whole,
    /// A part of an identifier, such as `sidecar` of `SidecarContainers`.
    Part,
}

/// The terms of a text in order; a whole stands before its parts.
pub fn tokens(text: &str) -> Vec<Token> {
    let segments: Vec<(usize, &str)> = text.split_word_bound_indices().collect();
    let segment = |index: usize| segments.get(index).copied();
    let mut writer = compound::Writer::new(text);
    let mut index = 0;
    while let Some((start, first)) = segment(index) {
        index += 1;
        if !first.contains(char::is_alphanumeric) {
            continue;
        }
        let mut end = start + first.len();
        while let (Some((_, joint)), Some((at, next))) = (segment(index), segment(index + 1))
            && matches!(narrowed(joint), Some('-' | '_' | '.'))
            && !is_syllabic(first)
            && next.starts_with(char::is_alphanumeric)
        {
            end = at + next.len();
            index += 2;
        }
        writer.push_chunk(start..end);
    }
    writer.tokens
}

/// The only character of `text`, in its plain form.
fn narrowed(text: &str) -> Option<char> {
    let mut characters = text.chars();
    let only = characters.next()?;
    characters.next().is_none().then(|| fold::narrow(only))
}

/// Whether the text is of a script without spaces between words, whose signs are terms.
fn is_syllabic(text: &str) -> bool {
    text.starts_with(|first: char| matches!(first, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'))
}
