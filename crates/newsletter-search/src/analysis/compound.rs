//! Hyphenated words and identifiers: as a whole and in parts.

use std::ops::Range;

use super::fold::{fold_into, is_capital, narrow};
use super::{Shape, Token};

/// Longer terms are cut here, in bytes: nobody looks for such a word by its end.
const MAX_TERM_LEN: usize = 64;

/// Gathers the tokens of a text.
pub(super) struct Writer<'text> {
    text: &'text str,
    pub(super) tokens: Vec<Token>,
    position: u32,
    /// The end of the last word, in bytes.
    last_end: usize,
}

impl<'text> Writer<'text> {
    pub(super) fn new(text: &'text str) -> Self {
        Self { text, tokens: Vec::new(), position: 0, last_end: usize::MAX }
    }

    /// Words with nothing but hyphens, underscores, full stops and apostrophes between them.
    pub(super) fn push_chunk(&mut self, chunk: Range<usize>) {
        let start = chunk.start;
        let compound = self.text.get(chunk).unwrap_or_default();
        let is_glued = self.is_glued(start);
        let mut pieces: Vec<Range<usize>> = Vec::new();
        let mut at = start;
        for piece in compound.split_inclusive(is_hyphen) {
            let trimmed = piece.trim_end_matches(is_hyphen);
            let len = without_possessive(trimmed).len();
            if len > 0 {
                pieces.push(at..at + len);
            }
            at += piece.len();
        }
        let Some(last) = pieces.last() else { return };
        self.last_end = last.end;
        if pieces.len() > 1 {
            let sign = self.sign_after(last);
            let whole = self.joined(&pieces) + sign;
            self.push(whole, start..last.end + sign.len(), Shape::Whole, is_glued);
        }
        let mut is_glued_to_word = is_glued;
        for piece in pieces {
            self.push_identifier(piece, is_glued_to_word);
            self.position += 1;
            is_glued_to_word = true;
        }
    }

    /// One word: plain, with full stops, or with capitals within.
    fn push_identifier(&mut self, span: Range<usize>, is_glued: bool) {
        let word = self.text.get(span.clone()).unwrap_or_default();
        let mut term = String::with_capacity(word.len());
        fold_into(&mut term, word);
        let sign = self.sign_after(&span);
        term.push_str(sign);
        let whole = span.start..span.end + sign.len();
        self.push(term, whole, Shape::Word, is_glued);
        let mut start = span.start;
        let mut parts: Vec<Range<usize>> = Vec::new();
        for dotted in word.split_inclusive('.') {
            let name = dotted.trim_end_matches('.');
            split_capitals(name, |part| parts.push(start + part.start..start + part.end));
            start += dotted.len();
        }
        if parts.len() < 2 {
            return;
        }
        for part in parts {
            let text = self.text.get(part.clone()).unwrap_or_default();
            if is_worth_finding(text) {
                let mut term = String::with_capacity(text.len());
                fold_into(&mut term, text);
                self.push(term, part, Shape::Part, false);
            }
        }
    }

    fn sign_after(&self, word: &Range<usize>) -> &'static str {
        let rest = self.text.get(word.end..).unwrap_or_default();
        sign_after(self.text.get(word.clone()).unwrap_or_default(), rest)
    }

    /// A hyphen between letters is a matter of taste, one beside a digit is part of the name.
    fn joined(&self, pieces: &[Range<usize>]) -> String {
        let mut whole = String::new();
        for piece in pieces {
            let text = self.text.get(piece.clone()).unwrap_or_default();
            let is_digit = |character: Option<char>| character.is_some_and(|c| c.is_ascii_digit());
            if is_digit(whole.chars().next_back())
                || (!whole.is_empty() && is_digit(text.chars().next()))
            {
                whole.push('-');
            }
            fold_into(&mut whole, text);
        }
        whole
    }

    fn push(&mut self, mut term: String, span: Range<usize>, shape: Shape, is_glued: bool) {
        if term.len() > MAX_TERM_LEN {
            let end = (0..=MAX_TERM_LEN).rev().find(|end| term.is_char_boundary(*end));
            term.truncate(end.unwrap_or(0));
        }
        if !term.is_empty() {
            self.tokens.push(Token { term, span, position: self.position, shape, is_glued });
        }
    }

    fn is_glued(&self, start: usize) -> bool {
        let between = self.text.get(self.last_end..start);
        between.is_some_and(|between| matches!(between, "" | "/" | ":" | "=" | "@" | "·"))
    }
}

fn is_hyphen(character: char) -> bool {
    matches!(narrow(character), '-' | '_')
}

/// `scheduler` of `scheduler's`.
fn without_possessive(word: &str) -> &str {
    ["'s", "’s", "'S", "’S"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

/// What belongs to the name of a language: `C#` is not `C`, `C++` neither.
fn sign_after(word: &str, rest: &str) -> &'static str {
    if word.len() == 1 && word.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        let sign = ["++", "#"].into_iter().find(|sign| rest.starts_with(sign)).unwrap_or_default();
        let after = rest.get(sign.len()..).and_then(|after| after.chars().next());
        if !after.is_some_and(char::is_alphanumeric) {
            return sign;
        }
    }
    ""
}

/// Parts without letters, such as those of a version, and single letters find too much.
fn is_worth_finding(part: &str) -> bool {
    let is_number = part.trim_start_matches(['v', 'V']).bytes().all(|byte| byte.is_ascii_digit());
    part.len() > 1 && !is_number
}

/// Whether it is a letter that is no capital; those of scripts without capitals are not told apart.
fn is_small(letter: char) -> bool {
    letter.is_alphabetic() && !is_capital(letter)
}

/// The parts of `SidecarContainers` and `HTTPServer`; `APIs` and `IPv6` have none.
fn split_capitals(name: &str, mut part: impl FnMut(Range<usize>)) {
    let mut start = 0;
    let mut before = None;
    for (at, character) in name.char_indices() {
        let after = name.get(at + character.len_utf8()..).unwrap_or_default();
        let mut following = after.chars();
        let begins_word =
            following.next().is_some_and(is_small) && following.next().is_some_and(is_small);
        let is_break = match before {
            Some(before) if is_capital(character) => {
                is_small(before) || char::is_numeric(before) || begins_word
            }
            _ => false,
        };
        if is_break && at > start {
            part(start..at);
            start = at;
        }
        before = Some(character);
    }
    if start < name.len() {
        part(start..name.len());
    }
}
