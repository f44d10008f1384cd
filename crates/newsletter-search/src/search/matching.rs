//! Which items have all groups, and how well.

use super::filter::is_set;
use super::found::Found;
use super::lookup::{Evaluated, FoundGroup};
use super::plan::Plan;
use crate::PartId;
use crate::answer::Match;
use crate::index::Index;
use crate::index::heading_term;
use crate::index::terms::{Terms, runs};
use crate::rank::{Score, WEIGHTS, rarity, saturated, to_float};
use crate::search::missing::Missing;

/// An item that fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Matched {
    pub(crate) item: u32,
    pub(crate) heading: u32,
    pub(crate) score: Score,
}

/// How much of a query an item must have if no item has all of it.
///
/// An entity or a phrase is never left out; with one, what is left may be that alone.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Floor {
    /// For each group, whether nothing can stand for it.
    required: Vec<bool>,
    /// How many groups it must have.
    groups: usize,
    /// The sum of the rarities of its groups.
    rarity: f32,
}

/// Of so many groups all are required: one of two says too little of what was meant.
const MIN_GROUPS: usize = 3;

/// How much of all rarity an item must have. A larger number finds less that was not meant. 0 to 1.
const MIN_RARITY: f32 = 0.6;

impl Floor {
    /// `None` if the query cannot be relaxed.
    pub(crate) fn of(plan: &Plan, evaluated: &Evaluated, items: u32) -> Option<Self> {
        let required: Vec<bool> = plan.wanted.iter().map(|group| group.word.is_none()).collect();
        let len = required.len();
        let all: f32 =
            evaluated.wanted.iter().map(|group| rarity(group.list.found.len(), items)).sum();
        let is_relaxable = required.contains(&false);
        if required.contains(&true) {
            return is_relaxable.then_some(Self { required, groups: 1, rarity: 0.0 });
        }
        let floor = Self { required, groups: (len * 2).div_ceil(3), rarity: all * MIN_RARITY };
        (is_relaxable && len >= MIN_GROUPS).then_some(floor)
    }
}

/// The items that fit the query itself, in order. With a floor, those that have as much of it.
pub(crate) fn all(
    index: &Index,
    plan: &Plan,
    evaluated: &Evaluated,
    floor: Option<&Floor>,
    missing: &mut Missing,
) -> Vec<Matched> {
    let mut matched = in_lists(index, plan, evaluated, floor);
    let said_by_section = said_by_section(index, evaluated);
    if said_by_section.contains(&true) {
        add_sections(index, &said_by_section, &mut matched, missing);
    }
    matched.retain(|matched| plan.filter.allows(matched.item, matched.heading));
    for group in &evaluated.unwanted {
        let is_unwanted =
            |item| group.list.found.binary_search_by_key(&item, |found| found.item).is_ok();
        matched.retain(|matched| !is_unwanted(matched.item));
    }
    matched
}

fn in_lists(
    index: &Index,
    plan: &Plan,
    evaluated: &Evaluated,
    floor: Option<&Floor>,
) -> Vec<Matched> {
    let groups = &evaluated.wanted;
    let rarities: Vec<f32> =
        groups.iter().map(|group| rarity(group.list.found.len(), index.root.items)).collect();
    let mut heads: Vec<&[Found]> = groups.iter().map(|group| group.list.found.as_slice()).collect();
    let mut here: Vec<Option<&Found>> = vec![None; groups.len()];
    let mut matched = Vec::new();
    while let Some(item) = next_item(groups, &heads, floor.is_some()) {
        let mut heading = 0;
        for (head, here) in heads.iter_mut().zip(&mut here) {
            let skipped = head.iter().take_while(|found| found.item < item).count();
            *head = head.get(skipped..).unwrap_or_default();
            *here = head.first().filter(|found| found.item == item);
            if let Some(found) = *here {
                heading = found.heading;
                *head = head.get(1..).unwrap_or_default();
            }
        }
        if !plan.filter.allows(item, heading) {
            continue;
        }
        if let Some(score) = score(index, groups, &here, &rarities, heading, floor) {
            matched.push(Matched { item, heading, score });
        }
    }
    matched
}

/// The next item that may have everything. If all of a group's occurrences are in its list, no item
/// without one is worth a look.
fn next_item(groups: &[FoundGroup], heads: &[&[Found]], is_relaxed: bool) -> Option<u32> {
    let mut furthest = None;
    for (group, head) in groups.iter().zip(heads) {
        if !is_relaxed && group.headings.is_empty() {
            furthest = furthest.max(Some(head.first()?.item));
        }
    }
    furthest.or_else(|| heads.iter().filter_map(|head| head.first()).map(|found| found.item).min())
}

