//! Hits in their order, with their texts.

use super::lookup::Evaluated;
use super::marks;
use super::matching::Matched;
use super::missing::Missing;
use crate::answer::{Content, Hit};
use crate::index::Index;
use crate::request::{Request, Sort};

pub(super) fn sort(matched: &mut [Matched], order: Sort) {
    matched.sort_unstable_by_key(|matched| match order {
        Sort::Relevance => matched.score.place(matched.item),
        Sort::Newest => u64::from(matched.item),
    });
}

/// The hits that are asked for; those without a text are missed.
pub(super) fn show(
    index: &Index,
    evaluated: &Evaluated,
    matched: &[Matched],
    request: &Request,
    missing: &mut Missing,
) -> Vec<Hit> {
    let mut terms: Vec<&str> =
        evaluated.wanted.iter().flat_map(|group| &group.terms).map(String::as_str).collect();
    terms.sort_unstable();
    let phrases: Vec<_> = evaluated.wanted.iter().flat_map(|group| &group.phrases).collect();
    let marks_of = |text: &str| marks::of(text, &index.patterns, &terms, &phrases);
    let shown = matched.iter().skip(request.offset).take(request.limit);
    let hit = |matched: &Matched| {
        let heading = index.heading(matched.heading);
        let content = index.text(matched.item).map(|item| Content {
            path: item.issue.path.to_owned(),
            anchor: item.anchor.to_owned(),
            slug: item.issue.slug.to_owned(),
            title: item.issue.title.to_owned(),
            heading: item.heading.to_owned(),
            text: item.text.to_owned(),
            heading_marks: marks_of(item.heading),
            text_marks: marks_of(item.text),
        });
        if content.is_none() {
            missing.add(Index::text_part(matched.item).0);
        }
        Hit {
            item: matched.item,
            date: index.date(matched.item),
            section: heading.map_or_else(String::new, |heading| heading.text.clone()),
            families: heading.map_or_else(Vec::new, |heading| heading.families.clone()),
            kind: matched.score.kind,
            score: matched.score,
            content,
        }
    };
    shown.map(hit).collect()
}
