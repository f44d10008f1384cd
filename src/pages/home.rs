//! The home page: the newest issue, then the whole archive by year.

use bundle_format::IssueEntry;
use leptos::prelude::*;
use newsletter::{Issue, ItemKind};

use crate::components::chips::Chips;
use crate::components::contents::{Contents, ContentsLine};
use crate::components::date_line::DateLine;
use crate::components::issue_lines::IssueLines;
use crate::components::item::{ItemLinks, Passage};
use crate::components::kept::Kept;
use crate::components::skeleton::Skeleton;
use crate::components::status_message::{StatusMessage, Subject};
use crate::components::unfinished_line::UnfinishedLine;
use crate::route;
use crate::state::chosen::choices_of_issues;
use crate::state::listing::Listing;
use crate::state::load::Load;
use crate::state::navigation::as_it_is;
use crate::state::reading::Reading;
use crate::wording::count;

/// The class of the elements that hold the issues of a year, newest first.
pub const YEAR_LINES: &str = "year-lines";

/// The home page.
#[component]
pub fn HomePage() -> impl IntoView {
    let reading = Reading::current();
    reading.keep_held();
    let manifest = &reading.archive.manifest;
    let title = manifest.title.clone();
    let description = manifest.description.clone();
    reading.navigation.settle_when(title.clone(), Box::new(|| Some(as_it_is())));
    view! {
        <div class="nameplate">
            <h1>{title}</h1>
            <p>{description}</p>
            {unfinished(&reading)}
        </div>
        <div class="columns">
            <div class="rail">{years(&reading)} {families(&reading)}</div>
            <div class="column">
                {latest(&reading)}
                {archive(&reading)}
            </div>
        </div>
    }
}

/// The issue that was left unfinished, at the place where it was.
fn unfinished(reading: &Reading) -> impl IntoView + use<> {
    let (memory, archive) = (reading.memory, reading.archive.clone());
    let record = memory.record();
    let title = {
        let archive = archive.clone();
        Signal::derive(move || {
            record.with(|record| {
                let place = record.unfinished.as_ref();
                let issue = place.and_then(|place| archive.manifest.issue_at(&place.path));
                issue.map(|(_, issue)| issue.title.clone()).unwrap_or_default()
            })
        })
    };
    let href = Signal::derive(move || {
        record.with(|record| {
            let place = record.unfinished.clone().unwrap_or_default();
            let fragment = (!place.anchor.is_empty()).then_some(place.anchor);
            archive.href(&route::Address { fragment, ..route::entry(&place.path) })
        })
    });
    let on_dismiss = Callback::new(move |()| memory.dismiss_unfinished());
    view! { <UnfinishedLine title=title href=href on_dismiss=on_dismiss/> }
}

/// The years, as places further down the page.
fn years(reading: &Reading) -> impl IntoView + use<> {
    let lines = reading
        .archive
        .years()
        .into_iter()
        .map(|year| ContentsLine {
            href: reading.href(&route::home().with_fragment(&year.to_string())),
            name: year.to_string(),
            number: reading.archive.issues_in(year),
        })
        .collect();
    view! { <Contents title="Years" unit="issue" lines=lines current=None/> }
}

fn families(reading: &Reading) -> impl IntoView + use<> {
    let archive = &reading.archive;
    let lines = (0..)
        .zip(&archive.manifest.families)
        .map(|(place, family)| ContentsLine {
            href: reading.href(&route::section(&family.id, 1)),
            name: family.name.clone(),
            number: archive.family_count(place).issues,
        })
        .filter(|line| line.number > 0)
        .collect();
    view! { <Contents title="Sections" unit="issue" lines=lines current=None/> }
}

/// The newest issue: what it is, and its first feature in full.
fn latest(reading: &Reading) -> Option<impl IntoView + use<>> {
    let entry = reading.archive.manifest.issues.first()?.clone();
    let href = reading.href(&route::entry(&entry.path));
    let lead = {
        let (reading, entry, href) = (reading.clone(), entry.clone(), href.clone());
        move || lead(&reading, entry, href)
    };
    let sections = section_links(reading, &entry);
    Some(view! {
        <section class="latest" aria-labelledby="latest-title">
            <DateLine issue=entry.clone() label="Latest · published" standing=reading.memory.standing(&entry)/>
            <h2 id="latest-title"><a href=href.clone()>{entry.title}</a></h2>
            <Kept class="lead" is_there=reading.is_adopting()>{lead()}</Kept>
            {sections}
            <p class="read-on"><a href=href>"Read the issue"</a></p>
        </section>
    })
}

