//! One issue: contents, sections, and the way to its neighbours.

use std::sync::Arc;

use bundle_format::{IssueEntry, markdown_path};
use leptos::prelude::*;
use newsletter::Issue;

use crate::components::chips::Chips;
use crate::components::contents::{Contents, ContentsLine};
use crate::components::date_line::DateLine;
use crate::components::embed_dialog::EmbedLink;
use crate::components::item::ItemLinks;
use crate::components::neighbours::{Neighbour, Neighbours};
use crate::components::prose::Prose;
use crate::components::read_mark::ReadMark;
use crate::components::section::SectionView;
use crate::components::section_choice::SectionChoice;
use crate::components::skeleton::Skeleton;
use crate::components::status_message::{StatusMessage, Subject};
use crate::route::{self, Embedded};
use crate::state::chosen::choices_of_issue;
use crate::state::finishing;
use crate::state::load::Load;
use crate::state::marks;
use crate::state::navigation::{Resolve, as_it_is};
use crate::state::reading::Reading;
use crate::state::scrolling;

/// The page of one issue.
#[component]
pub fn IssuePage(
    /// The path of an issue in the manifest.
    path: String,
) -> impl IntoView {
    let reading = Reading::current();
    let (place, entry) = reading.archive.manifest.issue_at(&path)?;
    let entry = entry.clone();
    let post = reading.library.post(&entry.path, entry.fingerprint);
    let content = {
        let post = post.clone();
        move || match post.get() {
            Load::Loading => None,
            Load::Ready(issue) => Some(resolve_in(issue)),
            Load::Failed(_) => Some(as_it_is()),
        }
    };
    reading.navigation.settle_when(entry.title.clone(), Box::new(content));
    let body = {
        let (reading, entry, post) = (reading.clone(), entry.clone(), post.clone());
        move || match post.get() {
            Load::Loading => view! { <Skeleton/> }.into_any(),
            Load::Ready(issue) => issue_body(&reading, &entry, &issue).into_any(),
            Load::Failed(error) => {
                let (library, path, fingerprint) =
                    (reading.library.clone(), entry.path.clone(), entry.fingerprint);
                let on_retry = Callback::new(move |()| library.retry(&path, fingerprint));
                view! {
                    <div class="column">
                        <StatusMessage subject=Subject::Issue error=error on_retry=on_retry/>
                    </div>
                }
                .into_any()
            }
        }
    };
    marks::show(&reading, move || post.with(|post| matches!(post, Load::Ready(_))));
    Some(view! {
        <div class="columns issue">
            <div class="column opening">
                <DateLine issue=entry.clone() label="Published" standing=reading.memory.standing(&entry)/>
                <h1>{entry.title.clone()}</h1>
                {standfirst(&entry)}
            </div>
            {body}
            <div class="column closing">
                {sources(&reading, &entry)}
                <Neighbours
                    previous=neighbour(&reading, place.checked_add(1))
                    next=neighbour(&reading, place.checked_sub(1))
                />
            </div>
        </div>
    })
}

/// What is marked, and how to be rid of it.
fn marks_line(reading: &Reading) -> impl IntoView + use<> {
    let are_shown = marks::are_shown(reading);
    let reading = reading.clone();
    view! {
        <p class="shown-line" hidden=Signal::derive(move || !are_shown.get())>
            <span>"What you searched for is marked. "</span>
            <button type="button" class="plain" on:click=move |_| marks::remove(&reading)>
                "Remove the marks"
            </button>
        </p>
    }
}

fn standfirst(entry: &IssueEntry) -> Option<impl IntoView + use<>> {
    (!entry.headlines.is_empty())
        .then(|| view! { <p class="standfirst">{entry.headlines.join("; ")}</p> })
}

fn issue_body(reading: &Reading, entry: &IssueEntry, issue: &Arc<Issue>) -> impl IntoView + use<> {
    let chosen = reading.chosen();
    let href = reading.href(&route::entry(&entry.path));
    let links = ItemLinks {
        issue_href: href.clone(),
        has_ids: true,
        has_marks: true,
        embed_href: reading.archive.base.embed_href(&Embedded::Issue(&entry.path)),
    };
    let pointed_at = pointed_at_section(reading, issue);
    let shown = {
        let issue = issue.clone();
        Memo::new(move |_| {
            chosen.with(|chosen| {
                let is_shown = |(place, section)| {
                    chosen.shows_section(section) || pointed_at.get() == Some(place)
                };
                issue.sections.iter().enumerate().map(is_shown).collect::<Vec<bool>>()
            })
        })
    };
    finishing::follow(reading, &entry.path, issue);
    let sections = issue
        .sections
        .iter()
        .enumerate()
        .map(|(place, section)| {
            let is_hidden = Signal::derive(move || {
                !shown.with(|shown| shown.get(place).copied().unwrap_or(true))
            });
            view! {
                <SectionView
                    section=section.clone()
                    links=links.clone()
                    is_hidden=is_hidden
                    is_kept=reading.is_adopting()
                />
            }
        })
        .collect_view();
    let footnotes = issue.footnotes.clone().map(|html| view! { <Prose html=html/> });
    view! {
        <div class="rail">{contents(issue, &href)}</div>
        <Chips
            choices=choices_of_issue(issue, &reading.archive)
            chosen=chosen
            on_toggle=reading.on_toggle()
            on_all=reading.on_all()
        />
        <div class="column">
            {marks_line(reading)}
            {section_choice(reading, issue, shown)}
            {sections}
            {footnotes}
            {read_mark(reading, entry, shown)}
        </div>
    }
}

