//! The order of hits: what counts, and how much.
//!
//! A hit's place is decided by three things, one after the other: how its words were found (see
//! [`Match`]), the band that its relevance falls into, and its date. Relevance is the sum over the
//! words of a query, each by how rare it is and how much the item is about it (BM25F), and of how near
//! the words stand to each other. Bands make equals of what differs by little, so that the newest of
//! them comes first.

use crate::answer::Match;

/// The numbers that decide. All are compared with each other only.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// A word in the item's own heading, against 1 in its text. Larger: items about a word go
    /// further before items that mention it. 1 to 8.
    pub heading: f32,
    /// A part of an identifier, against 1 for the whole. Larger: `sidecar` finds `SidecarContainers`
    /// as readily as the word. 0 to 1.
    pub part: f32,
    /// A link target, or an entity in the text, against 1 for a word in the text. 0 to 4.
    pub link: f32,
    /// The heading of the section, against 1 in the text. Larger: sections count more than words.
    /// 0 to 2.
    pub section: f32,
    /// Another form of the word, against 1 for the form that was typed. 0 to 1.
    pub other_form: f32,
    /// How soon more occurrences stop to count. Larger: later. 0 to 2.
    pub saturation: f32,
    /// How much long items are held back. 0, not at all, to 1, in proportion to their length.
    pub length: f32,
    /// All words side by side, against the sum of all words. Larger: nearness counts more. 0 to 1.
    pub proximity: f32,
    /// All words in the item's own heading, against the sum of all words. 0 to 1.
    pub all_in_heading: f32,
    /// How far two items differ that are not equals. Larger: the date decides more often. 0.1 to 3.
    pub band: f32,
    /// What a query says at most if its words are too common to tell items apart, against a word that
    /// is in one item only: then all items with them are equals. Larger: the date alone decides more
    /// often. 0 to 1.
    pub common: f32,
}

/// What is used.
pub const WEIGHTS: Weights = Weights {
    heading: 3.0,
    part: 0.6,
    link: 1.0,
    section: 0.6,
    other_form: 0.8,
    saturation: 0.6,
    length: 0.3,
    proximity: 0.4,
    all_in_heading: 0.3,
    band: 1.0,
    common: 0.62,
};

/// Why a hit stands where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Score {
    /// How its words were found.
    pub kind: Match,
    /// What the words are worth, nearness apart.
    pub words: f32,
    /// What it is worth that they stand near each other.
    pub proximity: f32,
    /// What it is worth that all of them are in the item's own heading.
    pub heading: f32,
    /// The band of the sum; of two hits found in the same way the one in the higher band comes first,
    /// and the newer one within a band.
    pub band: u16,
}

impl Score {
    /// The sum of its parts.
    pub fn relevance(&self) -> f32 {
        self.words + self.proximity + self.heading
    }

    /// With the band that the other parts give. `rarity` is that of all words of the query together;
    /// `is_as_typed` says that none of them is there in another form only.
    pub(crate) fn banded(mut self, rarity: f32, items: u32, is_as_typed: bool) -> Self {
        if rarity < WEIGHTS.common * self::rarity(1, items) {
            self.band = u16::from(is_as_typed);
            return self;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a cast of a float to an integer stops at its ends"
        )]
        let band = (self.relevance() / WEIGHTS.band) as u16;
        self.band = band;
        self
    }

    /// A number that is the smaller the better the hit is; `item` decides among equals.
    pub(crate) fn place(&self, item: u32) -> u64 {
        let kind = self.kind as u64;
        kind << 48 | u64::from(u16::MAX - self.band) << 32 | u64::from(item)
    }
}

/// How much a word says that so many of all items have.
pub(crate) fn rarity(items: usize, all: u32) -> f32 {
    let (items, all) = (to_float(items), to_float(usize::try_from(all).unwrap_or(usize::MAX)));
    (1.0 + (all - items + 0.5).max(0.0) / (items + 0.5)).ln()
}

/// From 0, not there, towards 1: what so much weight says of an item of this length.
pub(crate) fn saturated(weight: f32, length: u8, mean_length: u32) -> f32 {
    let mean = to_float(usize::try_from(mean_length).unwrap_or(1)).max(1.0);
    let norm = 1.0 - WEIGHTS.length + WEIGHTS.length * (words_in(length) / mean).min(4.0);
    weight / (weight + WEIGHTS.saturation * norm)
}

/// The class of an item with so many words: two classes to each doubling, 15 for 181 and more.
pub(crate) fn length_class(words: usize) -> u8 {
    let words = to_float(words);
    (0..15).find(|class| words < words_in(class + 1)).unwrap_or(15)
}

fn words_in(class: u8) -> f32 {
    let whole = f32::from(1_u16 << (class / 2).min(15));
    if class.is_multiple_of(2) { whole } else { whole * std::f32::consts::SQRT_2 }
}

/// Counts are far below the numbers that a float cannot tell apart.
pub(crate) fn to_float(number: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "the last digits of a large count say nothing")]
    let float = number as f32;
    float
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_length_go_up_by_half_octaves() {
        for (words, class) in
            [(0, 0), (1, 0), (2, 2), (3, 3), (4, 4), (100, 13), (181, 14), (182, 15), (9_999, 15)]
        {
            assert_eq!(length_class(words), class, "{words}");
        }
    }

    #[test]
    fn rare_words_say_more_and_repetition_says_ever_less() {
        assert!(rarity(1, 1_000) > rarity(10, 1_000));
        assert!(rarity(1_000, 1_000) >= 0.0);
        let step = |from: f32, to: f32| saturated(to, 8, 16) - saturated(from, 8, 16);
        assert!(step(0.0, 1.0) > step(1.0, 2.0) && step(1.0, 2.0) > 0.0);
        assert!(saturated(1.0, 4, 16) > saturated(1.0, 12, 16));
    }

    #[test]
    fn the_way_of_finding_goes_before_relevance_and_relevance_before_the_date() {
        let score =
            |kind, words| Score { kind, words, ..Score::default() }.banded(9.0, 1_000, true);
        let place = |kind, words, item| score(kind, words).place(item);
        assert!(place(Match::Exact, 1.0, 9) < place(Match::Prefix, 9.0, 0));
        assert!(place(Match::Exact, 9.0, 9) < place(Match::Exact, 1.0, 0));
        assert!(place(Match::Exact, 9.01, 0) < place(Match::Exact, 9.02, 1));
    }

    #[test]
    fn of_items_with_common_words_the_newest_comes_first() {
        let place = |words, is_as_typed, item| {
            let score = Score { words, ..Score::default() };
            score.banded(rarity(300, 1_000), 1_000, is_as_typed).place(item)
        };
        assert!(place(0.1, true, 0) < place(0.9, true, 1));
        assert!(place(0.1, true, 1) < place(0.9, false, 0));
    }
}
