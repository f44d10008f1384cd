//! From text to terms: the very same for what is indexed and for what is asked.
//!
//! Words are runs of letters and digits, taken apart and put together where people disagree about
//! them: `non-graceful` and `SidecarContainers` are terms as a whole, `nongraceful` and
//! `sidecarcontainers`, and their parts are terms too.

mod compound;
mod fold;
mod irregular;
mod language;
#[cfg(test)]
mod tests;

use std::ops::Range;

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
    let mut writer = compound::Writer::new(text);
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        if !first.is_alphanumeric() {
            continue;
        }
        let mut end = start + first.len_utf8();
        if !is_syllabic(first) {
            while let Some(len) = text.get(end..).and_then(word_goes_on) {
                end += len;
            }
        }
        while rest.next_if(|(at, _)| *at < end).is_some() {}
        writer.push_chunk(start..end);
    }
    writer.tokens
}

/// How many bytes of `rest` belong to the word before it: a letter, digit or accent, or a joint with
/// a letter or digit after it.
fn word_goes_on(rest: &str) -> Option<usize> {
    let mut characters = rest.chars();
    let next = characters.next()?;
    let is_letter = |letter: char| letter.is_alphanumeric() && !is_syllabic(letter);
    if is_letter(next) || fold::is_mark(next) {
        return Some(next.len_utf8());
    }
    let after = characters.next().filter(|after| is_joint(next) && is_letter(*after))?;
    Some(next.len_utf8() + after.len_utf8())
}

/// What does not end a word between two letters; a dash that parts sentences does.
fn is_joint(character: char) -> bool {
    matches!(fold::narrow(character), '-' | '_' | '.' | '\'') && character != '\u{2014}'
}

/// Whether the sign is of a script without spaces between words: each is a term.
fn is_syllabic(sign: char) -> bool {
    matches!(sign,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
