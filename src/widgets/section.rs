//! One section family, from its newest issue back.

use bundle_format::IssueEntry;
use leptos::prelude::*;
use newsletter::Issue;

use super::frame::{Head, widget};
use super::markup;
use crate::components::item::ItemLinks;
use crate::components::section::Blocks;
use crate::route;
use crate::state::archive::Archive;
use crate::wording::{count, iso_date, long_date};

/// The sections of `family`, a place in the manifest, in these issues, the first `shown` of which are to be
/// seen unless the address says otherwise.
pub fn section(
    archive: &Archive,
    family: u8,
    issues: &[(&IssueEntry, &Issue)],
    shown: usize,
) -> String {
    let counts = archive.family_count(family);
    let above = format!("{} in {}", count(counts.items, "item"), count(counts.issues, "issue"));
    markup(|| {
        let head = Head {
            href: archive.href(&route::section(archive.family_id(family), 1)),
            title: archive.family_name(family).to_owned(),
            above: view! { <p class="date-line">{above}</p> }.into_any(),
            read_on: "All issues in the archive",
        };
        let lines = issues.iter().enumerate().map(|(place, (entry, issue))| {
            one_issue(archive, family, entry, issue, place >= shown)
        });
        let content = view! { <div class="content" data-list>{lines.collect_view()}</div> };
        widget(archive, head, content.into_any())
    })
}

fn one_issue(
    archive: &Archive,
    family: u8,
    entry: &IssueEntry,
    issue: &Issue,
    is_hidden: bool,
) -> impl IntoView + use<> {
    let href = archive.href(&route::entry(&entry.path));
    let links = ItemLinks {
        issue_href: href.clone(),
        has_ids: false,
        has_marks: false,
        embed_href: String::new(),
    };
    let date = entry.date();
    let blocks = issue
        .sections
        .iter()
        .filter(|section| section.families.iter().any(|known| known.0 == family))
        .map(|section| view! { <Blocks blocks=section.blocks.clone() links=links.clone()/> })
        .collect_view();
    view! {
        <section class="section dated" hidden=is_hidden>
            <h2>
                <a href=href>{entry.title.clone()}</a>
                " "
                <time class="count" datetime=iso_date(date)>{long_date(date)}</time>
            </h2>
            {blocks}
        </section>
    }
}
