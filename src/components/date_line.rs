//! The line above an issue's title: when, how much, how long.

use bundle_format::IssueEntry;
use leptos::prelude::*;

use crate::wording::{count, iso_date, long_date, reading_time};

/// "Published September 5, 2023 · 31 items · 4 min · New".
#[component]
pub fn DateLine(
    /// The issue.
    issue: IssueEntry,
    /// What stands before the date.
    label: &'static str,
    /// How it stands with the reader, in a word; may be empty.
    #[prop(into)]
    standing: Signal<&'static str>,
) -> impl IntoView {
    let date = issue.date();
    view! {
        <p class="date-line">
            {label} " " <time datetime=iso_date(date)>{long_date(date)}</time>
            {format!(" · {} · {}", count(issue.item_count(), "item"), reading_time(issue.words))}
            <span hidden=Signal::derive(move || standing.get().is_empty())>" · " {standing}</span>
        </p>
    }
}
