//! Values to narrow a search by, each with what it would leave.

use leptos::prelude::*;

use crate::wording::count;

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// As in the address.
    pub id: String,
    /// As shown.
    pub name: String,
    /// Hits that have it; `None` while they have not been counted.
    pub hits: Option<u32>,
    /// Whether hits without it are left out.
    pub is_chosen: bool,
}

/// A row of toggle buttons. What would leave nothing stays, and cannot be pressed.
#[component]
pub fn FacetChips(
    /// What the values are, such as "Sections".
    label: &'static str,
    /// The values, in order.
    #[prop(into)]
    facets: Signal<Vec<Facet>>,
    /// Hears the id that is pressed.
    on_toggle: Callback<String>,
) -> impl IntoView {
    let buttons = move || {
        facets
            .get()
            .into_iter()
            .map(|Facet { id, name, hits, is_chosen }| {
                let spoken = match hits {
                    Some(hits) => format!("{name}, {}", count(hits, "result")),
                    None => name.clone(),
                };
                // It can be reached all the same, so that the row can be scrolled with the keyboard.
                let is_disabled = hits == Some(0) && !is_chosen;
                view! {
                    <li>
                        <button
                            class="chip"
                            type="button"
                            aria-pressed=if is_chosen { "true" } else { "false" }
                            aria-label=spoken
                            aria-disabled=is_disabled.then_some("true")
                            on:click=move |_| {
                                if !is_disabled {
                                    on_toggle.run(id.clone());
                                }
                            }
                        >
                            {name}
                            " "
                            <span class="count">{hits}</span>
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! { <ul class="chips facets" aria-label=label>{buttons}</ul> }
}
