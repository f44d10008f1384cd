//! The mark beside a heading or item that links to it.

use leptos::prelude::*;

/// What tells link marks from other links.
pub const PERMALINKS: &str = "a.permalink";

/// A link that goes to its place and, by the handler of the whole page, copies its address. Those of
/// headings are tab stops; those of items are reached from there with the arrow keys, so that an issue
/// is not a hundred stops long.
#[component]
pub fn Permalink(
    /// The address of the place.
    href: String,
    /// What the place is called.
    name: String,
    /// Whether it can be reached with the tab key.
    is_stop: bool,
) -> impl IntoView {
    view! {
        <a
            class="permalink"
            href=href
            aria-label=format!("Copy link to: {name}")
            title="Copy link"
            tabindex=(!is_stop).then_some("-1")
        >
            "#"
        </a>
    }
}
