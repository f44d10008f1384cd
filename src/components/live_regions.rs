//! What a screen reader hears without moving: two empty regions that are filled in turn.

use leptos::prelude::*;

/// The two regions.
#[component]
pub fn LiveRegions(
    /// What each holds.
    messages: ReadSignal<[String; 2]>,
) -> impl IntoView {
    let message = move |place: usize| {
        move || messages.with(|messages| messages.get(place).cloned().unwrap_or_default())
    };
    view! {
        <p class="spoken" role="status" aria-live="polite">{message(0)}</p>
        <p class="spoken" role="status" aria-live="polite">{message(1)}</p>
    }
}
