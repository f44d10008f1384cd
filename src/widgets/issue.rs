//! An issue with all its sections and items, of which an address may ask for some.

use bundle_format::IssueEntry;
use leptos::prelude::*;
use newsletter::{Issue, Section};

use super::frame::{Head, widget};
use super::markup;
use crate::components::date_line::DateLine;
use crate::components::item::ItemLinks;
use crate::components::prose::Prose;
use crate::components::section::SectionView;
use crate::route;
use crate::state::archive::Archive;

/// What stands before the date of the newest issue, and of any other.
pub const NEWEST_LEAD: [&str; 2] = ["Latest · published", "Published"];

/// The id of what an address points to for the sections of one family alone.
pub fn only_id(family_id: &str) -> String {
    format!("only-{family_id}")
}

/// One issue; `lead` stands before its date.
pub fn issue(archive: &Archive, entry: &IssueEntry, issue: &Issue, lead: &'static str) -> String {
    let href = archive.href(&route::entry(&entry.path));
    markup(|| {
        let links = ItemLinks {
            issue_href: href.clone(),
            has_ids: true,
            has_marks: false,
            embed_href: String::new(),
        };
        let head = Head {
            href: href.clone(),
            title: entry.title.clone(),
            above: view! { <DateLine issue=entry.clone() label=lead standing=""/> }.into_any(),
            read_on: "Read in the archive",
        };
        let sections = issue.sections.iter().map(|section| part(archive, section, &links));
        let content = view! {
            {only_marks(archive, issue)}
            <div class="content">{sections.collect_view()}</div>
            {issue.footnotes.clone().map(|html| view! { <Prose html=html/> })}
        };
        widget(archive, head, content.into_any())
    })
}

/// What the fragments of single families point to. It is not shown, so that nothing scrolls.
fn only_marks(archive: &Archive, issue: &Issue) -> impl IntoView + use<> {
    let mut families: Vec<u8> = issue.sections.iter().flat_map(families_of).collect();
    families.sort_unstable();
    families.dedup();
    families
        .into_iter()
        .map(|family| view! { <i id=only_id(archive.family_id(family)) hidden></i> })
        .collect_view()
}

/// A section, marked with its families.
fn part(archive: &Archive, section: &Section, links: &ItemLinks) -> impl IntoView + use<> {
    let ids: Vec<_> = families_of(section).map(|family| archive.family_id(family)).collect();
    view! {
        <div class="part" data-families=ids.join(" ")>
            <SectionView
                section=section.clone()
                links=links.clone()
                is_hidden=false
                is_kept=false
            />
        </div>
    }
}

fn families_of(section: &Section) -> impl Iterator<Item = u8> {
    section.families.iter().map(|family| family.0)
}
