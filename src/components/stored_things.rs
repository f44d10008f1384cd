//! What is kept on this device, each thing with the way to be rid of it.

use leptos::prelude::*;

/// The list.
#[component]
pub fn StoredThings(
    /// What tells each thing from the others, and what it is in words.
    #[prop(into)]
    things: Signal<Vec<(&'static str, &'static str)>>,
    /// Hears which one is to be deleted.
    on_delete: Callback<&'static str>,
    /// Hears that all are.
    on_delete_all: Callback<()>,
) -> impl IntoView {
    let rows = move || {
        let row = |(name, words): (&'static str, &'static str)| {
            view! {
                <li>
                    {words}
                    " "
                    <button
                        type="button"
                        class="plain"
                        aria-label=format!("Delete: {words}")
                        on:click=move |_| on_delete.run(name)
                    >
                        "Delete"
                    </button>
                </li>
            }
        };
        things.get().into_iter().map(row).collect_view()
    };
    let has_none = Signal::derive(move || things.with(Vec::is_empty));
    view! {
        <p hidden=Signal::derive(move || !has_none.get())>"Nothing is kept."</p>
        <ul class="stored">{rows}</ul>
        <p hidden=has_none>
            <button type="button" on:click=move |_| on_delete_all.run(())>"Delete all of this"</button>
        </p>
    }
}
