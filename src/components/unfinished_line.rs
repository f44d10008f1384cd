//! The way back to the issue that was left unfinished.

use leptos::prelude::*;

/// One line, whose room is kept while there is no such issue: what comes late moves nothing.
#[component]
pub fn UnfinishedLine(
    /// The title; empty for none.
    #[prop(into)]
    title: Signal<String>,
    /// The place in it.
    #[prop(into)]
    href: Signal<String>,
    /// Hears that the reader leaves it at that.
    on_dismiss: Callback<()>,
) -> impl IntoView {
    let is_none = Signal::derive(move || title.with(String::is_empty));
    view! {
        <p class="unfinished">
            <span hidden=is_none>"Continue reading " <a href=href>{title}</a></span>
            <button type="button" class="plain" hidden=is_none on:click=move |_| on_dismiss.run(())>
                "Dismiss"
            </button>
        </p>
    }
}
