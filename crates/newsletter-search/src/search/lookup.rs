//! From groups to where they occur: which terms of the index are meant, and which parts hold them.

use std::cmp::Reverse;
use std::ops::Range;

use super::found::{FoundList, phrase_weight, word_weight};
use super::group::{Alternative, Group, PhraseWord, Which, Word};
use super::missing::Missing;
use super::plan::Plan;
use super::typo;
use crate::PartId;
use crate::analysis::{beginning_of_forms, irregular_forms, stem};
use crate::answer::Match;
use crate::index::terms::{Field, Occurrence, Terms};
use crate::index::{HeadingWord, Index};
use crate::rank::WEIGHTS;

/// The beginning of a word is looked for in at most so many parts that are not here yet: a short one
/// would need too many. A larger number costs more bytes for the first letters that are typed.
const MAX_PARTS: usize = 3;

/// The postings of what a beginning stands for are read until they are so many bytes, those of the
/// words in most items first. A larger number makes keys slower in a large archive.
const MAX_BEGUN_BYTES: usize = 60_000;

/// The same for a beginning of one or two letters, which nobody looks for: what is shown for it is
/// gone with the next key.
const MAX_SHORT_BEGUN_BYTES: usize = 20_000;

/// Shorter stems have no other forms that rules of spelling make; a larger number leaves some out.
const MIN_STEM: usize = 3;

/// Other forms of a word are longer than what they share by at most so many letters.
const MAX_ENDING: usize = 7;

/// The groups of a plan, found.
#[derive(Debug, Default)]
pub(crate) struct Evaluated {
    /// In the order of the plan's groups.
    pub(crate) wanted: Vec<FoundGroup>,
    pub(crate) unwanted: Vec<FoundGroup>,
}

/// A group as far as it is found.
#[derive(Debug, Default)]
pub(crate) struct FoundGroup {
    pub(crate) list: FoundList,
    /// For each section heading, whether it says the word; empty if none does.
    pub(crate) headings: Vec<bool>,
    /// The terms that were found, to be marked.
    pub(crate) terms: Vec<String>,
    /// Runs of words that were found, to be marked as a whole.
    pub(crate) phrases: Vec<Vec<PhraseWord>>,
    /// What the word may have been meant as, where it stands in the query.
    pub(crate) correction: Option<(Range<usize>, String)>,
}

pub(crate) fn evaluate(index: &Index, plan: &Plan, missing: &mut Missing) -> Evaluated {
    let wanted = plan.wanted.iter().map(|group| evaluate_wanted(index, group, missing)).collect();
    let unwanted = plan
        .unwanted
        .iter()
        .map(|group| {
            let mut found = FoundGroup::default();
            find_all(index, group, &mut found, missing);
            found.list.settle();
            found
        })
        .collect();
    Evaluated { wanted, unwanted }
}

fn evaluate_wanted(index: &Index, group: &Group, missing: &mut Missing) -> FoundGroup {
    let mut found = FoundGroup::default();
    let known = missing.count();
    find_all(index, group, &mut found, missing);
    let is_nowhere = |found: &FoundGroup, missing: &Missing| {
        found.list.found.is_empty() && missing.count() == known
    };
    if is_nowhere(&found, missing) && !group.in_parts.is_empty() {
        find_phrase(index, &group.in_parts, &mut found, missing);
    }
    if let Some(word) = &group.word {
        found.headings = in_headings(index, word);
        if is_nowhere(&found, missing) && found.headings.is_empty() {
            correct(index, word, &mut found, missing);
        }
    }
    found.list.settle();
    found
}

fn find_all(index: &Index, group: &Group, found: &mut FoundGroup, missing: &mut Missing) {
    for alternative in &group.alternatives {
        match alternative {
            Alternative::Word { term, is_begun } => {
                find_word(index, term, *is_begun, found, missing);
            }
            Alternative::Term(term) => {
                let forms = forms(index, &Wanted::exactly(term), missing);
                add_forms(forms, found, word_weight);
            }
            Alternative::Entity { term, which, is_begun } => {
                let wanted = Wanted { is_begun: *is_begun, ..Wanted::exactly(term) };
                let forms = forms(index, &wanted, missing);
                add_forms(forms, found, |occurrence| entity_weight(occurrence, *which));
            }
            Alternative::Phrase(words) => find_phrase(index, words, found, missing),
        }
    }
}

