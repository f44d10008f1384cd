//! From issues to the bytes of an index. The same issues give the same bytes.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use newsletter::date::Date;
use newsletter::entity::{EntityPattern, EntityPatterns, PatternError};
use newsletter::family::Families;
use newsletter::{Issue, Item};

use super::bytes::{BuildId, count, digits, stamp};
use super::entity::EntityTerm;
use super::root::{self, Family, Heading, Root};
use super::terms::{Entry, Field, HEADING_MARK, Occurrence, PartWriter, put_posting, put_run};
use super::texts::{self, ITEMS_PER_PART, IssueText, ItemText};
use super::words;
use crate::PartId;
use crate::analysis::{Shape, Token, is_function_word, tokens};
use crate::rank::length_class;

/// A part of terms is closed when it has as many bytes. A larger number makes fewer files and fewer
/// requests, and more bytes for each word that is looked for.
const TERM_PART_BYTES: usize = 8_000;

/// Between the heading and the text of an item, so that no phrase spans both.
const GAP: u32 = 8;

/// What an index is made from.
#[derive(Debug, Clone)]
pub struct Source<'archive> {
    /// In the order of ties: those of the same day stay as they are, else the newest comes first.
    pub issues: Vec<SourceIssue<'archive>>,
    /// As the issues were parsed with.
    pub families: &'archive Families,
    /// As the issues were parsed with.
    pub patterns: &'archive [EntityPattern],
}

/// An issue to be found.
#[derive(Debug, Clone, Copy)]
pub struct SourceIssue<'archive> {
    /// Its address below the base path.
    pub path: &'archive str,
    /// The post's file name without `.md`.
    pub slug: &'archive str,
    /// From the front matter.
    pub title: &'archive str,
    /// UTC.
    pub date: Date,
    /// The text.
    pub issue: &'archive Issue,
}

/// An index as files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Built {
    /// The content of [`crate::ROOT_FILE`].
    pub root: Vec<u8>,
    /// All other files, in the order of [`crate::Index::parts`].
    pub parts: Vec<(PartId, Vec<u8>)>,
}

impl Built {
    /// Writes the build id into every file, where [`build`] leaves 0: it can so be a hash of them.
    pub fn stamp(&mut self, id: BuildId) {
        let files =
            std::iter::once(&mut self.root).chain(self.parts.iter_mut().map(|(_, bytes)| bytes));
        files.for_each(|bytes| stamp(bytes, id));
    }
}

/// Makes an index whose files have the build id 0; see [`Built::stamp`].
///
/// # Errors
///
/// A pattern that cannot be used.
pub fn build(source: &Source<'_>) -> Result<Built, PatternError> {
    let patterns = EntityPatterns::new(source.patterns)?;
    let mut issues = source.issues.clone();
    issues.sort_by_key(|issue| Reverse(issue.date));
    let mut gathered = Gathered::default();
    for issue in &issues {
        gathered.add_issue(issue, &patterns);
    }
    gathered.join_neighbours();
    let mut built = Built::default();
    let terms = gathered.sorted_terms();
    write_words(&terms, &mut built);
    let first_terms = gathered.write_terms(&terms, &mut built);
    gathered.write_texts(&mut built);
    let items = count(gathered.texts.len());
    let families = source.families.iter().map(|(_, family)| Family {
        id: family.id.clone(),
        name: family.name.clone(),
        is_featured: family.is_featured,
    });
    built.root = root::encode(&Root {
        build: BuildId(0),
        items,
        mean_length: count(gathered.words).checked_div(items).unwrap_or(0),
        families: families.collect(),
        headings: gathered.headings,
        issues: gathered.issues,
        first_terms,
        packs: built.packs(BuildId(0)).map(|pack| count(pack.len())).collect(),
        patterns: source.patterns.to_vec(),
    });
    Ok(built)
}

/// What the issues say, before it is bytes.
#[derive(Default)]
struct Gathered<'archive> {
    texts: Vec<ItemText<'archive>>,
    issues: Vec<root::Issue>,
    headings: Vec<Heading>,
    /// The entries of each in the order of items.
    terms: HashMap<String, Vec<Entry>>,
    /// The items under each heading, as runs.
    runs: Vec<Vec<std::ops::Range<u32>>>,
    /// Words side by side that may be one elsewhere: both, and where.
    neighbours: Vec<(String, Place)>,
    words: usize,
}

