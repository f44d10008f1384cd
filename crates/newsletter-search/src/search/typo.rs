//! What a word that is not in the archive may have been meant as.

use super::group::Word;
use super::missing::Missing;
use crate::index::Index;
use crate::index::words::{Similar, edits_allowed, part_of, similar as similar_in};

/// How many words are tried for one.
const MAX_SIMILAR: usize = 6;

/// Half a word is compared from so many letters on: fewer are the beginning of too much.
const MIN_LEN_BEGUN: usize = 5;

/// The similar words of the archive, the most likely one first. Words with the same first letter are
/// looked at first, then those with the second one, in case the two are swapped, then all.
pub(super) fn similar(index: &Index, word: &Word, missing: &mut Missing) -> Vec<String> {
    let most = edits_allowed(&word.term);
    let mut letters = word.term.chars();
    let (Some(first), Some(second)) = (letters.next(), letters.next()) else { return Vec::new() };
    if most == 0 {
        return Vec::new();
    }
    let is_begun = word.is_begun && word.term.chars().count() >= MIN_LEN_BEGUN;
    let all: Vec<char> = ('a'..='z').collect();
    for tried in [&[first][..], &[second], &all] {
        let known = missing.count();
        let mut found = Vec::new();
        for letter in tried {
            let id = part_of(*letter);
            match index.part(id) {
                Some(part) => found.extend(similar_in(part, &word.term, most, is_begun)),
                None => missing.add(id),
            }
        }
        let best = best(found);
        if !best.is_empty() || missing.count() > known {
            return best;
        }
    }
    Vec::new()
}

/// Whole words before beginnings, fewer edits before more, common words before rare ones.
fn best(mut found: Vec<Similar>) -> Vec<String> {
    let likeness = |similar: &Similar| (similar.is_beginning, similar.edits);
    let Some(most_alike) = found.iter().map(likeness).min() else { return Vec::new() };
    found.retain(|similar| likeness(similar) == most_alike);
    found
        .sort_unstable_by(|one, other| other.items.cmp(&one.items).then(one.word.cmp(&other.word)));
    found.truncate(MAX_SIMILAR);
    found.into_iter().map(|similar| similar.word).collect()
}
