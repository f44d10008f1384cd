//! Where a hit must be: its section and its date.

use std::ops::Range;

use newsletter::date::Date;

use crate::analysis::{Shape, fold, stem, tokens};
use crate::index::root::Heading;
use crate::index::{HeadingWord, Index};
use crate::request::Request;

/// The operators of a query, and what was chosen beside it. The latter is apart, since counts for
/// choices leave out the choice that they are for.
#[derive(Debug)]
pub(crate) struct Filter {
    /// Whether there is any.
    pub(crate) is_any: bool,
    /// For each section heading, whether the query wants it; of several sections any will do.
    sections: Option<Vec<bool>>,
    /// For each section heading, whether the query refuses it.
    refused: Vec<bool>,
    /// Ranges of items, all of which must hold one.
    within: Vec<Range<u32>>,
    /// Ranges of items, none of which may hold one.
    without: Vec<Range<u32>>,
    chosen_headings: Option<Vec<bool>>,
    chosen_items: Range<u32>,
}

/// Whether an item fits what was chosen beside the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) by_section: bool,
    pub(crate) by_date: bool,
}

impl Filter {
    pub(crate) fn new(index: &Index, request: &Request) -> Self {
        let headings = &index.root.headings;
        let is_chosen = |place: &u8| {
            let family = index.root.families.get(usize::from(*place));
            family.is_some_and(|family| request.sections.contains(&family.id))
        };
        let chosen_headings = (!request.sections.is_empty()).then(|| {
            headings.iter().map(|heading| heading.families.iter().any(is_chosen)).collect()
        });
        Self {
            is_any: chosen_headings.is_some() || request.from.is_some() || request.to.is_some(),
            sections: None,
            refused: vec![false; headings.len()],
            within: Vec::new(),
            without: Vec::new(),
            chosen_headings,
            chosen_items: index.items_between(request.from, request.to),
        }
    }

    /// Whether there is such a section.
    pub(super) fn add_section(&mut self, index: &Index, name: &str, is_excluded: bool) -> bool {
        let wanted = named(index, name);
        let is_known = wanted.contains(&true);
        self.is_any = true;
        if is_excluded {
            either(&mut self.refused, &wanted);
        } else {
            match &mut self.sections {
                Some(sections) => either(sections, &wanted),
                None => self.sections = Some(wanted),
            }
        }
        is_known
    }

    pub(super) fn add_featured(&mut self, index: &Index, is_excluded: bool) {
        let is_featured = |heading: &Heading| {
            let mut families =
                heading.families.iter().map(|place| index.root.families.get(usize::from(*place)));
            families.any(|family| family.is_some_and(|family| family.is_featured))
        };
        self.is_any = true;
        // Unlike sections by name, this is one more condition.
        let refused: Vec<bool> =
            index.root.headings.iter().map(|heading| is_featured(heading) == is_excluded).collect();
        either(&mut self.refused, &refused);
    }

    pub(super) fn add_year(&mut self, index: &Index, year: i32, is_excluded: bool) {
        let day = |month, day| Some(Date { year, month, day });
        self.add_items(index.items_between(day(1, 1), day(12, 31)), is_excluded);
    }

    /// Items of issues before the date, or of all others.
    pub(super) fn add_before(&mut self, index: &Index, date: Date, is_excluded: bool) {
        let from_then_on = index.items_between(Some(date), None);
        self.add_items(from_then_on.end..index.root.items, is_excluded);
    }

    fn add_items(&mut self, items: Range<u32>, is_excluded: bool) {
        self.is_any = true;
        if is_excluded { &mut self.without } else { &mut self.within }.push(items);
    }

    /// Whether the query itself allows an item with this section heading.
    pub(crate) fn allows(&self, item: u32, heading: u32) -> bool {
        let has = |headings: &Vec<bool>| is_set(headings, heading);
        self.sections.as_ref().is_none_or(has)
            && !has(&self.refused)
            && self.within.iter().all(|range| range.contains(&item))
            && !self.without.iter().any(|range| range.contains(&item))
    }

    /// Whether what was chosen beside the query allows it.
    pub(crate) fn chosen(&self, item: u32, heading: u32) -> Chosen {
        let has = |headings: &Vec<bool>| is_set(headings, heading);
        Chosen {
            by_section: self.chosen_headings.as_ref().is_none_or(has),
            by_date: self.chosen_items.contains(&item),
        }
    }
}

pub(crate) fn is_set(headings: &[bool], heading: u32) -> bool {
    usize::try_from(heading).is_ok_and(|place| headings.get(place).copied().unwrap_or(false))
}

fn either(one: &mut [bool], other: &[bool]) {
    one.iter_mut().zip(other).for_each(|(one, other)| *one |= other);
}

/// The headings of the family with this id or name; without one, those with all its words.
fn named(index: &Index, name: &str) -> Vec<bool> {
    let folded = fold(name);
    let spelt = |text: &str| fold(text).replace(' ', "-") == folded.replace(' ', "-");
    let family =
        index.root.families.iter().position(|family| spelt(&family.id) || spelt(&family.name));
    let headings = &index.root.headings;
    if let Some(family) = family {
        let is_of_it = |place: &u8| usize::from(*place) == family;
        return headings.iter().map(|heading| heading.families.iter().any(is_of_it)).collect();
    }
    let words: Vec<String> = tokens(name)
        .into_iter()
        .filter(|token| token.shape == Shape::Word)
        .map(|token| stem(&token.term).into_owned())
        .collect();
    let has_all = |heading: &Vec<HeadingWord>| {
        !words.is_empty() && words.iter().all(|word| heading.iter().any(|own| own.stem == *word))
    };
    index.heading_words.iter().map(has_all).collect()
}
