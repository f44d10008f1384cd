//! What is kept on this device, each thing with the way to be rid of it.

use leptos::prelude::*;

use crate::state::shelf::words_of;

/// The list.
#[component]
pub fn StoredThings(
    /// The name of each.
    things: ReadSignal<Vec<String>>,
    /// Hears which one is to be deleted.
    on_delete: Callback<String>,
    /// Hears that all are.
    on_delete_all: Callback<()>,
) -> impl IntoView {
    let rows = move || {
        let row = |name: String| {
            let words = words_of(&name);
            view! {
                <li>
                    {words}
                    " "
                    <button
                        type="button"
                        class="plain"
                        aria-label=format!("Delete: {words}")
                        on:click=move |_| on_delete.run(name.clone())
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