/// The end: whoever has seen it has read the issue, unless some of it was left out.
fn read_mark(
    reading: &Reading,
    entry: &IssueEntry,
    shown: Memo<Vec<bool>>,
) -> impl IntoView + use<> {
    let end = NodeRef::new();
    let is_whole = Signal::derive(move || shown.with(|shown| !shown.contains(&false)));
    let on_mark = finishing::when_finished(reading, &entry.path, end, is_whole);
    view! { <ReadMark is_read=reading.memory.has_read(&entry.path) on_mark=on_mark end=end/> }
}

/// The section that the address's fragment stands in: it is shown whatever is chosen.
fn pointed_at_section(reading: &Reading, issue: &Arc<Issue>) -> Memo<Option<usize>> {
    let (address, issue) = (reading.navigation.address(), issue.clone());
    Memo::new(move |_| {
        address.with(|address| Some(Issue::resolve(&issue, address.fragment.as_deref()?)?.section))
    })
}

/// What is hidden, in one line, and "my sections".
fn section_choice(
    reading: &Reading,
    issue: &Arc<Issue>,
    shown: Memo<Vec<bool>>,
) -> impl IntoView + use<> {
    let issue = issue.clone();
    let counts = Signal::derive(move || {
        shown.with(|shown| {
            let sections = issue.sections.iter().zip(shown).filter(|(_, is_shown)| **is_shown);
            let items = sections.clone().map(|(section, _)| section.items().count()).sum();
            [sections.count(), issue.sections.len(), items, issue.items().count()]
        })
    });
    let announcer = reading.announcer;
    Effect::new(move |before: Option<[usize; 4]>| {
        let counts = counts.get();
        if before.is_some_and(|before| before != counts) {
            let [_, _, items, all_items] = counts;
            announcer.say(format!("{items} of {all_items} items shown"));
        }
        counts
    });
    let (preferences, archive, chosen) =
        (reading.preferences, reading.archive.clone(), reading.chosen());
    let chosen = Signal::derive(move || chosen.with(|chosen| chosen.ids(&archive)));
    let (on_all, choosing) = (reading.on_all(), reading.clone());
    let on_mine = Callback::new(move |()| {
        choosing.choose_sections(preferences.my_sections().get_untracked());
    });
    let on_remember = Callback::new(move |sections| preferences.set_my_sections(sections));
    view! {
        <SectionChoice
            counts=counts
            chosen=chosen
            mine=preferences.my_sections()
            on_all=on_all
            on_mine=on_mine
            on_remember=on_remember
        />
    }
}

fn contents(issue: &Issue, href: &str) -> impl IntoView + use<> {
    let (ids, lines): (Vec<_>, Vec<_>) = issue
        .sections
        .iter()
        .filter_map(|section| {
            let heading = section.heading.as_ref()?;
            let id = heading.anchor.as_str().to_owned();
            let line = ContentsLine {
                href: format!("{href}#{id}"),
                name: heading.text.clone(),
                number: u32::try_from(section.items().count()).unwrap_or(u32::MAX),
            };
            Some((id, line))
        })
        .unzip();
    view! { <Contents title="In this issue" unit="item" lines=lines current=scrolling::current_of(ids)/> }
}

fn sources(reading: &Reading, entry: &IssueEntry) -> impl IntoView + use<> {
    let markdown = reading.archive.base.file(&markdown_path(&entry.path));
    let edit = reading.archive.manifest.edit_url.as_ref();
    let edit = edit.map(|url| url.replace("{file}", &entry.file));
    view! {
        <p class="sources">
            <a href=markdown rel="external" type="text/markdown">"Markdown source"</a>
            {edit.map(|url| view! { " · " <a href=url>"Edit this page"</a> })}
            " · "
            <EmbedLink href=reading.archive.base.embed_href(&Embedded::Issue(&entry.path))/>
        </p>
    }
}

fn neighbour(reading: &Reading, place: Option<usize>) -> Option<Neighbour> {
    let issue = reading.archive.manifest.issues.get(place?)?.clone();
    // So that the click finds it here.
    reading.library.prepare(&issue.path, issue.fingerprint);
    Some(Neighbour { href: reading.href(&route::entry(&issue.path)), issue })
}

/// A heading or item, perhaps edited since; else whatever has the id, such as a footnote.
fn resolve_in(issue: Arc<Issue>) -> Resolve {
    Box::new(move |fragment| {
        let target = Issue::resolve(&issue, fragment).map(|target| target.anchor.as_str());
        Some(target.unwrap_or(fragment).to_owned())
    })
}