fn find_word(
    index: &Index,
    term: &str,
    is_begun: bool,
    found: &mut FoundGroup,
    missing: &mut Missing,
) {
    let irregular: Vec<&str> = irregular_forms(term).collect();
    let stems = std::iter::once(term).chain(irregular.iter().copied());
    let mut stems: Vec<String> = stems.map(|form| stem(form).into_owned()).collect();
    stems.sort_unstable();
    stems.dedup();
    let wanted = Wanted { term, stems, irregular, is_begun };
    add_forms(forms(index, &wanted, missing), found, word_weight);
}

fn correct(index: &Index, word: &Word, found: &mut FoundGroup, missing: &mut Missing) {
    let known = missing.count();
    let similar = typo::similar(index, word, missing);
    for candidate in &similar {
        for mut form in forms(index, &Wanted::exactly(candidate), missing) {
            form.kind = Match::Fuzzy;
            add_forms(vec![form], found, word_weight);
        }
    }
    let best = similar.into_iter().next().filter(|_| missing.count() == known);
    found.correction = best.map(|best| (word.span.clone(), best));
}

fn find_phrase(index: &Index, words: &[PhraseWord], found: &mut FoundGroup, missing: &mut Missing) {
    let mut whole: Option<FoundList> = None;
    for word in words {
        let wanted = Wanted { is_begun: word.is_begun, ..Wanted::exactly(&word.term) };
        let mut group = FoundGroup::default();
        for mut form in forms(index, &wanted, missing) {
            form.weight = 1.0;
            add_forms(vec![form], &mut group, phrase_weight);
        }
        group.list.settle();
        whole = Some(match whole {
            None => group.list,
            Some(before) => before.followed_by(&group.list, word.offset),
        });
    }
    found.phrases.push(words.to_vec());
    found.list.append(whole.unwrap_or_default());
}

fn add_forms(
    forms: Vec<Form<'_>>,
    found: &mut FoundGroup,
    weigh: impl Fn(Occurrence) -> Option<f32>,
) {
    for form in forms {
        let weight = form.weight;
        found.list.add(form.postings, form.kind, form.weight >= 1.0, |occurrence| {
            weigh(occurrence).map(|weighed| weighed * weight)
        });
        found.terms.push(form.term);
    }
}

fn entity_weight(occurrence: Occurrence, which: Which) -> Option<f32> {
    let (qualifier, is_in_heading) = (occurrence.position >> 1, occurrence.position & 1 == 1);
    let is_meant = match which {
        Which::Any => true,
        Which::Only(only) => qualifier == only,
        Which::AllBut(but) => qualifier != but,
    };
    let weight = if is_in_heading { WEIGHTS.heading } else { WEIGHTS.link };
    (occurrence.field == Field::Link && is_meant).then_some(weight)
}

/// What terms are looked for.
struct Wanted<'term> {
    term: &'term str,
    /// Stems of other forms; empty if no other form will do.
    stems: Vec<String>,
    /// Other forms that no stem tells.
    irregular: Vec<&'static str>,
    /// Whether longer terms will do.
    is_begun: bool,
}

impl<'term> Wanted<'term> {
    fn exactly(term: &'term str) -> Self {
        Self { term, stems: Vec::new(), irregular: Vec::new(), is_begun: false }
    }

