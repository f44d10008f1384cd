//! One section family across all issues, newest first, growing as the reader comes to its end. Without
//! the program it is a list in pages.

use std::sync::Arc;

use bundle_format::{IssueEntry, SECTION_PAGE};
use leptos::html;
use leptos::prelude::*;
use newsletter::Issue;

use crate::components::contents::{Contents, ContentsLine};
use crate::components::embed_dialog::EmbedLink;
use crate::components::item::ItemLinks;
use crate::components::kept::Kept;
use crate::components::section::Blocks;
use crate::components::skeleton::Skeleton;
use crate::components::status_message::{StatusMessage, Subject};
use crate::route::{self, Embedded};
use crate::state::archive::ArchiveRef;
use crate::state::load::Load;
use crate::state::navigation::as_it_is;
use crate::state::reading::Reading;
use crate::state::scrolling;
use crate::wording::{count, iso_date, long_date, page_name};

/// The issues that have the family, from where the list begins.
#[derive(Clone)]
struct List {
    archive: ArchiveRef,
    family: u8,
    /// Issues before it.
    newer: usize,
}

impl List {
    fn issues(&self) -> impl Iterator<Item = &IssueEntry> {
        self.archive.manifest.issues_with(self.family).skip(self.newer)
    }
}

/// The page of one family.
#[component]
pub fn SectionPage(
    /// Its place in the manifest.
    family: u8,
    /// Where its list begins; from 1.
    page: u32,
) -> impl IntoView {
    let reading = Reading::current();
    let archive = reading.archive.clone();
    let newer = usize::try_from(page.saturating_sub(1)).unwrap_or(0) * SECTION_PAGE;
    let list = List { archive: archive.clone(), family, newer };
    let counts = archive.family_count(family);
    let total = usize::try_from(counts.issues).unwrap_or(usize::MAX).saturating_sub(newer);
    let shown = RwSignal::new(SECTION_PAGE.min(total));
    let navigation = reading.navigation;
    Effect::new(move || {
        let kept = usize::try_from(navigation.kept_extent()).unwrap_or(0).min(total);
        if kept > shown.get_untracked() {
            shown.set(kept);
        }
    });
    settle_when_ready(&reading, list.clone(), page, shown);
    let on_more = Callback::new(move |()| {
        let next = (shown.get_untracked() + SECTION_PAGE).min(total);
        shown.set(next);
        navigation.set_extent(u32::try_from(next).unwrap_or(u32::MAX));
    });
    let first: Vec<_> = list.issues().take(SECTION_PAGE).cloned().collect();
    let first = move || {
        let issues = first.into_iter();
        issues.map(|issue| view! { <OneIssue issue=issue family=family/> }).collect_view()
    };
    let added = move || {
        let count = shown.get().saturating_sub(SECTION_PAGE);
        list.issues().skip(SECTION_PAGE).take(count).cloned().collect::<Vec<_>>()
    };
    let heading = archive.family_name(family).to_owned();
    view! {
        <div class="columns">
            <div class="rail">{families(family)}</div>
            <div class="column">
                <h1>{heading}</h1>
                <p class="date-line">
                    {format!("{} in {}", count(counts.items, "item"), count(counts.issues, "issue"))}
                    " · "
                    <EmbedLink href=archive.base.embed_href(&Embedded::Section(archive.family_id(family)))/>
                </p>
                {newer_link(&reading, family, page)}
                <Kept class="first" is_there=reading.is_adopting()>{first()}</Kept>
                <For
                    each=added
                    key=|issue| issue.path.clone()
                    children=move |issue| view! { <OneIssue issue=issue family=family/> }
                />
                {older_link(&reading, family, page, shown, total, on_more)}
            </div>
        </div>
    }
}

/// All families, with this one marked.
fn families(family: u8) -> impl IntoView + use<> {
    let reading = Reading::current();
    let archive = &reading.archive;
    let used: Vec<_> = (0..=u8::MAX)
        .zip(&archive.manifest.families)
        .map(|(place, family)| (place, family, archive.family_count(place).issues))
        .filter(|(.., issues)| *issues > 0)
        .collect();
    let current = used.iter().position(|(place, ..)| *place == family);
    let lines = used
        .iter()
        .map(|(_, family, issues)| ContentsLine {
            href: reading.href(&route::section(&family.id, 1)),
            name: family.name.clone(),
            number: *issues,
        })
        .collect();
    view! { <Contents title="Sections" unit="issue" lines=lines current=current/> }
}

