//! The shape of text that is on its way. It shows after 200 ms (in the style sheet), so that what
//! comes quickly does not flicker.

use leptos::prelude::*;

/// Lines in the shape of an issue.
#[component]
pub fn Skeleton() -> impl IntoView {
    let lines = (0..3)
        .map(|_| view! { <div class="bar title"></div><div class="bar"></div><div class="bar"></div><div class="bar short"></div> })
        .collect_view();
    view! {
        <div class="skeleton" role="status">
            <span class="spoken">"Loading"</span>
            {lines}
        </div>
    }
}
