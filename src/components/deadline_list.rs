//! A list of deadlines: what, when, how long until then, and which issue says so.

use leptos::prelude::*;

/// A deadline as it is shown.
#[derive(Debug, Clone)]
pub struct DeadlineLine {
    /// What is due.
    pub name: String,
    /// When, in words.
    pub when: String,
    /// When, for machines: a day or a moment.
    pub datetime: String,
    /// How long until then, in words; `None` as long as today is not known, or if it is over.
    pub left: Signal<Option<String>>,
    /// Whether the date is said not to stand.
    pub is_tentative: bool,
    /// The issue that says so.
    pub source: IssueLink,
    /// Dates that it had before, in words, each with the issue that said so.
    pub earlier: Vec<(String, IssueLink)>,
}

/// A link to a place in an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueLink {
    /// Where it leads.
    pub href: String,
    /// The issue's day, in words.
    pub date: String,
}

/// The list.
#[component]
pub fn DeadlineList(
    /// In order.
    lines: Vec<DeadlineLine>,
) -> impl IntoView {
    let lines = lines.into_iter().map(line).collect_view();
    view! { <ol class="deadlines">{lines}</ol> }
}

fn line(line: DeadlineLine) -> impl IntoView {
    let earlier = line
        .earlier
        .into_iter()
        .map(|(when, issue)| {
            view! { "; it was " {when} " in that of " <a href=issue.href>{issue.date}</a> }
        })
        .collect_view();
    view! {
        <li>
            <span class="deadline-name">{line.name}</span>
            " "
            <span class="deadline-when">
                <time datetime=line.datetime>{line.when}</time>
                {move || line.left.get().map(|left| view! { " · " <strong>{left}</strong> })}
            </span>
            <p>
                {if line.is_tentative { "Tentative, from" } else { "From" }}
                " the issue of " <a href=line.source.href>{line.source.date}</a>
                {earlier}
            </p>
        </li>
    }
}
