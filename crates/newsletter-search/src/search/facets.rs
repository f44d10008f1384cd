//! Counts for choices: how many hits each would leave.

use newsletter::date::Date;

use super::matching::Matched;
use super::plan::Plan;
use crate::index::Index;

/// See [`crate::Answer`].
#[derive(Debug, Default)]
pub(super) struct Facets {
    pub(super) sections: Vec<usize>,
    pub(super) years: Vec<(i32, usize)>,
}

/// `matched` is in the order of items, and not narrowed by what was chosen beside the query.
pub(super) fn count(index: &Index, plan: &Plan, matched: &[Matched]) -> Facets {
    let mut sections = vec![0; index.root.families.len()];
    for matched in matched {
        if !plan.filter.chosen(matched.item, matched.heading).by_date {
            continue;
        }
        let families = index.heading(matched.heading).map(|heading| heading.families.as_slice());
        for family in families.unwrap_or_default() {
            if let Some(count) = sections.get_mut(usize::from(*family)) {
                *count += 1;
            }
        }
    }
    let mut years: Vec<i32> = index.root.issues.iter().map(|issue| issue.date.year).collect();
    years.dedup();
    let day = |year, month, day| Some(Date { year, month, day });
    let years = years.into_iter().map(|year| {
        let items = index.items_between(day(year, 1, 1), day(year, 12, 31));
        let start = matched.partition_point(|matched| matched.item < items.start);
        let end = matched.partition_point(|matched| matched.item < items.end);
        let of_year = matched.get(start..end).unwrap_or_default().iter();
        let is_chosen =
            |matched: &&Matched| plan.filter.chosen(matched.item, matched.heading).by_section;
        (year, of_year.filter(is_chosen).count())
    });
    Facets { sections, years: years.collect() }
}
