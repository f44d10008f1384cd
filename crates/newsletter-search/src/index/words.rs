//! Parts of words: what may have been meant by a word that is not there.
//!
//! Each part has the plain words with one first letter, `a` to `z`, in order. After the header, for
//! each word: how many bytes it shares with the one before (a number), its other letters (a number
//! and as many bytes), and in how many items it is (a number).

use super::bytes::{
    BuildId, Bytes, FormatError, HEADER_LEN, Kind, after_header, count, header, put_number,
};

/// A word that is similar to the one that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Similar {
    pub(crate) word: String,
    /// How many letters were added, left out, changed or swapped with their neighbour.
    pub(crate) edits: usize,
    /// How many items have it.
    pub(crate) items: u32,
    /// Whether the typed word is similar to its beginning only.
    pub(crate) is_beginning: bool,
}

/// The shortest word with a mistake, and the shortest one with two. Smaller numbers find more of
/// what was not meant.
const MIN_LEN_FOR_ONE_EDIT: usize = 4;
const MIN_LEN_FOR_TWO_EDITS: usize = 8;

/// The longest word that is compared: what is longer is no word.
const MAX_LEN: usize = 40;

/// How many mistakes a word may have.
pub(crate) fn edits_allowed(word: &str) -> usize {
    if !word.bytes().all(|byte| byte.is_ascii_lowercase()) || word.len() > MAX_LEN {
        return 0;
    }
    usize::from(word.len() >= MIN_LEN_FOR_ONE_EDIT)
        + usize::from(word.len() >= MIN_LEN_FOR_TWO_EDITS)
}

/// `words` are in order and begin with the same letter.
pub(crate) fn encode<'word>(words: impl Iterator<Item = (&'word str, u32)>) -> Vec<u8> {
    let mut bytes = header(Kind::Words, BuildId(0));
    let mut before = "";
    for (word, items) in words {
        let pairs = before.bytes().zip(word.bytes());
        let shared = pairs.take_while(|(before, now)| before == now).count();
        put_number(&mut bytes, count(shared));
        put_number(&mut bytes, count(word.len() - shared));
        bytes.extend_from_slice(word.as_bytes().get(shared..).unwrap_or_default());
        put_number(&mut bytes, items);
        before = word;
    }
    bytes
}

/// Whether the bytes are a part of words: all of it can be read.
pub(crate) fn check(part: &[u8]) -> Result<BuildId, FormatError> {
    let (build, _) = after_header(part, Kind::Words)?;
    each_word(part, |_, _, _| {})?;
    Ok(build)
}

/// The words of a part that [`check`] has taken that are at most `most` edits away from `typed`.
/// Words that begin with something similar count too if `is_begun`.
pub(crate) fn similar(part: &[u8], typed: &str, most: usize, is_begun: bool) -> Vec<Similar> {
    let mut table = Table::new(typed);
    let mut found = Vec::new();
    let read = each_word(part, |word, shared, items| {
        let Some((edits, is_beginning)) = table.compare(word, shared, most, is_begun) else {
            return;
        };
        if let Ok(word) = std::str::from_utf8(word) {
            found.push(Similar { word: word.to_owned(), edits, items, is_beginning });
        }
    });
    // What is damaged has been refused before.
    read.map_or_else(|_| Vec::new(), |()| found)
}

/// Calls with each word, how many bytes it shares with the one before, and in how many items it is.
fn each_word(part: &[u8], mut each: impl FnMut(&[u8], usize, u32)) -> Result<(), FormatError> {
    let mut bytes = Bytes::new(part.get(HEADER_LEN..).unwrap_or_default());
    let mut word: Vec<u8> = Vec::new();
    while !bytes.is_empty() {
        let shared = usize::try_from(bytes.number()?).map_err(|_| FormatError::Damaged)?;
        if shared > word.len() {
            return Err(FormatError::Damaged);
        }
        word.truncate(shared);
        let len = bytes.number()?;
        word.extend_from_slice(bytes.take(len)?);
        if word.len() > 2 * MAX_LEN {
            return Err(FormatError::Damaged);
        }
        each(&word, shared, bytes.number()?);
    }
    Ok(())
}

/// The table of optimal string alignment between the typed word and the word at hand, a row for each
/// of its letters. Rows of letters that the next word shares are kept, and words that begin as a word
/// that was too far away already are not looked at: so a part is compared in one pass.
struct Table<'typed> {
    typed: &'typed [u8],
    rows: Vec<Vec<usize>>,
    /// The letters of the word so far that are too many edits away, whatever follows.
    hopeless: usize,
}

