//! A list of issues, each one line: date, headlines, whether it is new or read, number of
//! items.

use leptos::prelude::*;

use crate::state::listing::ListedIssue;
use crate::wording::{count, iso_date, short_date};

/// A contents page of issues.
#[component]
pub fn IssueLines(
    /// In order.
    issues: Vec<ListedIssue>,
) -> impl IntoView {
    let lines = issues
        .into_iter()
        .map(|ListedIssue { issue, href, shown, standing }| {
            let date = issue.date();
            let headlines =
                if issue.headlines.is_empty() { issue.title.clone() } else { issue.headlines.join("; ") };
            view! {
                <li class="issue-line" hidden=Signal::derive(move || shown.get().is_none())>
                    <time datetime=iso_date(date)>{short_date(date)}</time>
                    <span>
                        <a href=href title=issue.title>{headlines}</a>
                        " "
                        <span class="standing" data-standing=standing>{standing}</span>
                    </span>
                    <span class="count">{Signal::derive(move || count(shown.get().unwrap_or_default(), "item"))}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="issue-lines">{lines}</ol> }
}
