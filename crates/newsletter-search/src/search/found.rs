//! Where the terms of a group occur: lists in the order of items.

use std::ops::Range;

use crate::answer::Match;
use crate::index::terms::{Field, Occurrence, Posting, Postings};
use crate::rank::WEIGHTS;

/// A group in one item.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    pub(crate) item: u32,
    pub(crate) heading: u32,
    pub(crate) length: u8,
    pub(crate) kind: Match,
    pub(crate) is_in_heading: bool,
    /// Whether it is there in the form that was typed.
    pub(crate) is_as_typed: bool,
    /// What its occurrences weigh together.
    pub(crate) weight: f32,
    /// Places in [`FoundList::positions`].
    positions: Range<usize>,
}

/// A group in all items that have it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct FoundList {
    /// In the order of items, each once, after [`FoundList::settle`].
    pub(crate) found: Vec<Found>,
    positions: Vec<u32>,
}

impl FoundList {
    /// Adds the postings of a term. Of each occurrence `weigh` says what it weighs; `None` leaves it
    /// out.
    pub(crate) fn add(
        &mut self,
        postings: &[u8],
        kind: Match,
        is_as_typed: bool,
        weigh: impl Fn(Occurrence) -> Option<f32>,
    ) {
        for posting in Postings::new(postings) {
            self.add_posting(posting, kind, is_as_typed, &weigh);
        }
    }

    fn add_posting(
        &mut self,
        posting: Posting<'_>,
        kind: Match,
        is_as_typed: bool,
        weigh: &impl Fn(Occurrence) -> Option<f32>,
    ) {
        let start = self.positions.len();
        let (mut weight, mut is_in_heading) = (0.0, false);
        for occurrence in posting.occurrences() {
            let Some(more) = weigh(occurrence) else { continue };
            weight += more;
            is_in_heading |= match occurrence.field {
                Field::Heading => true,
                Field::Link => occurrence.position & 1 == 1,
                Field::Text | Field::Part => false,
            };
            if matches!(occurrence.field, Field::Text | Field::Heading) {
                self.positions.push(occurrence.position);
            }
        }
        if weight > 0.0 {
            self.found.push(Found {
                item: posting.item,
                heading: posting.heading,
                length: posting.length,
                kind,
                is_in_heading,
                is_as_typed,
                weight,
                positions: start..self.positions.len(),
            });
        }
    }

    /// Adds a list, as it is.
    pub(crate) fn append(&mut self, other: FoundList) {
        let start = self.positions.len();
        self.positions.extend(other.positions);
        self.found.extend(other.found.into_iter().map(|found| Found {
            positions: found.positions.start + start..found.positions.end + start,
            ..found
        }));
    }

    /// Makes one of what was found several times in one item.
    pub(crate) fn settle(&mut self) {
        if self.found.is_sorted_by(|one, other| one.item < other.item) {
            return;
        }
        self.found.sort_by_key(|found| found.item);
        let mut settled: Vec<Found> = Vec::with_capacity(self.found.len());
        let mut positions = Vec::with_capacity(self.positions.len());
        for found in &self.found {
            let own = self.positions.get(found.positions.clone()).unwrap_or_default();
            let start = positions.len();
            positions.extend_from_slice(own);
            match settled.last_mut().filter(|last| last.item == found.item) {
                Some(last) => {
                    last.weight += found.weight;
                    last.kind = last.kind.min(found.kind);
                    last.is_in_heading |= found.is_in_heading;
                    last.is_as_typed |= found.is_as_typed;
                    last.positions.end = positions.len();
                }
                None => settled.push(Found { positions: start..positions.len(), ..found.clone() }),
            }
        }
        for found in &settled {
            if let Some(own) = positions.get_mut(found.positions.clone()) {
                own.sort_unstable();
            }
        }
        *self = Self { found: settled, positions };
    }

    /// The positions of one of its entries, in order.
    pub(crate) fn positions(&self, found: &Found) -> &[u32] {
        self.positions.get(found.positions.clone()).unwrap_or_default()
    }

    /// What is followed by `next`, so many words after its beginning. Both are settled.
    pub(crate) fn followed_by(&self, next: &Self, offset: u32) -> Self {
        let mut followed = Self::default();
        let mut candidates = next.found.iter().peekable();
        for found in &self.found {
            while candidates.next_if(|candidate| candidate.item < found.item).is_some() {}
            let Some(candidate) = candidates.peek().filter(|next| next.item == found.item) else {
                continue;
            };
            let later = next.positions(candidate);
            let start = followed.positions.len();
            let own = self.positions(found).iter().copied();
            followed.positions.extend(
                own.filter(|position| {
                    later.binary_search(&position.saturating_add(offset)).is_ok()
                }),
            );
            let positions = start..followed.positions.len();
            if !positions.is_empty() {
                let is_in_heading = found.is_in_heading && candidate.is_in_heading;
                let kind = found.kind.max(candidate.kind);
                followed.found.push(Found { kind, is_in_heading, positions, ..found.clone() });
            }
        }
        followed
    }
}

/// What an occurrence of a word weighs.
pub(crate) fn word_weight(occurrence: Occurrence) -> Option<f32> {
    match occurrence.field {
        Field::Text => Some(1.0),
        Field::Heading => Some(WEIGHTS.heading),
        Field::Part => Some(WEIGHTS.part),
        Field::Link => None,
    }
}

/// What it weighs in a phrase, whose words are not parts of identifiers.
pub(crate) fn phrase_weight(occurrence: Occurrence) -> Option<f32> {
    word_weight(occurrence).filter(|_| occurrence.field != Field::Part)
}
