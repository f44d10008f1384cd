//! What is hidden, in one line; and the sections that the reader always wants.

use leptos::prelude::*;

/// The line above the sections.
#[component]
pub fn SectionChoice(
    /// Sections shown, all sections, items shown, all items.
    #[prop(into)]
    counts: Signal<[usize; 4]>,
    /// Ids of the chosen families; empty for all.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Ids of the families kept as "my sections"; may be empty.
    #[prop(into)]
    mine: Signal<Vec<String>>,
    /// Hears that everything is wanted.
    on_all: Callback<()>,
    /// Hears that "my sections" are wanted.
    on_mine: Callback<()>,
    /// Hears which families to keep as "my sections".
    on_remember: Callback<Vec<String>>,
) -> impl IntoView {
    let summary = move || {
        let [shown, all, ..] = counts.get();
        format!("Showing {shown} of {all} sections")
    };
    let is_all = move || chosen.with(Vec::is_empty);
    let is_mine = move || chosen.get() == mine.get();
    view! {
        <p class="shown-line">
            <span hidden=Signal::derive(is_all)>{summary} " "</span>
            <button type="button" class="plain" hidden=Signal::derive(is_all) on:click=move |_| on_all.run(())>
                "Show all"
            </button>
            " "
            <button
                type="button"
                class="plain"
                hidden=Signal::derive(move || is_all() || is_mine())
                on:click=move |_| on_remember.run(chosen.get_untracked())
            >
                "Remember as my sections"
            </button>
            " "
            <button
                type="button"
                class="plain"
                hidden=Signal::derive(move || mine.with(Vec::is_empty) || is_mine())
                on:click=move |_| on_mine.run(())
            >
                "Show only my sections"
            </button>
            " "
            <button
                type="button"
                class="plain"
                hidden=Signal::derive(move || is_all() || !is_mine())
                on:click=move |_| on_remember.run(Vec::new())
            >
                "Forget my sections"
            </button>
        </p>
    }
}
