//! What is due next, as the issues announced it; what is over is folded below.

use std::sync::Arc;

use bundle_format::{CALENDAR_FILE, DeadlineEntry, DeadlineSource, Deadlines};
use leptos::prelude::*;

use crate::components::deadline_list::{DeadlineLine, DeadlineList, IssueLink};
use crate::components::skeleton::Skeleton;
use crate::components::status_message::{StatusMessage, Subject};
use crate::route;
use crate::state::deadlines::Reference;
use crate::state::load::Load;
use crate::state::navigation::as_it_is;
use crate::state::reading::Reading;
use crate::wording::{count, days_left, due_date, due_datetime, long_date};

/// The page of deadlines.
#[component]
pub fn DeadlinesPage() -> impl IntoView {
    let reading = Reading::current();
    let (deadlines, reference) = (reading.schedule.deadlines(), reading.schedule.reference());
    let is_settled = move || deadlines.with(|deadlines| *deadlines != Load::Loading);
    let content = move || is_settled().then(as_it_is);
    reading.navigation.settle_when("Deadlines".to_owned(), Box::new(content));
    let calendar = reading.archive.base.file(CALENDAR_FILE);
    let on_copy = {
        let reading = reading.clone();
        move |_| reading.copy_file(CALENDAR_FILE)
    };
    let body = move || match deadlines.get() {
        Load::Loading => view! { <Skeleton/> }.into_any(),
        Load::Ready(deadlines) => lists(reading.clone(), deadlines, reference).into_any(),
        Load::Failed(error) => {
            let schedule = reading.schedule.clone();
            let on_retry = Callback::new(move |()| schedule.retry());
            view! { <StatusMessage subject=Subject::Page error=error on_retry=on_retry/> }
                .into_any()
        }
    };
    view! {
        <div class="columns">
            <div class="column">
                <h1>"Deadlines"</h1>
                <p class="standfirst">"What is due next, as the issues announced it."</p>
                <p class="calendar">
                    <a href=calendar>"Calendar"</a>
                    <button type="button" class="plain" on:click=on_copy>
                        "Copy its address to subscribe"
                    </button>
                </p>
                {body}
            </div>
        </div>
    }
}

/// What is to come, the nearest first, and what is over, the newest first; put together anew only when
/// a deadline goes from the one to the other.
fn lists(
    reading: Reading,
    deadlines: Arc<Deadlines>,
    reference: ReadSignal<Reference>,
) -> impl IntoView {
    let next = {
        let deadlines = deadlines.clone();
        Memo::new(move |_| {
            let reference = reference.get();
            let deadlines = deadlines.deadlines.iter();
            deadlines.map(|entry| reference.is_before(entry)).collect::<Vec<_>>()
        })
    };
    move || {
        let lines = next.with(|next| {
            let entries = next.iter().zip(&deadlines.deadlines);
            entries
                .map(|(is_next, entry)| (*is_next, line(&reading, entry, reference)))
                .collect::<Vec<_>>()
        });
        let (next, over): (Vec<_>, Vec<_>) = lines.into_iter().partition(|(is_next, _)| *is_next);
        let next: Vec<_> = next.into_iter().map(|(_, line)| line).collect();
        let over: Vec<_> = over.into_iter().rev().map(|(_, line)| line).collect();
        view! { {list_of_next(&reading, next)} {list_of_past(over)} }
    }
}

fn list_of_next(reading: &Reading, lines: Vec<DeadlineLine>) -> AnyView {
    if !lines.is_empty() {
        return view! { <DeadlineList lines=lines/> }.into_any();
    }
    let newest = reading.archive.manifest.issues.first();
    let date = newest.map(|issue| long_date(issue.date())).unwrap_or_default();
    view! { <p>"Nothing that was announced is still due. The newest issue is of " {date} "."</p> }
        .into_any()
}

fn list_of_past(lines: Vec<DeadlineLine>) -> Option<impl IntoView> {
    let number = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    (number > 0).then(|| {
        view! {
            <details class="past-deadlines">
                <summary>{count(number, "past deadline")}</summary>
                <DeadlineList lines=lines/>
            </details>
        }
    })
}

fn line(
    reading: &Reading,
    entry: &DeadlineEntry,
    reference: ReadSignal<Reference>,
) -> DeadlineLine {
    let when = entry.when;
    let earlier = entry.earlier.iter();
    DeadlineLine {
        name: entry.name.clone(),
        when: due_date(when),
        datetime: due_datetime(when),
        left: Signal::derive(move || reference.get().days_left(when).and_then(days_left)),
        is_tentative: entry.is_tentative,
        source: link(reading, &entry.source),
        earlier: earlier
            .map(|earlier| (due_date(earlier.when), link(reading, &earlier.source)))
            .collect(),
    }
}

fn link(reading: &Reading, source: &DeadlineSource) -> IssueLink {
    let issues = &reading.archive.manifest.issues;
    let issue = usize::try_from(source.issue).ok().and_then(|place| issues.get(place));
    let address = issue.map(|issue| route::entry(&issue.path).with_fragment(&source.anchor));
    IssueLink {
        href: reading.href(&address.unwrap_or_default()),
        date: issue.map(|issue| long_date(issue.date())).unwrap_or_default(),
    }
}
