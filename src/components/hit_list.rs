//! What was found: items, with the words that were looked for marked.

use leptos::prelude::*;

use crate::state::search::Piece;

/// One item that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedHit {
    /// The address of the item.
    pub href: String,
    /// Its day, for machines.
    pub date: String,
    /// Its day, for people.
    pub long_date: String,
    /// Its section; may be empty.
    pub section: String,
    /// The title of its issue.
    pub title: String,
    /// Its own heading; may be empty.
    pub heading: Vec<Piece>,
    /// What is shown of its text.
    pub text: Vec<Piece>,
    /// What it has in common with the hit before it.
    pub shared: Shared,
}

/// What a hit has in common with the one before it, and so need not be seen twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    /// It is of another issue.
    Nothing,
    /// The issue.
    Issue,
    /// The issue and the section.
    Section,
}

/// The items, in order.
#[component]
pub fn HitList(
    /// What was found.
    #[prop(into)]
    hits: Signal<Vec<ListedHit>>,
) -> impl IntoView {
    let lines = move || hits.get().into_iter().map(line).collect_view();
    view! { <ol class="hits" data-results="" aria-label="Results">{lines}</ol> }
}

fn line(hit: ListedHit) -> impl IntoView {
    let heading = (!hit.heading.is_empty())
        .then(|| view! { <span class="hit-heading">{marked(hit.heading)}</span> });
    // The order is that of the engine, so a group is a run of hits; each still says all to whoever
    // hears it alone.
    let class = match hit.shared {
        Shared::Nothing => "hit",
        Shared::Issue => "hit same-issue",
        Shared::Section => "hit same-issue same-section",
    };
    view! {
        <li class=class>
            <p class="hit-place">
                <span class="hit-issue">
                    <time datetime=hit.date>{hit.long_date}</time>
                    <span class="hit-title">" · " {hit.title}</span>
                </span>
                " "
                <span class="hit-section">{hit.section}</span>
            </p>
            <a data-hit="" href=hit.href>{heading}<span class="hit-text">{marked(hit.text)}</span></a>
        </li>
    }
}

fn marked(pieces: Vec<Piece>) -> impl IntoView {
    pieces
        .into_iter()
        .map(
            |Piece { text, is_marked }| {
                if is_marked { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
            },
        )
        .collect_view()
}
