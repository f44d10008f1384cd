//! What of a text was looked for.

use std::ops::Range;

use super::group::PhraseWord;
use crate::analysis::{Shape, Token, tokens};

/// The bytes of `text` that are one of `terms`, which are sorted, or one of `phrases`; in order and
/// apart from each other.
pub(super) fn of(text: &str, terms: &[&str], phrases: &[&Vec<PhraseWord>]) -> Vec<Range<usize>> {
    let tokens = tokens(text);
    let is_term = |token: &&Token| {
        // What is looked for by its number is there as the number.
        terms.binary_search(&token.term.as_str()).is_ok()
            || terms.iter().any(|term| {
                term.strip_prefix("\u{1}").is_some_and(|entity| {
                    let name = entity.trim_start_matches(['#', '@', '-', '\u{1}']);
                    name == token.term || name.replace('-', "") == token.term
                })
            })
    };
    let mut marks: Vec<Range<usize>> =
        tokens.iter().filter(is_term).map(|token| token.span.clone()).collect();
    let words: Vec<&Token> = tokens.iter().filter(|token| token.shape == Shape::Word).collect();
    for phrase in phrases {
        for first in &words {
            marks.extend(phrase_at(first, &words, phrase));
        }
    }
    merged(marks)
}

/// The bytes of a phrase that begins with the word `first`.
fn phrase_at(first: &Token, words: &[&Token], phrase: &[PhraseWord]) -> Option<Range<usize>> {
    let mut end = first.span.end;
    for wanted in phrase {
        let position = first.position + wanted.offset;
        let place = words.binary_search_by_key(&position, |word| word.position).ok()?;
        let word = words.get(place)?;
        let fits =
            word.term == wanted.term || (wanted.is_begun && word.term.starts_with(&wanted.term));
        if !fits {
            return None;
        }
        end = word.span.end;
    }
    Some(first.span.start..end)
}

/// In order, and without overlaps.
fn merged(mut marks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    marks.sort_by_key(|mark| (mark.start, mark.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(marks.len());
    for mark in marks {
        match apart.last_mut().filter(|last| mark.start < last.end) {
            Some(last) => last.end = last.end.max(mark.end),
            None => apart.push(mark),
        }
    }
    apart
}