impl<'typed> Table<'typed> {
    fn new(typed: &'typed str) -> Self {
        let typed = typed.as_bytes();
        Self { typed, rows: vec![(0..=typed.len()).collect()], hopeless: usize::MAX }
    }

    /// How many edits the word is away, and whether only a beginning of it is.
    fn compare(
        &mut self,
        word: &[u8],
        shared: usize,
        most: usize,
        is_begun: bool,
    ) -> Option<(usize, bool)> {
        if shared < self.hopeless {
            self.hopeless = usize::MAX;
            self.rows.truncate(shared + 1);
        }
        for letters in self.rows.len()..=word.len().min(self.hopeless) {
            let row = self.next_row(word, letters);
            let nearest = row.iter().copied().min().unwrap_or_default();
            let before = self.rows.last().and_then(|row| row.iter().copied().min());
            self.rows.push(row);
            // A swap reaches back two rows, so both have to be too far away.
            if nearest > most && before.is_some_and(|before| before > most) {
                self.hopeless = letters;
                break;
            }
        }
        let last = |row: &Vec<usize>| row.last().copied().unwrap_or(usize::MAX);
        let whole = self.rows.get(word.len()).map_or(usize::MAX, last);
        if whole <= most {
            return Some((whole, false));
        }
        let beginning = self.rows.iter().map(last).min().unwrap_or(usize::MAX);
        (is_begun && beginning <= most).then_some((beginning, true))
    }

    /// The row after `letters` letters of the word, at least one.
    fn next_row(&self, word: &[u8], letters: usize) -> Vec<usize> {
        let at = |row: usize, column: usize| {
            self.rows.get(row).and_then(|row| row.get(column)).copied().unwrap_or(usize::MAX / 2)
        };
        let letter = |place: usize| word.get(place.wrapping_sub(1)).copied();
        let typed = |place: usize| self.typed.get(place.wrapping_sub(1)).copied();
        let mut row = Vec::with_capacity(self.typed.len() + 1);
        row.push(letters);
        let mut left = letters;
        for column in 1..=self.typed.len() {
            let is_same = letter(letters) == typed(column);
            let mut edits = at(letters - 1, column - 1) + usize::from(!is_same);
            edits = edits.min(at(letters - 1, column) + 1).min(left + 1);
            let is_swap = letters > 1
                && column > 1
                && letter(letters) == typed(column - 1)
                && letter(letters - 1) == typed(column);
            if is_swap {
                edits = edits.min(at(letters - 2, column - 2) + 1);
            }
            row.push(edits);
            left = edits;
        }
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_similar(typed: &str, is_begun: bool, expect: &[(&str, usize)]) {
        let mut words =
            ["kubectl", "kubelet", "kubernetes", "node", "nodes", "note", "volume", "volumes"];
        words.sort_unstable();
        let part = encode(words.iter().map(|word| (*word, 1)));
        let found = similar(&part, typed, edits_allowed(typed), is_begun);
        let found: Vec<(&str, usize)> =
            found.iter().map(|similar| (similar.word.as_str(), similar.edits)).collect();
        assert_eq!(found, expect, "{typed}");
    }

    #[test]
    fn one_edit_from_four_letters_and_two_from_eight() {
        check_similar("kuberntes", false, &[("kubernetes", 1)]);
        check_similar("kuebrnetse", false, &[("kubernetes", 2)]);
        check_similar("kubeltc", false, &[]);
        check_similar("nodse", false, &[("node", 1), ("nodes", 1)]);
        check_similar("nod", false, &[]);
        check_similar("volmue", false, &[("volume", 1)]);
    }

    #[test]
    fn half_a_word_may_have_a_mistake_too() {
        check_similar("kubrene", true, &[("kubernetes", 1)]);
        check_similar("volmu", true, &[("volume", 1), ("volumes", 1)]);
    }

    #[test]
    fn identifiers_have_no_mistakes() {
        assert_eq!(edits_allowed("v1beta11"), 0);
        assert_eq!(edits_allowed("cve-2023-5528"), 0);
        assert_eq!(edits_allowed("pod"), 0);
        assert_eq!(edits_allowed("pods"), 1);
        assert_eq!(edits_allowed("scheduler"), 2);
    }
}
