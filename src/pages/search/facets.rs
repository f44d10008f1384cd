//! Narrowing a search: what is chosen is in the address.

use leptos::prelude::*;

use crate::components::facet_chips::{Facet, FacetChips};
use crate::components::search_options::SearchOptions;
use crate::route::Query;
use crate::state::reading::Reading;
use crate::state::search_counts::counts_after_pause;

/// Sections, years, order and days to choose.
pub(super) fn facets(reading: &Reading) -> impl IntoView + use<> {
    let (query, navigation, counts) =
        (reading.query(), reading.navigation, counts_after_pause(reading));
    let change = move |change: &dyn Fn(&mut Query)| {
        let mut next = query.get_untracked();
        change(&mut next);
        navigation.choose(next);
    };
    let chosen = Memo::new(move |_| query.with(|query| query.sections.clone()));
    let days = Memo::new(move |_| query.with(|query| (query.from.clone(), query.to.clone())));
    let sections = Memo::new(move |_| {
        let sections = counts.with(|counts| counts.sections.clone()).into_iter();
        sections
            .map(|(id, name, hits)| Facet {
                is_chosen: chosen.with(|chosen| chosen.contains(&id)),
                id,
                name,
                hits,
            })
            .collect::<Vec<_>>()
    });
    let years = Memo::new(move |_| {
        let years = counts.with(|counts| counts.years.clone()).into_iter();
        years
            .map(|(year, hits)| Facet {
                is_chosen: days.with(|days| days_of(year) == *days),
                id: year.to_string(),
                name: year.to_string(),
                hits,
            })
            .collect::<Vec<_>>()
    });
    let on_section = Callback::new(move |id: String| {
        change(&|query| match query.sections.iter().position(|known| *known == id) {
            Some(place) => drop(query.sections.remove(place)),
            None => query.sections.push(id.clone()),
        });
    });
    let on_year = Callback::new(move |id: String| {
        let days = days_of(id.parse().unwrap_or_default());
        change(&|query| {
            let is_chosen = (&query.from, &query.to) == (&days.0, &days.1);
            (query.from, query.to) = if is_chosen { Default::default() } else { days.clone() };
        });
    });
    let on_sort =
        Callback::new(move |is_newest| change(&|query| query.is_newest_first = is_newest));
    let on_days = Callback::new(move |days: (String, String)| {
        change(&|query| (query.from, query.to) = days.clone());
    });
    view! {
        <FacetChips label="Sections" facets=sections on_toggle=on_section/>
        <FacetChips label="Years" facets=years on_toggle=on_year/>
        <SearchOptions
            is_newest_first=Signal::derive(move || query.with(|query| query.is_newest_first))
            from=Signal::derive(move || days.with(|(from, _)| from.clone()))
            to=Signal::derive(move || days.with(|(_, to)| to.clone()))
            on_sort=on_sort
            on_days=on_days
        />
    }
}

/// The first and the last day of a year, as in addresses.
fn days_of(year: i32) -> (String, String) {
    (format!("{year:04}-01-01"), format!("{year:04}-12-31"))
}