/// Where a term is to be noted.
#[derive(Clone, Copy)]
struct Place {
    item: u32,
    length: u8,
    heading: u32,
    occurrence: Occurrence,
}

impl From<Place> for Entry {
    fn from(Place { item, length, heading, occurrence }: Place) -> Self {
        Self { item, length, heading, occurrences: vec![occurrence] }
    }
}

impl<'archive> Gathered<'archive> {
    fn add_issue(&mut self, issue: &SourceIssue<'archive>, patterns: &EntityPatterns) {
        self.issues.push(root::Issue { first_item: count(self.texts.len()), date: issue.date });
        for section in &issue.issue.sections {
            let text = section.heading.as_ref().map_or("", |heading| heading.text.as_str());
            let families = section.families.iter().map(|family| family.0).collect();
            let heading = self.heading(Heading { text: text.to_owned(), families });
            let first = count(self.texts.len());
            for item in section.items() {
                self.add_item(issue, item, heading, patterns);
            }
            let end = count(self.texts.len());
            let Some(runs) = self.runs.get_mut(usize::try_from(heading).unwrap_or(0)) else {
                continue;
            };
            match runs.last_mut().filter(|run| run.end == first) {
                Some(run) => run.end = end,
                None if first < end => runs.push(first..end),
                None => {}
            }
        }
    }

    fn heading(&mut self, heading: Heading) -> u32 {
        let place = self.headings.iter().position(|known| *known == heading);
        count(place.unwrap_or_else(|| {
            self.headings.push(heading);
            self.runs.push(Vec::new());
            self.headings.len() - 1
        }))
    }

    fn add_item(
        &mut self,
        issue: &SourceIssue<'archive>,
        item: &'archive Item,
        heading: u32,
        patterns: &EntityPatterns,
    ) {
        let own_heading = item.heading.as_ref().map_or("", |heading| heading.text.as_str());
        let in_heading = tokens(own_heading);
        let in_text = tokens(&item.text);
        let is_word = |token: &&Token| token.shape == Shape::Word;
        let length = in_heading.iter().chain(&in_text).filter(is_word).count();
        self.words += length;
        let text_start = in_heading.last().map_or(0, |last| last.position + GAP);
        let number = count(self.texts.len());
        let place = |position, field| Place {
            item: number,
            length: length_class(length),
            heading,
            occurrence: Occurrence { position, field },
        };
        for (tokens, start, field) in
            [(&in_heading, 0, Field::Heading), (&in_text, text_start, Field::Text)]
        {
            let field =
                |token: &Token| if token.shape == Shape::Part { Field::Part } else { field };
            let places: Vec<Place> =
                tokens.iter().map(|token| place(start + token.position, field(token))).collect();
            self.add_neighbours(tokens, &places);
            for (token, place) in tokens.iter().zip(places) {
                self.note(&token.term, place);
            }
        }
        let headlined = patterns.in_text(own_heading);
        for entity in &item.entities {
            let EntityTerm { term, qualifier } = EntityTerm::new(entity);
            // In the lowest bit, whether the heading says it.
            let position = qualifier << 1 | u32::from(headlined.contains(entity));
            self.note(&term, place(position, Field::Link));
        }
        self.texts.push(ItemText {
            issue: IssueText { path: issue.path, slug: issue.slug, title: issue.title },
            anchor: item.anchor.as_str(),
            heading: own_heading,
            text: &item.text,
        });
    }

    /// Notes every two words that stand side by side.
    fn add_neighbours(&mut self, tokens: &[Token], places: &[Place]) {
        let plain = tokens.iter().zip(places).filter(|(token, _)| {
            token.shape == Shape::Word
                && token.term.len() > 1
                && token.term.bytes().all(|byte| byte.is_ascii_lowercase())
                && !is_function_word(&token.term)
        });
        let mut before: Option<(&Token, &Place)> = None;
        for (token, place) in plain {
            if let Some((first, at)) = before
                && first.position + 1 == token.position
                // Hyphenated words are joined already.
                && !token.is_glued
            {
                self.neighbours.push(([&*first.term, &token.term].concat(), *at));
            }
            before = Some((token, place));
        }
    }