/// The family's sections of one issue.
#[component]
fn OneIssue(issue: IssueEntry, family: u8) -> impl IntoView {
    let reading = Reading::current();
    let post = reading.library.post(&issue.path, issue.fingerprint);
    let href = reading.href(&route::entry(&issue.path));
    let date = issue.date();
    let body = {
        let (path, fingerprint, href) = (issue.path.clone(), issue.fingerprint, href.clone());
        move || match post.get() {
            Load::Loading => view! { <Skeleton/> }.into_any(),
            Load::Ready(issue) => sections_of(&issue, family, &href).into_any(),
            Load::Failed(error) => {
                let (library, path) = (reading.library.clone(), path.clone());
                let on_retry = Callback::new(move |()| library.retry(&path, fingerprint));
                view! { <StatusMessage subject=Subject::Issue error=error on_retry=on_retry/> }
                    .into_any()
            }
        }
    };
    view! {
        <section class="section dated">
            <h2>
                <a href=href>{issue.title}</a>
                " "
                <time class="count" datetime=iso_date(date)>{long_date(date)}</time>
            </h2>
            {body}
        </section>
    }
}

fn sections_of(issue: &Arc<Issue>, family: u8, href: &str) -> impl IntoView + use<> {
    let links = ItemLinks {
        issue_href: href.to_owned(),
        has_ids: false,
        has_marks: true,
        embed_href: String::new(),
    };
    issue
        .sections
        .iter()
        .filter(|section| section.families.iter().any(|known| known.0 == family))
        .map(|section| view! { <Blocks blocks=section.blocks.clone() links=links.clone()/> })
        .collect_view()
}

/// The way back towards the newest issue, where the list does not begin with it.
fn newer_link(reading: &Reading, family: u8, page: u32) -> Option<impl IntoView + use<>> {
    let address = route::section(reading.archive.family_id(family), page.saturating_sub(1));
    (page > 1).then(|| view! { <p class="more"><a rel="prev" href=reading.href(&address)>"Newer issues"</a></p> })
}

/// Grows the list when the reader comes near its end, or presses the link, which without the program
/// leads to the next page.
fn older_link(
    reading: &Reading,
    family: u8,
    page: u32,
    shown: RwSignal<usize>,
    total: usize,
    on_more: Callback<()>,
) -> impl IntoView + use<> {
    let end = NodeRef::<html::Div>::new();
    scrolling::when_near(end, on_more);
    let href = {
        let reading = reading.clone();
        move || {
            let pages = u32::try_from(shown.get().div_ceil(SECTION_PAGE)).unwrap_or(u32::MAX);
            let next = page.saturating_add(pages);
            // Crawlers follow what nobody sees.
            (shown.get() < total)
                .then(|| reading.href(&route::section(reading.archive.family_id(family), next)))
        }
    };
    view! {
        <div class="more" node_ref=end hidden=Signal::derive(move || shown.get() == total)>
            <a
                rel="next"
                href=href
                on:click=move |event| {
                    event.prevent_default();
                    on_more.run(());
                }
            >
                "Show older issues"
            </a>
        </div>
    }
}

/// The page is in place when all that is shown of it has come, or failed.
fn settle_when_ready(reading: &Reading, list: List, page: u32, shown: RwSignal<usize>) {
    // What was there already need not come.
    let there = if reading.is_adopting() { SECTION_PAGE } else { 0 };
    let library = reading.library.clone();
    let name = page_name(reading.archive.family_name(list.family), page);
    let content = move || {
        let mut posts = list
            .issues()
            .take(shown.get())
            .skip(there)
            .map(|issue| library.post(&issue.path, issue.fingerprint));
        let has_come = posts.all(|post| post.with(|post| *post != Load::Loading));
        has_come.then(as_it_is)
    };
    reading.navigation.settle_when(name, Box::new(content));
}
