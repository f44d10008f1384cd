//! The foot of every page: licence, deadlines and plain pages.

use bundle_format::Licence;
use leptos::prelude::*;

/// A link of the footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FooterLink {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub name: String,
}

/// The footer.
#[component]
pub fn PageFooter(
    /// The publication's name.
    title: String,
    /// Terms of use of the text.
    licence: Option<Licence>,
    /// Deadlines and plain pages, in order.
    links: Vec<FooterLink>,
    /// Hears that the list of shortcuts is wanted.
    on_shortcuts: Callback<()>,
) -> impl IntoView {
    let links = links
        .into_iter()
        .map(|link| view! { <li><a href=link.href>{link.name}</a></li> })
        .collect_view();
    view! {
        <footer class="page-footer">
            <p>
                {title}
                {licence.map(|licence| {
                    view! { " · Text under " <a rel="license" href=licence.url>{licence.name}</a> }
                })}
            </p>
            <ul>
                {links}
                <li>
                    <button type="button" class="plain" on:click=move |_| on_shortcuts.run(())>
                        "Keyboard shortcuts"
                    </button>
                </li>
            </ul>
        </footer>
    }
}