    /// `node port` is found as `nodeport` too, where that is a word of the archive.
    fn join_neighbours(&mut self) {
        for (joined, place) in std::mem::take(&mut self.neighbours) {
            if self.terms.contains_key(&joined) {
                let occurrence = Occurrence { field: Field::Part, ..place.occurrence };
                self.note(&joined, Place { occurrence, ..place });
            }
        }
        // Each by itself, so that the order of terms is all the same.
        self.terms.values_mut().flatten().for_each(|Entry { occurrences, .. }| {
            occurrences.sort_by_key(|occurrence| {
                (occurrence.field == Field::Link, occurrence.position, occurrence.field)
            });
            occurrences.dedup();
        });
    }

    fn note(&mut self, term: &str, place: Place) {
        let Some(entries) = self.terms.get_mut(term) else {
            self.terms.insert(term.to_owned(), vec![Entry::from(place)]);
            return;
        };
        // Joined neighbours come after everything else, so the item need not be the last one.
        let after = match entries.last() {
            Some(last) if last.item < place.item => entries.len(),
            _ => entries.partition_point(|entry| entry.item < place.item),
        };
        match entries.get_mut(after).filter(|entry| entry.item == place.item) {
            Some(entry) => entry.occurrences.push(place.occurrence),
            None => entries.insert(after, Entry::from(place)),
        }
    }

    /// All terms, in the order of their bytes.
    fn sorted_terms(&self) -> Vec<(&str, &[Entry])> {
        let terms = self.terms.iter().map(|(term, entries)| (term.as_str(), entries.as_slice()));
        let mut terms: Vec<_> = terms.collect();
        terms.sort_unstable_by_key(|(term, _)| *term);
        terms
    }

    /// Gives the first term of each part.
    fn write_terms(&self, terms: &[(&str, &[Entry])], built: &mut Built) -> Vec<String> {
        let mut postings = Vec::with_capacity(terms.len() + self.runs.len());
        for (term, entries) in terms {
            let mut bytes = Vec::new();
            let mut item_before = None;
            for entry in *entries {
                put_posting(&mut bytes, item_before, entry);
                item_before = Some(entry.item);
            }
            postings.push((Cow::Borrowed(*term), count(entries.len()), bytes));
        }
        for (heading, runs) in self.runs.iter().enumerate() {
            let mut bytes = Vec::new();
            let mut end_before = 0;
            for run in runs {
                put_run(&mut bytes, end_before, run);
                end_before = run.end;
            }
            let items = runs.iter().map(|run| run.end - run.start).sum();
            postings.push((Cow::Owned(heading_term(count(heading))), items, bytes));
        }
        postings.sort_by(|(one, ..), (other, ..)| one.cmp(other));
        let mut first_terms = Vec::new();
        let mut part = PartWriter::new();
        for (term, items, bytes) in &postings {
            if part.is_full_with(bytes.len(), TERM_PART_BYTES) {
                let full = std::mem::replace(&mut part, PartWriter::new());
                full.finish(&mut first_terms, &mut built.parts);
            }
            part.put(term, *items, bytes);
        }
        part.finish(&mut first_terms, &mut built.parts);
        first_terms
    }

    fn write_texts(&self, built: &mut Built) {
        let len = usize::try_from(ITEMS_PER_PART).unwrap_or(usize::MAX);
        for (number, items) in self.texts.chunks(len).enumerate() {
            built.parts.push((PartId::Texts(count(number)), texts::encode(items)));
        }
    }
}

fn write_words(terms: &[(&str, &[Entry])], built: &mut Built) {
    let mut parts: BTreeMap<PartId, Vec<(&str, u32)>> =
        ('a'..='z').map(|letter| (words::part_of(letter), Vec::new())).collect();
    for &(term, entries) in terms {
        let part = term.chars().next().and_then(|first| parts.get_mut(&words::part_of(first)));
        if let Some(part) = part.filter(|_| term.chars().count() > 2 && words::is_plain(term)) {
            part.push((term, count(entries.len())));
        }
    }
    for (id, words) in parts {
        built.parts.push((id, words::encode(words.into_iter())));
    }
}

/// The term of all items under a section heading.
pub(crate) fn heading_term(place: u32) -> String {
    let mut term = String::from(HEADING_MARK);
    term.push_str(&digits(place));
    term
}
