//! An index: bytes that are searched as they are. Nothing here fetches or reads files; whoever opens
//! an index supplies its parts.

pub(crate) mod bytes;
pub(crate) mod entity;
mod pack;
pub(crate) mod root;
pub(crate) mod terms;
pub(crate) mod texts;
pub(crate) mod words;
mod writer;

use std::cell::Cell;
use std::ops::Range;
use std::sync::Arc;

use newsletter::date::Date;
use newsletter::entity::EntityPatterns;

use crate::PartId;
use crate::analysis::{Shape, stem, tokens};
pub use bytes::{BuildId, FormatError, MAGIC, VERSION};
pub use root::Family;
use root::{Heading, Root};
use texts::{ITEMS_PER_PART, ItemText};
pub(crate) use writer::heading_term;
pub use writer::{Built, Source, SourceIssue, build};

/// An index as far as it is here.
#[derive(Debug, Clone)]
pub struct Index {
    pub(crate) root: Root,
    pub(crate) patterns: EntityPatterns,
    /// The words of each section heading.
    pub(crate) heading_words: Vec<Vec<HeadingWord>>,
    /// In the order of their ids; a map would be more of the program than this needs.
    parts: Vec<(PartId, Part)>,
    /// How often it was searched.
    turn: Cell<u32>,
}

/// A word of a section heading, which every query is compared with.
#[derive(Debug, Clone)]
pub(crate) struct HeadingWord {
    pub(crate) term: String,
    pub(crate) stem: String,
}

/// A part, alone or within a pack.
#[derive(Debug, Clone)]
struct Part {
    file: Arc<Vec<u8>>,
    range: Range<usize>,
    /// The turn in which it was looked into last.
    used: Cell<u32>,
}

impl Index {
    /// Opens the file [`crate::ROOT_FILE`].
    ///
    /// # Errors
    ///
    /// See [`FormatError`].
    pub fn open(bytes: &[u8]) -> Result<Self, FormatError> {
        let root = root::decode(bytes)?;
        let patterns = EntityPatterns::new(&root.patterns).map_err(|_| FormatError::Damaged)?;
        let words = |heading: &Heading| {
            let words = tokens(&heading.text).into_iter();
            let words = words.filter(|token| token.shape != Shape::Part);
            words
                .map(|token| HeadingWord { stem: stem(&token.term).into_owned(), term: token.term })
                .collect()
        };
        let heading_words = root.headings.iter().map(words).collect();
        Ok(Self { root, patterns, heading_words, parts: Vec::new(), turn: Cell::default() })
    }

    /// Takes a part. Supplying one again replaces it.
    ///
    /// # Errors
    ///
    /// See [`FormatError`]; the index stays as it was.
    pub fn supply(&mut self, id: PartId, bytes: Vec<u8>) -> Result<(), FormatError> {
        self.check(id, &bytes)?;
        let range = 0..bytes.len();
        self.insert(id, &Arc::new(bytes), range);
        Ok(())
    }

    /// Takes every part of a pack: the content of a file called [`crate::pack_file`].
    ///
    /// # Errors
    ///
    /// See [`FormatError`]; the index stays as it was.
    pub fn supply_pack(&mut self, bytes: Vec<u8>) -> Result<(), FormatError> {
        let parts = self.contents(&bytes)?;
        for (id, range) in &parts {
            self.check(*id, bytes.get(range.clone()).unwrap_or_default())?;
        }
        let file = Arc::new(bytes);
        for (id, range) in parts {
            self.insert(id, &file, range);
        }
        Ok(())
    }

    /// The parts of a pack and where they are in it, for who keeps it elsewhere and supplies them one
    /// by one.
    ///
    /// # Errors
    ///
    /// See [`FormatError`]. The parts themselves are not looked into.
    pub fn contents(&self, pack: &[u8]) -> Result<Vec<(PartId, Range<usize>)>, FormatError> {
        let (found, parts) = pack::decode(pack)?;
        self.is_of_this_build(found)?;
        Ok(parts)
    }

    /// Drops parts until the rest has at most so many bytes, those first that were not looked into for
    /// the most searches. What is dropped is needed again when a query touches it.
    pub fn keep(&mut self, most: usize) {
        let mut held: usize = self.parts.iter().map(|(_, part)| part.range.len()).sum();
        while held > most {
            let used =
                self.parts.iter().enumerate().map(|(place, (_, part))| (part.used.get(), place));
            let Some((_, place)) = used.min() else { break };
            held -= self.parts.remove(place).1.range.len();
        }
    }

    fn check(&self, id: PartId, bytes: &[u8]) -> Result<(), FormatError> {
        self.is_of_this_build(match id {
            PartId::Terms(_) => terms::check(bytes)?,
            PartId::Texts(_) => texts::check(bytes)?,
            PartId::Words(_) => words::check(bytes)?,
        })
    }

