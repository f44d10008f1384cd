//! How much was read, the issues one by one, and the way to another device.

use bundle_format::IssueEntry;
use leptos::prelude::*;

use crate::components::reading_file::{READING_FILE, ReadingFile};
use crate::route;
use crate::state::reading::Reading;
use crate::state::transfer::Transfer;
use crate::wording::count;

/// What stands below the title.
pub(super) fn part(reading: &Reading, transfer: &Transfer) -> impl IntoView + use<> {
    let adding = transfer.clone();
    view! {
        <p>"An issue is read when its end was on screen, or when you say so there."</p>
        <p role="status" hidden=reading.memory.is_kept()>
            "This browser does not let the site keep more. What you read now is forgotten when the page is closed."
        </p>
        {issues(reading)}
        <p>"A file takes it to another device. There it is added to what is known already."</p>
        <ReadingFile
            href=transfer.href()
            on_file=Callback::new(move |()| adding.add_chosen(READING_FILE))
        />
    }
}

fn issues(reading: &Reading) -> impl IntoView + use<> {
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
        <details>
            <summary>{summary}</summary>
            <ul>{lines}</ul>
        </details>
    }
}
