//! What can be typed, in words.

use leptos::prelude::*;
use newsletter_search::query::OPERATORS;

/// What has a meaning in a query, with an example each.
#[component]
pub fn SearchHelp() -> impl IntoView {
    let rows = OPERATORS
        .iter()
        .map(|row| {
            view! {
                <div>
                    <dt><code>{row.example}</code></dt>
                    <dd>{row.help}</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="search-help" aria-labelledby="search-help">
            <h2 id="search-help">"What can be typed"</h2>
            <p>
                "Words, in any form, of which all have to be there; numbers of pull requests and KEPs, versions, flags and names, which are found exactly as they are written; and:"
            </p>
            <dl>{rows}</dl>
        </section>
    }
}
