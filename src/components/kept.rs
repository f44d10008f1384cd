//! Content that does not change once it is there.

use leptos::prelude::*;

/// An element for `children`, which are left as they are where the page has been rendered already.
#[component]
pub fn Kept(
    /// The element's class.
    class: &'static str,
    /// Whether the children are there.
    is_there: bool,
    /// What makes them.
    children: Children,
) -> impl IntoView {
    if is_there {
        view! { <div class=class></div> }.into_any()
    } else {
        view! { <div class=class>{children()}</div> }.into_any()
    }
}
