//! What has become new while the page was open, in one quiet line at the foot of the window.

use leptos::prelude::*;

use crate::state::offline::{Known, News};

/// The line; hidden if nothing is new. A new version goes before content, which comes with it.
#[component]
pub fn Notice(
    /// What is known.
    known: ReadSignal<Known>,
    /// Hears that the new version is wanted.
    on_use: Callback<()>,
    /// Hears that the line has been read.
    on_dismiss: Callback<()>,
) -> impl IntoView {
    let has_version = move || known.with(Known::has_new_version);
    let has_news = move || !has_version() && known.with(|known| known.news.is_some());
    let of_news = move |part: fn(&News) -> &str| {
        known.with(|known| known.news.as_ref().map(|news| part(news).to_owned()))
    };
    let is_version_hidden = Signal::derive(move || !has_version());
    view! {
        <aside
            class="notice"
            aria-label="What is new"
            hidden=Signal::derive(move || !has_version() && !has_news())
        >
            <p>
                <span hidden=is_version_hidden>"A new version of this site is ready. "</span>
                <button
                    type="button"
                    class="plain"
                    hidden=is_version_hidden
                    on:click=move |_| on_use.run(())
                >
                    "Use it now"
                </button>
                <a
                    hidden=Signal::derive(move || !has_news())
                    href=move || of_news(|news| &news.href)
                >
                    {move || of_news(|news| &news.text)}
                </a>
            </p>
            <button type="button" class="plain" on:click=move |_| on_dismiss.run(())>"Not now"</button>
        </aside>
    }
}
