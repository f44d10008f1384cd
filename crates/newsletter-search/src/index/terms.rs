//! Parts of terms: where each term occurs.
//!
//! After the header come entries in the order of their terms:
//!
//! | what | is |
//! | --- | --- |
//! | shared | how many bytes of the term before are the beginning of this one: a number |
//! | rest | the other bytes of the term: a number and as many bytes |
//! | items | in how many items the term occurs: a number |
//! | postings | a number and as many bytes |
//!
//! A posting, in the order of items:
//!
//! | what | is |
//! | --- | --- |
//! | item | the first one: its number; then how many more than the one before: a number |
//! | length and count | a byte: in the high bits the length class of the item, in the low bits how often the term occurs; 15 says that a number follows, how many more than 15 |
//! | heading | the place of the section's heading in the root: a number |
//! | occurrences | for each a number: in the low two bits the [`Field`], above them how many positions after the one before of this posting |
//!
//! The position of a link is no place but tells things with one number apart: `kubernetes#1` and
//! `website#1`. It is stored as it is, not as a difference.
//!
//! Terms that no text has: `\u{1}` and an entity (see [`super::entity`]), `\u{2}` and the place of a
//! section heading. The postings of the latter are pairs of numbers: how many items after the end of
//! the run before, and how many items are in this run.

use crate::PartId;

use super::bytes::{BuildId, Bytes, FormatError, Kind, after_header, count, header, put_number};

/// Terms of entities begin with this.
pub(crate) const ENTITY_MARK: char = '\u{1}';
/// Terms of section headings begin with this.
pub(crate) const HEADING_MARK: char = '\u{2}';

/// Where a term occurs in an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Text = 0,
    Heading = 1,
    /// Within an identifier, or as two words that are one elsewhere.
    Part = 2,
    Link = 3,
}

/// One occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Occurrence {
    pub(crate) position: u32,
    pub(crate) field: Field,
}

/// What is written of a term in one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) item: u32,
    /// 0 to 15; see [`crate::rank::length_class`].
    pub(crate) length: u8,
    pub(crate) heading: u32,
    /// In the order of positions, links last.
    pub(crate) occurrences: Vec<Occurrence>,
}

/// More occurrences in one item say nothing new.
const MAX_OCCURRENCES: usize = 100;

pub(crate) fn put_posting(bytes: &mut Vec<u8>, item_before: Option<u32>, entry: &Entry) {
    put_number(bytes, item_before.map_or(entry.item, |before| entry.item - before));
    let occurrences = entry.occurrences.get(..MAX_OCCURRENCES).unwrap_or(&entry.occurrences);
    let short = u8::try_from(occurrences.len()).unwrap_or(u8::MAX).min(15);
    bytes.push(entry.length.min(15) << 4 | short);
    if short == 15 {
        put_number(bytes, count(occurrences.len() - 15));
    }
    put_number(bytes, entry.heading);
    let mut position_before = 0;
    for occurrence in occurrences {
        let step = match occurrence.field {
            Field::Link => occurrence.position,
            _ => occurrence.position - position_before,
        };
        if occurrence.field != Field::Link {
            position_before = occurrence.position;
        }
        put_number(bytes, step << 2 | occurrence.field as u32);
    }
}

/// Writes one part, term after term.
pub(crate) struct PartWriter {
    pub(crate) bytes: Vec<u8>,
    pub(crate) first_term: Option<String>,
    term_before: Vec<u8>,
}

impl PartWriter {
    pub(crate) fn new() -> Self {
        Self { bytes: header(Kind::Terms, BuildId(0)), first_term: None, term_before: Vec::new() }
    }

    pub(crate) fn put(&mut self, term: &str, items: u32, postings: &[u8]) {
        let bytes = term.as_bytes();
        let pairs = self.term_before.iter().zip(bytes);
        let shared = pairs.take_while(|(before, now)| before == now).count();
        put_number(&mut self.bytes, count(shared));
        put_number(&mut self.bytes, count(bytes.len() - shared));
        self.bytes.extend_from_slice(bytes.get(shared..).unwrap_or_default());
        put_number(&mut self.bytes, items);
        put_number(&mut self.bytes, count(postings.len()));
        self.bytes.extend_from_slice(postings);
        self.term_before = bytes.to_vec();
        self.first_term.get_or_insert_with(|| term.to_owned());
    }
}

impl PartWriter {
    /// Whether as many bytes more would make it larger than `most`; an empty one takes anything.
    pub(crate) fn is_full_with(&self, more: usize, most: usize) -> bool {
        self.first_term.is_some() && self.bytes.len() + more > most
    }

    /// Closes the part.
    pub(crate) fn finish(self, first_terms: &mut Vec<String>, parts: &mut Vec<(PartId, Vec<u8>)>) {
        if let Some(first_term) = self.first_term {
            parts.push((PartId::Terms(count(first_terms.len())), self.bytes));
            first_terms.push(first_term);
        }
    }
}

