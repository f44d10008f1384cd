//! One section family across all issues, newest first, growing as the reader comes to its end.

use std::sync::Arc;

use bundle_format::IssueEntry;
use leptos::html;
use leptos::prelude::*;
use newsletter::Issue;

use crate::components::contents::{Contents, ContentsLine};
use crate::components::item::ItemLinks;
use crate::components::section::Blocks;
use crate::components::skeleton::Skeleton;
use crate::components::status_message::{StatusMessage, Subject};
use crate::route;
use crate::state::load::Load;
use crate::state::navigation::as_it_is;
use crate::state::reading::Reading;
use crate::state::scrolling;
use crate::wording::{count, iso_date, long_date};

/// How many issues are added at once; more is a longer wait, fewer is more waits.
const STEP: usize = 8;

/// The page of one family.
#[component]
pub fn SectionPage(
    /// Its place in the manifest.
    family: u8,
) -> impl IntoView {
    let reading = Reading::current();
    let archive = reading.archive.clone();
    let issues: Vec<IssueEntry> = archive
        .manifest
        .issues
        .iter()
        .filter(|issue| issue.items_in(family).is_some())
        .cloned()
        .collect();
    let total = issues.len();
    let kept = usize::try_from(reading.navigation.kept_extent()).unwrap_or(0);
    let shown = RwSignal::new(kept.max(STEP).min(total));
    settle_when_ready(&reading, family, &issues, shown);
    let navigation = reading.navigation;
    let on_more = Callback::new(move |()| {
        let next = (shown.get_untracked() + STEP).min(total);
        shown.set(next);
        navigation.set_extent(u32::try_from(next).unwrap_or(u32::MAX));
    });
    let is_done = Signal::derive(move || shown.get() == total);
    let shown_issues = move || issues.iter().take(shown.get()).cloned().collect::<Vec<_>>();
    let counts = archive.manifest.family_count(family);
    let heading = archive.family_name(family).to_owned();
    view! {
        <div class="columns">
            <div class="rail">{families(family)}</div>
            <div class="column">
                <h1>{heading}</h1>
                <p class="date-line">
                    {format!("{} in {}", count(counts.items, "item"), count(counts.issues, "issue"))}
                </p>
                <For
                    each=shown_issues
                    key=|issue| issue.path.clone()
                    children=move |issue| view! { <OneIssue issue=issue family=family/> }
                />
                <More is_done=is_done on_more=on_more/>
            </div>
        </div>
    }
}

/// All families, with this one marked.
fn families(family: u8) -> impl IntoView + use<> {
    let reading = Reading::current();
    let manifest = &reading.archive.manifest;
    let used: Vec<_> = (0..=u8::MAX)
        .zip(&manifest.families)
        .map(|(place, family)| (place, family, manifest.family_count(place).issues))
        .filter(|(.., issues)| *issues > 0)
        .collect();
    let current = used.iter().position(|(place, ..)| *place == family);
    let lines = used
        .iter()
        .map(|(_, family, issues)| ContentsLine {
            href: reading.href(&route::section(&family.id)),
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
            Load::Ready(issue) => sections_of(&reading, &issue, family, &href).into_any(),
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

fn sections_of(
    reading: &Reading,
    issue: &Arc<Issue>,
    family: u8,
    href: &str,
) -> impl IntoView + use<> {
    let links =
        ItemLinks { issue_href: href.to_owned(), has_ids: false, on_copy: reading.on_copy() };
    issue
        .sections
        .iter()
        .filter(|section| section.families.iter().any(|known| known.0 == family))
        .map(|section| view! { <Blocks blocks=section.blocks.clone() links=links.clone()/> })
        .collect_view()
}

/// Grows the list when the reader comes near it, or presses it.
#[component]
fn More(is_done: Signal<bool>, on_more: Callback<()>) -> impl IntoView {
    let end = NodeRef::<html::Div>::new();
    scrolling::when_near(end, on_more);
    view! {
        <div class="more" node_ref=end hidden=is_done>
            <button type="button" on:click=move |_| on_more.run(())>"Show older issues"</button>
        </div>
    }
}

/// The page is in place when all that is shown of it has come, or failed.
fn settle_when_ready(reading: &Reading, family: u8, issues: &[IssueEntry], shown: RwSignal<usize>) {
    let first: Vec<_> = issues
        .iter()
        .take(shown.get_untracked())
        .map(|issue| reading.library.post(&issue.path, issue.fingerprint))
        .collect();
    let content = move || {
        let has_come = first.iter().all(|post| post.with(|post| *post != Load::Loading));
        has_come.then(as_it_is)
    };
    let name = reading.archive.family_name(family).to_owned();
    reading.navigation.settle_when(name, Box::new(content));
}
