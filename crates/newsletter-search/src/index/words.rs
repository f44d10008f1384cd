//! Parts of words: what may have been meant by a word that is not there.
//!
//! Each part has the plain words with some first letters, in order; see [`part_of`]. After the header,
//! for each word: how many letters it shares with the one before (a number), its other letters (a
//! text), and in how many items it is (a number).

use super::bytes::{
    BuildId, Bytes, FormatError, HEADER_LEN, Kind, after_header, header, put_number, put_text,
};
use crate::PartId;

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

/// The longest word that is compared, in letters: what is longer is no word.
const MAX_LEN: usize = 40;

/// Whether a folded word has nothing but letters, of any script: an identifier has no mistakes.
pub(crate) fn is_plain(word: &str) -> bool {
    word.chars().all(|letter| letter.is_ascii_lowercase() || !letter.is_ascii())
        && word.chars().count() <= MAX_LEN
}

/// How many mistakes a word may have.
pub(crate) fn edits_allowed(word: &str) -> usize {
    if !is_plain(word) {
        return 0;
    }
    let letters = word.chars().count();
    usize::from(letters >= MIN_LEN_FOR_ONE_EDIT) + usize::from(letters >= MIN_LEN_FOR_TWO_EDITS)
}

/// The part with the words that begin with this letter: `a` to `z` have one each, and all others are
/// dealt out among these.
pub(crate) fn part_of(letter: char) -> PartId {
    let place = match letter {
        'a'..='z' => u32::from(letter) - u32::from('a'),
        _ => u32::from(letter) % 26,
    };
    PartId::Words(u8::try_from(place).map_or(b'a', |place| b'a' + place))
}

/// `words` are in order.
pub(crate) fn encode<'word>(words: impl Iterator<Item = (&'word str, u32)>) -> Vec<u8> {
    let mut bytes = header(Kind::Words, BuildId(0));
    let mut before = "";
    for (word, items) in words {
        let pairs = before.chars().zip(word.chars());
        let shared = pairs.take_while(|(before, now)| before == now);
        let (letters, len) =
            shared.fold((0, 0), |(letters, len), (now, _)| (letters + 1, len + now.len_utf8()));
        put_number(&mut bytes, letters);
        put_text(&mut bytes, word.get(len..).unwrap_or_default());
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
        found.push(Similar { word: word.iter().collect(), edits, items, is_beginning });
    });
    // What is damaged has been refused before.
    read.map_or_else(|_| Vec::new(), |()| found)
}

/// Calls with each word, how many letters it shares with the one before, and in how many items it is.
fn each_word(part: &[u8], mut each: impl FnMut(&[char], usize, u32)) -> Result<(), FormatError> {
    let mut bytes = Bytes::new(part.get(HEADER_LEN..).unwrap_or_default());
    let mut word: Vec<char> = Vec::new();
    while !bytes.is_empty() {
        let shared = usize::try_from(bytes.number()?).map_err(|_| FormatError::Damaged)?;
        if shared > word.len() {
            return Err(FormatError::Damaged);
        }
        word.truncate(shared);
        word.extend(bytes.text()?.chars());
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
struct Table {
    typed: Vec<char>,
    rows: Vec<Vec<usize>>,
    /// The letters of the word so far that are too many edits away, whatever follows.
    hopeless: usize,
}

impl Table {
    fn new(typed: &str) -> Self {
        let typed: Vec<char> = typed.chars().collect();
        Self { rows: vec![(0..=typed.len()).collect()], typed, hopeless: usize::MAX }
    }

    /// How many edits the word is away, and whether only a beginning of it is.
    fn compare(
        &mut self,
        word: &[char],
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
    fn next_row(&self, word: &[char], letters: usize) -> Vec<usize> {
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
    fn letters_of_any_script_are_letters() {
        let part = encode([("кластер", 1), ("классика", 1), ("straße", 1)].into_iter());
        let found = |typed: &str| {
            let found = similar(&part, typed, edits_allowed(typed), false);
            found.into_iter().map(|similar| (similar.word, similar.edits)).collect::<Vec<_>>()
        };
        assert_eq!(found("клатсер"), [("кластер".to_owned(), 1)]);
        assert_eq!(found("класика"), [("классика".to_owned(), 1)]);
        assert_eq!(found("кла"), []);
        assert_eq!(edits_allowed("кластеры"), 2);
        assert_eq!(edits_allowed("кластер2"), 0);
    }

    #[test]
    fn every_first_letter_has_a_part() {
        assert_eq!(part_of('a'), PartId::Words(b'a'));
        assert_eq!(part_of('z'), PartId::Words(b'z'));
        for letter in ['к', 'ω', '한', '\u{1f680}'] {
            let PartId::Words(part) = part_of(letter) else { panic!("{letter}") };
            assert!(part.is_ascii_lowercase(), "{letter}");
        }
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