/// The entries of a part.
pub(crate) struct Terms<'part> {
    bytes: Bytes<'part>,
    /// The term of the last entry that was read.
    pub(crate) term: Vec<u8>,
}

/// How often a term occurs, and where.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found<'part> {
    /// In how many items; only as true as the bytes are.
    pub(crate) items: u32,
    pub(crate) postings: &'part [u8],
}

impl<'part> Terms<'part> {
    /// Of a part that [`check`] has taken.
    pub(crate) fn new(part: &'part [u8]) -> Self {
        let body = part.get(super::bytes::HEADER_LEN..).unwrap_or_default();
        Self { bytes: Bytes::new(body), term: Vec::new() }
    }

    /// The next entry, whose term is in `self.term`; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Found<'part>>, FormatError> {
        if self.bytes.is_empty() {
            return Ok(None);
        }
        let shared = usize::try_from(self.bytes.number()?).map_err(|_| FormatError::Damaged)?;
        if shared > self.term.len() {
            return Err(FormatError::Damaged);
        }
        self.term.truncate(shared);
        let len = self.bytes.number()?;
        self.term.extend_from_slice(self.bytes.take(len)?);
        let items = self.bytes.number()?;
        let len = self.bytes.number()?;
        Ok(Some(Found { items, postings: self.bytes.take(len)? }))
    }
}

/// Whether the bytes are a part of terms of this build: every entry can be read.
pub(crate) fn check(part: &[u8]) -> Result<BuildId, FormatError> {
    let (build, _) = after_header(part, Kind::Terms)?;
    let mut terms = Terms::new(part);
    while terms.next()?.is_some() {}
    Ok(build)
}

/// A posting as it is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Posting<'part> {
    pub(crate) item: u32,
    pub(crate) length: u8,
    pub(crate) heading: u32,
    occurrences: Bytes<'part>,
    count: u32,
}

/// Postings in the order of items; damaged bytes end them.
pub(crate) struct Postings<'part> {
    bytes: Bytes<'part>,
    item_before: Option<u32>,
}

impl<'part> Postings<'part> {
    pub(crate) fn new(postings: &'part [u8]) -> Self {
        Self { bytes: Bytes::new(postings), item_before: None }
    }

    fn read(&mut self) -> Result<Posting<'part>, FormatError> {
        let step = self.bytes.number()?;
        let item = match self.item_before {
            None => step,
            // Items only go up, so that two lists can be walked side by side.
            Some(before) if step > 0 => before.checked_add(step).ok_or(FormatError::Damaged)?,
            Some(_) => return Err(FormatError::Damaged),
        };
        self.item_before = Some(item);
        let packed = self.bytes.byte()?;
        let mut count = u32::from(packed & 15);
        if count == 15 {
            count = count.saturating_add(self.bytes.number()?);
        }
        let heading = self.bytes.number()?;
        let occurrences = self.bytes;
        for _ in 0..count {
            self.bytes.number()?;
        }
        Ok(Posting { item, length: packed >> 4, heading, occurrences, count })
    }
}

impl<'part> Iterator for Postings<'part> {
    type Item = Posting<'part>;

    fn next(&mut self) -> Option<Posting<'part>> {
        if self.bytes.is_empty() { None } else { self.read().ok() }
    }
}

impl Posting<'_> {
    /// Where the term occurs, in order, links last.
    pub(crate) fn occurrences(mut self) -> impl Iterator<Item = Occurrence> {
        let mut position_before = 0_u32;
        (0..self.count).map_while(move |_| {
            let packed = self.occurrences.number().ok()?;
            let field = match packed & 3 {
                0 => Field::Text,
                1 => Field::Heading,
                2 => Field::Part,
                _ => Field::Link,
            };
            let step = packed >> 2;
            if field == Field::Link {
                return Some(Occurrence { position: step, field });
            }
            position_before = position_before.saturating_add(step);
            Some(Occurrence { position: position_before, field })
        })
    }
}

/// The runs of items under one section heading.
pub(crate) fn runs(postings: &[u8]) -> impl Iterator<Item = std::ops::Range<u32>> {
    let mut bytes = Bytes::new(postings);
    let mut end = 0_u32;
    std::iter::from_fn(move || {
        let start = end.checked_add(bytes.number().ok()?)?;
        end = start.checked_add(bytes.number().ok()?)?;
        Some(start..end)
    })
}

/// See [`runs`].
pub(crate) fn put_run(bytes: &mut Vec<u8>, end_before: u32, run: &std::ops::Range<u32>) {
    put_number(bytes, run.start - end_before);
    put_number(bytes, run.end - run.start);
}
