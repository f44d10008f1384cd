//! Section families to choose from, as plain words with counts.

use leptos::prelude::*;

use crate::state::chosen::{Choice, Chosen};
use crate::wording::count;

/// A row of toggle buttons, with "All" in front.
#[component]
pub fn Chips(
    /// What can be chosen, in order.
    choices: Vec<Choice>,
    /// What is chosen.
    chosen: Memo<Chosen>,
    /// Hears the family that is pressed.
    on_toggle: Callback<u8>,
    /// Hears that everything is wanted.
    on_all: Callback<()>,
) -> impl IntoView {
    let buttons = choices
        .into_iter()
        .map(|Choice { family, name, items }| {
            let pressed = Signal::derive(move || word(chosen.with(|chosen| chosen.has(family))));
            let label = format!("{name}, {}", count(items, "item"));
            view! {
                <li>
                    <button
                        class="chip"
                        type="button"
                        aria-pressed=pressed
                        aria-label=label
                        on:click=move |_| on_toggle.run(family)
                    >
                        {name}
                        " "
                        <span class="count">{items}</span>
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="chips" aria-label="Show sections">
            <li>
                <button
                    class="chip"
                    type="button"
                    aria-pressed=Signal::derive(move || word(chosen.with(Chosen::is_all)))
                    on:click=move |_| on_all.run(())
                >
                    "All"
                </button>
            </li>
            {buttons}
        </ul>
    }
}

/// An ARIA state.
fn word(is_true: bool) -> &'static str {
    if is_true { "true" } else { "false" }
}