/// `None` if the item lacks too much.
fn score(
    index: &Index,
    groups: &[FoundGroup],
    here: &[Option<&Found>],
    rarities: &[f32],
    heading: u32,
    floor: Option<&Floor>,
) -> Option<Score> {
    let mut score = Score::default();
    let (mut had, mut had_rarity, mut in_heading) = (0, 0.0, 0);
    let required = floor.map(|floor| floor.required.as_slice());
    for (place, ((group, found), rarity)) in groups.iter().zip(here).zip(rarities).enumerate() {
        let by_section = if is_set(&group.headings, heading) { WEIGHTS.section } else { 0.0 };
        let (weight, length) = match found {
            Some(found) => {
                score.kind = score.kind.max(found.kind);
                in_heading += usize::from(found.is_in_heading);
                (found.weight + by_section, found.length)
            }
            None => (by_section, 0),
        };
        if weight <= 0.0 {
            match required.and_then(|required| required.get(place)) {
                Some(false) => continue,
                _ => return None,
            }
        }
        had += 1;
        had_rarity += rarity;
        score.words += rarity * saturated(weight, length, index.root.mean_length);
    }
    if let Some(floor) = floor {
        if had < floor.groups || had_rarity < floor.rarity {
            return None;
        }
        score.kind = Match::Partial;
    }
    if groups.len() > 1 {
        score.proximity = WEIGHTS.proximity * had_rarity * nearness(groups, here);
    }
    if in_heading == groups.len() {
        score.heading = WEIGHTS.all_in_heading * had_rarity;
    }
    let is_as_typed = here.iter().flatten().all(|found| found.is_as_typed);
    Some(score.banded(rarities.iter().sum(), index.root.items, is_as_typed))
}

/// 1 if all groups that the item has stand side by side, towards 0 the farther apart they are.
fn nearness(groups: &[FoundGroup], here: &[Option<&Found>]) -> f32 {
    let mut lists: Vec<&[u32]> = Vec::with_capacity(groups.len());
    for (group, found) in groups.iter().zip(here) {
        let positions = found.map(|found| group.list.positions(found)).unwrap_or_default();
        if !positions.is_empty() {
            lists.push(positions);
        }
    }
    let count = lists.len();
    if count < 2 {
        return 0.0;
    }
    let mut narrowest = u32::MAX;
    loop {
        let heads = || lists.iter().filter_map(|list| list.first().copied());
        let (Some(first), Some(last)) = (heads().min(), heads().max()) else { break };
        narrowest = narrowest.min(last - first);
        // Only moving the first one can bring them nearer.
        let Some(behind) = lists.iter_mut().find(|list| list.first() == Some(&first)) else {
            break;
        };
        *behind = behind.get(1..).unwrap_or_default();
        if behind.is_empty() {
            break;
        }
    }
    let side_by_side = to_float(count - 1);
    let span = to_float(usize::try_from(narrowest).unwrap_or(usize::MAX)).max(side_by_side);
    side_by_side / span
}

/// For each section heading, whether it alone says every group; without groups all do.
fn said_by_section(index: &Index, evaluated: &Evaluated) -> Vec<bool> {
    let mut said = vec![true; index.root.headings.len()];
    for group in &evaluated.wanted {
        for (said, own) in said.iter_mut().zip(0..) {
            *said &= is_set(&group.headings, own);
        }
    }
    said
}

/// Adds the items of sections whose headings say all that is asked.
fn add_sections(index: &Index, said: &[bool], matched: &mut Vec<Matched>, missing: &mut Missing) {
    let known: Vec<u32> = matched.iter().map(|matched| matched.item).collect();
    for (heading, _) in (0..).zip(said).filter(|(_, said)| **said) {
        let term = heading_term(heading);
        let Some(id) = index.part_of(&term).next().map(PartId::Terms) else { continue };
        let Some(part) = index.part(id) else {
            missing.add(id);
            continue;
        };
        let mut terms = Terms::new(part);
        while let Ok(Some(found)) = terms.next() {
            if terms.term != term.as_bytes() {
                continue;
            }
            // No archive has more hits than items, whatever the bytes say.
            let most = usize::try_from(index.root.items).unwrap_or(usize::MAX);
            let room = most.saturating_sub(matched.len());
            let items = runs(found.postings).flatten().take_while(|item| *item < index.root.items);
            for item in items.take(room) {
                if known.binary_search(&item).is_err() {
                    let score = Score { words: WEIGHTS.section, ..Score::default() };
                    matched.push(Matched { item, heading, score });
                }
            }
        }
    }
    matched.sort_by_key(|matched| matched.item);
    matched.dedup_by_key(|matched| matched.item);
}
