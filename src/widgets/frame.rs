//! What every widget has around its content: a head, a word for what is not there, and whose text it is.

use leptos::prelude::*;

use crate::route;
use crate::state::archive::Archive;

/// What stands above a widget's content.
pub(super) struct Head {
    /// The address of what is shown, in the archive.
    pub(super) href: String,
    /// What is shown.
    pub(super) title: String,
    /// The line above the title.
    pub(super) above: AnyView,
    /// What the link at the foot is called.
    pub(super) read_on: &'static str,
}

/// A widget around its `content`. The element `main` is what its height is measured by.
pub(super) fn widget(archive: &Archive, head: Head, content: AnyView) -> AnyView {
    let Head { href, title, above, read_on } = head;
    let manifest = &archive.manifest;
    let licence = manifest.licence.clone();
    view! {
        <main class="widget">
            <header>
                {above}
                <h1><a href=href.clone()>{title}</a></h1>
            </header>
            {content}
            <p class="missing" hidden>
                "This is not in the archive, or not any more. "
                <a href=href.clone()>"See what is there"</a>
            </p>
            <footer>
                <p>
                    <a href=archive.href(&route::home())>{manifest.title.clone()}</a>
                    {licence.map(|licence| {
                        view! { " · Text under " <a rel="license" href=licence.url>{licence.name}</a> }
                    })}
                </p>
                <p><a href=href>{read_on}</a></p>
            </footer>
        </main>
    }
    .into_any()
}
