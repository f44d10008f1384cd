//! What the reader has read: how much, on which device, and how to be rid of it.

use bundle_format::IssueEntry;
use leptos::prelude::*;

use crate::components::reading_file::{READING_FILE, ReadingFile};
use crate::components::status_message::words_of_file;
use crate::components::stored_things::StoredThings;
use crate::route;
use crate::state::navigation::as_it_is;
use crate::state::reading::Reading;
use crate::state::transfer::{Step, Transfer};
use crate::wording::count;

/// What the page is called, here and where it is linked.
pub const TITLE: &str = "What you have read";

/// The page.
#[component]
pub fn ReadingPage() -> impl IntoView {
    let reading = Reading::current();
    let transfer = Transfer::new(&reading, words);
    let is_kept = reading.memory.is_kept();
    reading.navigation.settle_when(TITLE.to_owned(), Box::new(|| Some(as_it_is())));
    view! {
        <div class="columns">
            <div class="column">
                <h1>{TITLE}</h1>
                <p class="standfirst">"It is kept in this browser alone, and nobody is told of it."</p>
                <p role="status" hidden=is_kept>
                    "This browser does not let the site keep more. What you read now is forgotten when the page is closed."
                </p>
                {read(&reading)}
                {elsewhere(&transfer)}
                {kept(&transfer)}
            </div>
        </div>
    }
}

/// How much was read, and the issues one by one.
fn read(reading: &Reading) -> impl IntoView + use<> {
    let (record, archive) = (reading.memory.record(), reading.archive.clone());
    let all = archive.manifest.issues.len();
    let has_read = move |issue: &&IssueEntry| record.with(|record| record.has_read(&issue.path));
    let summary = {
        let archive = archive.clone();
        move || {
            let read = archive.manifest.issues.iter().filter(has_read).count();
            format!("{read} of {}", count(u32::try_from(all).unwrap_or(u32::MAX), "issue"))
        }
    };
    let lines = move || {
        let line = |issue: &IssueEntry| {
            let href = archive.href(&route::entry(&issue.path));
            view! { <li><a href=href>{issue.title.clone()}</a></li> }
        };
        archive.manifest.issues.iter().filter(has_read).map(line).collect_view()
    };
    view! {
        <section class="section" aria-labelledby="read-title">
            <h2 id="read-title">"Issues"</h2>
            <p>"An issue is read when its end was on screen, or when you say so there."</p>
            <details>
                <summary>{summary}</summary>
                <ul>{lines}</ul>
            </details>
        </section>
    }
}

fn elsewhere(transfer: &Transfer) -> impl IntoView + use<> {
    let adding = transfer.clone();
    view! {
        <section class="section" aria-labelledby="elsewhere-title">
            <h2 id="elsewhere-title">"To another device"</h2>
            <p>"A file takes what you have read elsewhere. There it is added to what is known already."</p>
            <ReadingFile
                href=transfer.href()
                on_file=Callback::new(move |()| adding.add_chosen(READING_FILE))
            />
        </section>
    }
}

fn kept(transfer: &Transfer) -> impl IntoView + use<> {
    let message = transfer.message();
    let (deleting, deleting_all, undoing) = (transfer.clone(), transfer.clone(), transfer.clone());
    let can_undo = transfer.can_undo();
    view! {
        <section class="section" aria-labelledby="kept-title">
            <h2 id="kept-title">"Everything that is kept"</h2>
            <p>"Besides, until a tab is closed, its browser keeps how far each page was scrolled."</p>
            <StoredThings
                things=transfer.things()
                on_delete=Callback::new(move |name: String| deleting.delete(&name))
                on_delete_all=Callback::new(move |()| deleting_all.delete_all())
            />
            <p class="shown-line">
                <span role="status">{message}</span>
                <button
                    type="button"
                    class="plain"
                    hidden=Signal::derive(move || !can_undo.get())
                    on:click=move |_| undoing.undo()
                >
                    "Undo"
                </button>
            </p>
        </section>
    }
}

/// What came of a step.
fn words(step: Step) -> String {
    match step {
        Step::Added(merged) => {
            let number = |number| count(u32::try_from(number).unwrap_or(u32::MAX), "issue");
            format!(
                "{} added from the file. {} in it had been read here as well.",
                number(merged.added),
                number(merged.known)
            )
        }
        Step::Refused(error) => words_of_file(&error),
        Step::Deleted => "Deleted.".to_owned(),
        Step::Undone => "It is as it was.".to_owned(),
    }
}
