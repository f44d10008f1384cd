//! Hits as they are listed: where they lead, what of them is shown, and what makes them a group.

use crate::components::hit_list::{ListedHit, Shared};
use crate::route::{self, Query};
use crate::state::reading::Reading;
use crate::state::search::Hit;
use crate::state::snippet::snippet;
use crate::wording::long_date_of;

/// Different marked pieces that the address of a hit carries.
const MARKS: usize = 6;

/// The hits of an answer as they are listed.
pub(super) fn listed(reading: &Reading, hits: &[Hit]) -> Vec<ListedHit> {
    let mut before: Option<&Hit> = None;
    hits.iter()
        .map(|hit| {
            let shared = match before.replace(hit) {
                Some(before) if path_of(&before.url) != path_of(&hit.url) => Shared::Nothing,
                Some(before) if before.section == hit.section => Shared::Section,
                Some(_) => Shared::Issue,
                None => Shared::Nothing,
            };
            line(reading, hit, shared)
        })
        .collect()
}

/// The address of a hit's issue.
fn path_of(url: &str) -> &str {
    url.split_once('#').map_or(url, |(path, _)| path)
}

fn line(reading: &Reading, hit: &Hit, shared: Shared) -> ListedHit {
    let (path, fragment) = hit.url.split_once('#').unwrap_or((&hit.url, ""));
    let mut marks: Vec<String> = Vec::new();
    for piece in hit.heading.iter().chain(&hit.text).filter(|piece| piece.is_marked) {
        let mark = piece.text.to_lowercase();
        if marks.len() < MARKS && !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    let address = route::entry(path).with_query(Query { marks, ..Query::default() });
    ListedHit {
        href: reading.href(&address.with_fragment(fragment)),
        long_date: long_date_of(&hit.date),
        date: hit.date.clone(),
        section: hit.section.clone(),
        title: hit.title.clone(),
        heading: hit.heading.clone(),
        text: snippet(&hit.text),
        shared,
    }
}