    fn is_of_this_build(&self, found: BuildId) -> Result<(), FormatError> {
        let expected = self.root.build;
        if found == expected { Ok(()) } else { Err(FormatError::Build { expected, found }) }
    }

    fn insert(&mut self, id: PartId, file: &Arc<Vec<u8>>, range: Range<usize>) {
        let part = Part { file: Arc::clone(file), range, used: self.turn.clone() };
        match self.place(id) {
            Ok(place) => {
                if let Some(known) = self.parts.get_mut(place) {
                    known.1 = part;
                }
            }
            Err(place) => self.parts.insert(place, (id, part)),
        }
    }

    /// Where the part is in the list, or where it would be.
    fn place(&self, id: PartId) -> Result<usize, usize> {
        self.parts.binary_search_by_key(&id, |(known, _)| *known)
    }

    /// Which state of the archive it was made from.
    pub fn build_id(&self) -> BuildId {
        self.root.build
    }

    /// The section families of the archive, in the order in which they are shown.
    pub fn families(&self) -> &[Family] {
        &self.root.families
    }

    /// How many items can be found.
    pub fn item_count(&self) -> u32 {
        self.root.items
    }

    /// How many bytes each pack has, in the order in which to fetch them when there is nothing else to
    /// do.
    pub fn packs(&self) -> &[u32] {
        &self.root.packs
    }

    /// Every part that there is: words, terms, then texts from the newest.
    pub fn parts(&self) -> impl Iterator<Item = PartId> {
        let terms = (0..bytes::count(self.root.first_terms.len())).map(PartId::Terms);
        let words = (b'a'..=b'z').map(PartId::Words);
        let texts = (0..self.root.items.div_ceil(ITEMS_PER_PART)).map(PartId::Texts);
        words.chain(terms).chain(texts)
    }

    /// Whether the part has been supplied.
    pub fn has(&self, id: PartId) -> bool {
        self.place(id).is_ok()
    }

    pub(crate) fn part(&self, id: PartId) -> Option<&[u8]> {
        let (_, part) = self.parts.get(self.place(id).ok()?)?;
        part.used.set(self.turn.get());
        part.file.get(part.range.clone())
    }

    /// Begins a search, to which parts are dated that it looks into.
    pub(crate) fn begin_turn(&self) {
        self.turn.set(self.turn.get().wrapping_add(1));
    }

    /// The parts that hold the terms that begin with `beginning`, and the one that would hold the
    /// term itself.
    pub(crate) fn parts_of(&self, beginning: &str) -> Range<u32> {
        let first_terms = &self.root.first_terms;
        let start = first_terms.partition_point(|first| first.as_str() <= beginning);
        let end = first_terms
            .partition_point(|first| first.as_str() <= beginning || first.starts_with(beginning));
        bytes::count(start.saturating_sub(1))..bytes::count(end)
    }

    /// The part that holds this very term, if any does; at most one.
    pub(crate) fn part_of(&self, term: &str) -> Range<u32> {
        let parts = self.parts_of(term);
        parts.start..parts.end.min(parts.start + 1)
    }

    /// The text part that shows an item, and its place there.
    pub(crate) fn text_part(item: u32) -> (PartId, u32) {
        (PartId::Texts(item / ITEMS_PER_PART), item % ITEMS_PER_PART)
    }

    /// The text of an item, if its part is here.
    pub(crate) fn text(&self, item: u32) -> Option<ItemText<'_>> {
        let (id, place) = Self::text_part(item);
        texts::item(self.part(id)?, place).ok()
    }

    /// The day of the issue of an item.
    pub(crate) fn date(&self, item: u32) -> Date {
        let issues = &self.root.issues;
        let after = issues.partition_point(|issue| issue.first_item <= item);
        issues.get(after.saturating_sub(1)).map_or(Date::MIN, |issue| issue.date)
    }

    /// The items of the issues from one day to another, both inclusive.
    pub(crate) fn items_between(&self, from: Option<Date>, to: Option<Date>) -> Range<u32> {
        let first_of = |place: usize| {
            self.root.issues.get(place).map_or(self.root.items, |issue| issue.first_item)
        };
        let issues = &self.root.issues;
        let start = to.map_or(0, |to| issues.partition_point(|issue| issue.date > to));
        let end =
            from.map_or(issues.len(), |from| issues.partition_point(|issue| issue.date >= from));
        first_of(start)..first_of(end).max(first_of(start))
    }

    pub(crate) fn heading(&self, place: u32) -> Option<&Heading> {
        self.root.headings.get(usize::try_from(place).ok()?)
    }
}
