//! Previous and next issue.

use bundle_format::IssueEntry;
use leptos::prelude::*;

use crate::wording::long_date;

/// An issue to go on to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// The issue.
    pub issue: IssueEntry,
    /// Its address.
    pub href: String,
}

/// Links to the issues before and after this one.
#[component]
pub fn Neighbours(
    /// The older one, if there is one.
    previous: Option<Neighbour>,
    /// The newer one, if there is one.
    next: Option<Neighbour>,
) -> impl IntoView {
    let link = |neighbour: Option<Neighbour>, rel: &'static str, label: &'static str| {
        neighbour.map(|Neighbour { issue, href }| {
            view! {
                <a class=rel rel=rel href=href>
                    <span class="label">{label}</span>
                    <span class="name">{issue.title.clone()}</span>
                    <span class="date">{long_date(issue.date())}</span>
                </a>
            }
        })
    };
    view! {
        <nav class="neighbours" aria-label="Other issues">
            {link(previous, "prev", "Previous issue")} {link(next, "next", "Next issue")}
        </nav>
    }
}