    /// How a term of the index is what is wanted, and what that weighs.
    fn fits(&self, term: &str) -> Option<(Match, f32)> {
        if term == self.term {
            return Some((Match::Exact, 1.0));
        }
        let has_stem = |wanted: &String| {
            let beginning = beginning_of_forms(wanted);
            beginning.len() >= MIN_STEM
                && term.starts_with(beginning)
                && term.len() <= beginning.len() + MAX_ENDING
                && stem(term) == *wanted
        };
        if self.irregular.contains(&term) || self.stems.iter().any(has_stem) {
            return Some((Match::Exact, WEIGHTS.other_form));
        }
        let ending = term.strip_prefix(self.term).filter(|_| self.is_begun)?;
        // `1.3` is not the beginning of `1.30`, and no number is that of another.
        let ends_in_digit = self.term.ends_with(|last: char| last.is_ascii_digit());
        let goes_on = ending.starts_with(|next: char| next.is_ascii_digit() || next == '.');
        (!ends_in_digit || !goes_on).then_some((Match::Prefix, 1.0))
    }

    /// The parts to look into, those that must be there first.
    fn parts(&self, index: &Index) -> Vec<Range<u32>> {
        let own = index.parts_of(self.term);
        let mut parts = Vec::from([index.part_of(self.term)]);
        for stem in &self.stems {
            let beginning = beginning_of_forms(stem);
            if beginning.len() >= MIN_STEM {
                parts.push(index.parts_of(beginning));
            }
        }
        for form in &self.irregular {
            parts.push(index.part_of(form));
        }
        if self.is_begun {
            parts.push(own);
        }
        parts
    }
}

/// A term that fits.
struct Form<'part> {
    term: String,
    postings: &'part [u8],
    items: u32,
    kind: Match,
    weight: f32,
}

fn forms<'index>(
    index: &'index Index,
    wanted: &Wanted<'_>,
    missing: &mut Missing,
) -> Vec<Form<'index>> {
    let mut forms = Vec::new();
    let mut looked_into: Vec<u32> = Vec::new();
    for parts in wanted.parts(index) {
        let absent = parts.clone().filter(|part| !index.has(PartId::Terms(*part))).count();
        for number in parts {
            if looked_into.contains(&number) {
                continue;
            }
            looked_into.push(number);
            let id = PartId::Terms(number);
            match index.part(id) {
                Some(part) => forms.extend(forms_in(part, wanted)),
                None if absent <= MAX_PARTS => missing.add(id),
                None => missing.add_later(id),
            }
        }
    }
    forms.sort_by_key(|form| (form.kind, Reverse(form.items)));
    let is_short = wanted.term.chars().nth(2).is_none();
    let most = if is_short { MAX_SHORT_BEGUN_BYTES } else { MAX_BEGUN_BYTES };
    let mut postings = 0;
    forms.retain(|form| {
        let is_kept = form.kind != Match::Prefix || postings < most;
        postings += form.postings.len();
        is_kept
    });
    forms
}

fn forms_in<'part>(part: &'part [u8], wanted: &Wanted<'_>) -> Vec<Form<'part>> {
    let mut forms = Vec::new();
    let mut terms = Terms::new(part);
    // Most terms differ in the first letter from all that is wanted.
    let first = |text: &str| text.bytes().next();
    let mut firsts = vec![first(wanted.term)];
    firsts.extend(wanted.stems.iter().map(|stem| first(stem)));
    firsts.extend(wanted.irregular.iter().map(|form| first(form)));
    while let Ok(Some(found)) = terms.next() {
        if !firsts.contains(&terms.term.first().copied()) {
            continue;
        }
        let Ok(term) = std::str::from_utf8(&terms.term) else { continue };
        if let Some((kind, weight)) = wanted.fits(term) {
            let (items, postings) = (found.items, found.postings);
            forms.push(Form { term: term.to_owned(), postings, items, kind, weight });
        }
    }
    forms
}

/// Which section headings have the word in any of its forms, or begin one with it; empty if none.
fn in_headings(index: &Index, word: &Word) -> Vec<bool> {
    let stem_of_word = stem(&word.term);
    let fits = |own: &HeadingWord| {
        own.stem == stem_of_word
            || (word.is_begun && word.term.len() > 2 && own.term.starts_with(&word.term))
    };
    let has = |words: &Vec<HeadingWord>| words.iter().any(fits);
    let headings: Vec<bool> = index.heading_words.iter().map(has).collect();
    if headings.contains(&true) { headings } else { Vec::new() }
}
