//! Taking a snippet for another site: a page of its own, here in a dialog.

use leptos::prelude::*;

/// The dialog's id, by which it is opened and closed.
pub const EMBED_DIALOG: &str = "embed";

/// What tells links to that page from others.
pub const EMBED_LINKS: &str = "a.embed";

/// A link to that page; the handler of the whole page opens the dialog instead. Without the program the link
/// works as it is.
#[component]
pub fn EmbedLink(
    /// The page's address.
    href: String,
) -> impl IntoView {
    view! { <a class="embed" href=href rel="external">"Embed"</a> }
}

/// The dialog; closed at first.
#[component]
pub fn EmbedDialog(
    /// The page's address; empty until it is wanted.
    #[prop(into)]
    href: Signal<String>,
    /// Hears that the dialog should close.
    on_close: Callback<()>,
) -> impl IntoView {
    let frame = move || {
        let href = href.get();
        (!href.is_empty()).then(|| view! { <iframe title="Embed" src=href></iframe> })
    };
    view! {
        <dialog id=EMBED_DIALOG aria-label="Embed">
            {frame}
            <button type="button" on:click=move |_| on_close.run(())>"Close"</button>
        </dialog>
    }
}
