//! What of a text was looked for.

use std::ops::Range;

use newsletter::entity::EntityPatterns;

use super::group::PhraseWord;
use crate::analysis::{Shape, Token, tokens};
use crate::index::entity::EntityTerm;
use crate::index::terms::ENTITY_MARK;

/// The bytes of `text` that are one of `terms`, which are sorted, or one of `phrases`; in order and
/// apart from each other.
pub(super) fn of(
    text: &str,
    patterns: &EntityPatterns,
    terms: &[&str],
    phrases: &[&Vec<PhraseWord>],
) -> Vec<Range<usize>> {
    let is_wanted = |term: &str| terms.binary_search(&term).is_ok();
    let tokens = tokens(text);
    let wanted = tokens.iter().filter(|token| is_wanted(&token.term));
    let mut marks: Vec<Range<usize>> = wanted.map(|token| token.span.clone()).collect();
    // Recognising takes as long as all the rest, and most queries are for words.
    if terms.first().is_some_and(|first| first.starts_with(ENTITY_MARK)) {
        let mentions = patterns.mentions(text).into_iter();
        let wanted = mentions.filter(|mention| is_wanted(&EntityTerm::new(&mention.entity).term));
        marks.extend(wanted.map(|mention| mention.span));
    }
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
    marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(marks.len());
    for mark in marks {
        match apart.last_mut().filter(|last| mark.start < last.end) {
            Some(last) => last.end = last.end.max(mark.end),
            None => apart.push(mark),
        }
    }
    apart
}
