//! How a search is ordered, and from which days it is.

use leptos::prelude::*;

/// Order and days.
#[component]
pub fn SearchOptions(
    /// Whether hits are ordered by date.
    #[prop(into)]
    is_newest_first: Signal<bool>,
    /// The first day, such as `2023-01-01`; empty for the first there is.
    #[prop(into)]
    from: Signal<String>,
    /// The last day; empty for the last there is.
    #[prop(into)]
    to: Signal<String>,
    /// Hears whether hits should be ordered by date.
    on_sort: Callback<bool>,
    /// Hears the first and the last day.
    on_days: Callback<(String, String)>,
) -> impl IntoView {
    let order = move |name: &'static str, is_newest: bool| {
        let pressed = move || if is_newest_first.get() == is_newest { "true" } else { "false" };
        view! {
            <button class="chip" type="button" aria-pressed=pressed on:click=move |_| on_sort.run(is_newest)>
                {name}
            </button>
        }
    };
    view! {
        <div class="search-options">
            <div role="group" aria-label="Order">
                {order("Best first", false)} {order("Newest first", true)}
            </div>
            {day("From ", from, Callback::new(move |day| on_days.run((day, to.get_untracked()))))}
            " "
            {day("to ", to, Callback::new(move |day| on_days.run((from.get_untracked(), day))))}
        </div>
    }
}

/// A day to choose.
fn day(name: &'static str, day: Signal<String>, on_day: Callback<String>) -> impl IntoView {
    view! {
        <label>
            {name}
            <input
                type="date"
                prop:value=day
                on:change:target=move |event| on_day.run(event.target().value())
            />
        </label>
    }
}
