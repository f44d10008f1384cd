//! What a card says of an issue, and of the publication.

use bundle_format::{IssueEntry, Manifest};
use masthead::wording::long_date;

use super::Card;
use crate::check::counted;

impl Card {
    /// The card of the publication, which is found at `site`. Nothing on it changes from week to week.
    pub(super) fn of_publication(manifest: &Manifest, site: &str) -> Self {
        let first_year = manifest.issues.iter().map(IssueEntry::year).min();
        let line = Some(manifest.description.clone()).filter(|line| !line.is_empty());
        Self {
            place: place(site).to_owned(),
            above: first_year.map(|year| format!("Since {year}")).unwrap_or_default(),
            title: manifest.title.clone(),
            headlines: line.into_iter().collect(),
            ..Self::default()
        }
    }

    /// The card of one issue.
    pub(super) fn of_issue(manifest: &Manifest, site: &str, issue: &IssueEntry) -> Self {
        let date = long_date(issue.date());
        let items = counted(issue.item_count() as usize, "item");
        Self {
            name: manifest.title.clone(),
            place: place(site).to_owned(),
            above: format!("{date} · {items}"),
            title: issue.title.clone(),
            date,
            headlines: issue.headlines.clone(),
            sections: sections(manifest, issue),
        }
    }
}

/// The families of an issue in their order, with the number of its items: "Deprecated 5".
fn sections(manifest: &Manifest, issue: &IssueEntry) -> Vec<String> {
    let counted = (0_u8..).zip(&manifest.families).filter_map(|(place, family)| {
        let items = issue.items_in(place).filter(|&items| items > 0)?;
        Some(format!("{} {items}", family.name))
    });
    counted.collect()
}

/// A public address as people say it: `lwkd.info`.
fn place(site: &str) -> &str {
    let place = site.split_once("://").map_or(site, |(_, place)| place);
    place.strip_prefix("www.").unwrap_or(place)
}
