//! The end of an issue: whether it was read, and the way to say so or to take that back.

use leptos::html::Div;
use leptos::prelude::*;

/// The line below the text.
#[component]
pub fn ReadMark(
    /// Whether the issue was read.
    #[prop(into)]
    is_read: Signal<bool>,
    /// Hears that it was, or that it was not.
    on_mark: Callback<bool>,
    /// The line itself: once it is on screen, so is the end of the issue.
    end: NodeRef<Div>,
) -> impl IntoView {
    view! {
        <div class="shown-line read-mark" node_ref=end>
            <span hidden=Signal::derive(move || !is_read.get())>"You have read this issue. "</span>
            <button
                type="button"
                class="plain"
                on:click=move |_| on_mark.run(!is_read.get_untracked())
            >
                {move || if is_read.get() { "Mark as unread" } else { "Mark as read" }}
            </button>
        </div>
    }
}
