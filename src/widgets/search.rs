//! A search box: with scripts it answers where it stands, without them it leads to the archive.

use bundle_format::SEARCH_PATH;
use leptos::prelude::*;

use super::frame::{Head, widget};
use super::markup;
use crate::route;
use crate::state::archive::Archive;

/// The box. `module` is the address of the module that searches, which is asked for when somebody is about
/// to search.
pub fn search(archive: &Archive, module: &str) -> String {
    let title = archive.manifest.title.clone();
    markup(|| {
        let head = Head {
            href: archive.href(&route::home()),
            title: title.clone(),
            above: view! { <p class="date-line">"Search the archive"</p> }.into_any(),
            read_on: "All issues in the archive",
        };
        let content = view! {
            <form class="content" role="search" action=archive.base.file(SEARCH_PATH) target="_blank">
                <input
                    type="search"
                    name="q"
                    aria-label=format!("Search {title}")
                    autocomplete="off"
                    data-module=module.to_owned()
                />
                " "
                <button>"Search"</button>
            </form>
            <p class="date-line said" role="status"></p>
            <ol class="hits" data-results aria-label="Results"></ol>
        };
        widget(archive, head, content.into_any())
    })
}
