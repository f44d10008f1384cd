//! What stands for every widget that is not there.

use leptos::prelude::*;

use super::markup;
use crate::route;
use crate::state::archive::Archive;

/// A sentence and a link to the archive.
pub fn missing(archive: &Archive) -> String {
    markup(|| {
        view! {
            <main class="widget">
                <p class="missing">
                    "This is not in the archive, or not any more. "
                    <a href=archive.href(&route::home())>{archive.manifest.title.clone()}</a>
                </p>
            </main>
        }
        .into_any()
    })
}
