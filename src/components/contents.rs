//! A rail of links with counts: the sections of an issue, the years, the families.

use leptos::prelude::*;

use crate::wording::count;

/// One line of the rail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentsLine {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub name: String,
    /// How much is there.
    pub number: u32,
}

/// A titled list of links, one of which may be where the reader is.
#[component]
pub fn Contents(
    /// Above the list.
    title: &'static str,
    /// What is counted, in the singular: "item".
    unit: &'static str,
    /// In order.
    lines: Vec<ContentsLine>,
    /// The place of the line where the reader is.
    #[prop(into)]
    current: Signal<Option<usize>>,
) -> impl IntoView {
    let lines = lines
        .into_iter()
        .enumerate()
        .map(|(place, line)| {
            let is_current = move || (current.get() == Some(place)).then_some("true");
            view! {
                <li>
                    <a href=line.href aria-current=is_current>
                        <span>{line.name}</span>
                        " "
                        <span class="count" title=count(line.number, unit)>{line.number}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="contents" aria-label=title>
            <h2>{title}</h2>
            <ul>{lines}</ul>
        </nav>
    }
}
