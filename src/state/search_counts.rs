//! Counts of sections and years, which follow an answer when typing pauses: nobody reads them between
//! two keys, and showing them takes longer than showing hits.

use leptos::prelude::*;

use super::search::Search;
use crate::platform::timer;

/// How long no answer comes before the counts follow.
const COUNTS_PAUSE_MS: i32 = 150;

/// Sections by id and name, and years, each with its hits.
pub type Counts = (Vec<(String, String, u32)>, Vec<(i32, u32)>);

/// The counts of the answer to what was typed before the last pause.
pub fn counts_after_pause(search: Search) -> RwSignal<Counts> {
    let counts_now =
        move || search.with_answer(|answer| (answer.sections.clone(), answer.years.clone()));
    let counts = RwSignal::new(untrack(counts_now));
    let newest = StoredValue::new(0_u32);
    Effect::new(move || {
        search.answered().track();
        let number = newest.get_value().wrapping_add(1);
        newest.set_value(number);
        timer::after_ms(COUNTS_PAUSE_MS, move || {
            // The page may have been left meanwhile.
            if newest.try_get_value() == Some(number) {
                counts.set(untrack(counts_now));
            }
        });
    });
    counts
}
