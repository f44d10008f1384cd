//! What narrows a search: sections and years come before an answer, and their counts follow it when typing
//! pauses, since nobody reads them between two keys, and showing them takes longer than showing hits.

use leptos::prelude::*;

use super::archive::Archive;
use super::reading::Reading;
use super::search::{Answer, Search};
use crate::platform::timer;

/// How long no answer comes before the counts follow.
const COUNTS_PAUSE_MS: i32 = 150;

/// What a search can be narrowed to, each with its hits; `None` while nothing has been counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// Section families by id and name.
    pub sections: Vec<(String, String, Option<u32>)>,
    /// Newest first.
    pub years: Vec<(i32, Option<u32>)>,
}

impl Counts {
    fn of(answer: &Answer) -> Self {
        let sections = answer.sections.iter().cloned();
        Self {
            sections: sections.map(|(id, name, hits)| (id, name, Some(hits))).collect(),
            years: answer.years.iter().map(|(year, hits)| (*year, Some(*hits))).collect(),
        }
    }

    fn none_yet(archive: &Archive) -> Self {
        let families = archive.manifest.families.iter();
        Self {
            sections: families
                .map(|family| (family.id.clone(), family.name.clone(), None))
                .collect(),
            years: archive.years().into_iter().map(|year| (year, None)).collect(),
        }
    }
}

/// Whether it is the turn of what needs no answer: after the page itself, unless the reader comes back to
/// an answer that stood there.
pub fn turn_before_answer(search: Search) -> ReadSignal<bool> {
    let is_turn = RwSignal::new(search.answered().with_untracked(Option::is_some));
    if !is_turn.get_untracked() {
        // The page may have been left meanwhile.
        timer::after_ms(0, move || {
            let _ = is_turn.try_set(true);
        });
    }
    is_turn.read_only()
}

/// The counts of the answer to what was typed before the last pause.
pub fn counts_after_pause(reading: &Reading) -> RwSignal<Counts> {
    let (search, archive) = (reading.search, reading.archive.clone());
    let counts_now = move || {
        search.answered().with_untracked(|answered| match answered {
            Some((_, answer)) => Counts::of(answer),
            None => Counts::none_yet(&archive),
        })
    };
    let counts = RwSignal::new(counts_now());
    let newest = StoredValue::new(0_u32);
    Effect::new(move || {
        search.answered().track();
        let number = newest.get_value().wrapping_add(1);
        newest.set_value(number);
        let counts_now = counts_now.clone();
        timer::after_ms(COUNTS_PAUSE_MS, move || {
            // The page may have been left meanwhile.
            if newest.try_get_value() == Some(number) {
                counts.set(counts_now());
            }
        });
    });
    counts
}