/// The first feature of an issue, as soon as it is here.
fn lead(reading: &Reading, entry: IssueEntry, href: String) -> impl IntoView + use<> {
    let post = reading.library.post(&entry.path, entry.fingerprint);
    let library = reading.library.clone();
    move || match post.get() {
        Load::Loading => view! { <Skeleton/> }.into_any(),
        Load::Ready(issue) => lead_item(&issue, &href).into_any(),
        Load::Failed(error) => {
            let (library, path, fingerprint) =
                (library.clone(), entry.path.clone(), entry.fingerprint);
            let on_retry = Callback::new(move |()| library.retry(&path, fingerprint));
            view! { <StatusMessage subject=Subject::Issue error=error on_retry=on_retry/> }
                .into_any()
        }
    }
}

fn lead_item(issue: &Issue, href: &str) -> impl IntoView + use<> {
    let item = issue
        .items()
        .find(|item| item.kind == ItemKind::Feature)
        .or_else(|| issue.items().next())
        .cloned();
    let links = ItemLinks {
        issue_href: href.to_owned(),
        has_ids: false,
        has_marks: true,
        embed_href: String::new(),
    };
    item.map(|item| view! { <Passage item=item links=links/> })
}

fn section_links(reading: &Reading, entry: &IssueEntry) -> impl IntoView + use<> {
    let archive = &reading.archive;
    let lines = choices_of_issues(std::iter::once(entry), archive)
        .into_iter()
        .map(|choice| {
            let query = route::Query {
                sections: vec![archive.family_id(choice.family).to_owned()],
                ..route::Query::default()
            };
            let href = reading.href(&route::entry(&entry.path).with_query(query));
            view! { <li><a href=href>{choice.name}</a> " " <span class="count">{choice.items}</span></li> }
        })
        .collect_view();
    view! { <ul class="section-list" aria-label="Sections of this issue">{lines}</ul> }
}

/// All issues, under their years.
fn archive(reading: &Reading) -> impl IntoView + use<> {
    let choices = choices_of_issues(reading.archive.manifest.issues.iter(), &reading.archive);
    let all = Listing::new(reading, |_| true);
    let (shown, total) = (all.shown_count(), all.total());
    let (record, of) = (reading.memory.record(), reading.archive.clone());
    let new = Memo::new(move |_| record.with(|record| record.new_among(&of.manifest.issues)));
    let new_line = move || {
        let issues = count(u32::try_from(new.get()).unwrap_or(u32::MAX), "new issue");
        format!("{issues} since your last visit")
    };
    let lists =
        reading.archive.years().into_iter().map(|year| year_list(reading, year)).collect_view();
    view! {
        <section aria-labelledby="archive-title">
            <h2 id="archive-title" class="spoken">"Archive"</h2>
            // The rail has them on wide windows.
            <div class="narrow-years">{years(reading)}</div>
            <Chips
                choices=choices
                chosen=reading.chosen()
                on_toggle=reading.on_toggle()
                on_all=reading.on_all()
            />
            <p class="shown-line" hidden=Signal::derive(move || new.get() == 0)>
                <span>{new_line}</span>
            </p>
            <p class="shown-line" hidden=Signal::derive(move || shown.get() == total)>
                {move || format!("Showing {} of {total} issues", shown.get())}
                " "
                <button type="button" class="plain" on:click={
                    let navigation = reading.navigation;
                    move |_| navigation.choose(route::Query::default())
                }>"Show all"</button>
            </p>
            {lists}
        </section>
    }
}

/// The issues of a year, which are taken over on their own where the page is there already.
pub fn year_lines(reading: &Reading, year: i32) -> impl IntoView + use<> {
    let listing = Listing::new(reading, |issue| issue.year() == year);
    view! { <IssueLines issues=listing.issues()/> }
}

fn year_list(reading: &Reading, year: i32) -> impl IntoView + use<> {
    let listing = Listing::new(reading, |issue| issue.year() == year);
    let shown = listing.shown_count();
    let shown_issues = move || count(u32::try_from(shown.get()).unwrap_or(u32::MAX), "issue");
    view! {
        <section class="year" hidden=Signal::derive(move || shown.get() == 0)>
            <h3 id=year.to_string()>
                <a href=reading.href(&route::year(year))>{year}</a>
                " "
                <span class="count">{shown_issues}</span>
            </h3>
            <Kept class=YEAR_LINES is_there=reading.is_adopting()>
                <IssueLines issues=listing.issues()/>
            </Kept>
        </section>
    }
}
