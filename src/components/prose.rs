//! Rendered Markdown: the only place that puts markup into the page, and it takes `SafeHtml` alone.

use leptos::prelude::*;
use newsletter::SafeHtml;

/// One or more blocks of text.
#[component]
pub fn Prose(
    /// The blocks.
    html: SafeHtml,
) -> impl IntoView {
    view! { <div class="prose" inner_html=html.as_str().to_owned()></div> }
}

/// Text within a line, such as a heading's.
#[component]
pub fn InlineProse(
    /// The text.
    html: SafeHtml,
) -> impl IntoView {
    view! { <span inner_html=html.as_str().to_owned()></span> }
}
