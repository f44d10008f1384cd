//! The way back to the issue that was left unfinished.

use leptos::prelude::*;

/// The issue, and where in it the reader was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// The title.
    pub title: String,
    /// The place in it.
    pub href: String,
}

/// One line, whose room is kept while there is none: what comes late moves nothing.
#[component]
pub fn UnfinishedLine(
    /// `None` for no such issue.
    #[prop(into)]
    unfinished: Signal<Option<Unfinished>>,
    /// Hears that the reader leaves it at that.
    on_dismiss: Callback<()>,
) -> impl IntoView {
    let line = move || {
        unfinished.get().map(|Unfinished { title, href }| {
            view! {
                <span>"Continue reading "<a href=href>{title}</a></span>
                <button type="button" class="plain" on:click=move |_| on_dismiss.run(())>
                    "Dismiss"
                </button>
            }
        })
    };
    view! { <p class="unfinished">{line}</p> }
}
