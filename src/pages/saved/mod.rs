//! What is kept on this device: saving the archive, storage, what was read, and a list of everything.

mod everything;
mod what_was_read;

use leptos::prelude::*;

use crate::components::saving::Saving;
use crate::state::navigation::as_it_is;
use crate::state::offline::{Ask, Known};
use crate::state::reading::Reading;
use crate::state::transfer::Transfer;
use crate::wording::size;

/// The page.
#[component]
pub fn SavedPage() -> impl IntoView {
    let reading = Reading::current();
    let transfer = Transfer::new(&reading, everything::words);
    let offline = reading.offline;
    let known = offline.known();
    // Again whenever something was saved or thrown away.
    let state = Memo::new(move |_| known.with(|known| known.told.state.clone()));
    Effect::new(move || {
        state.track();
        offline.ask(&Ask::Storage);
    });
    reading.navigation.settle_when("On this device".to_owned(), Box::new(|| Some(as_it_is())));
    let on_ask = Callback::new(move |ask: Ask| offline.ask(&ask));
    let button = move |name: &'static str, ask: fn() -> Ask, is_offered: fn(&Known) -> bool| {
        view! {
            <p class="deeds" hidden=Signal::derive(move || !known.with(is_offered))>
                <button type="button" on:click=move |_| on_ask.run(ask())>{name}</button>
            </p>
        }
    };
    view! {
        <div class="columns">
            <div class="column saved">
                <h1>"On this device"</h1>
                <h2>"Read without a network"</h2>
                <Saving known=known on_ask=on_ask/>
                {button("Install as an app", || Ask::Install, |known| known.told.is_installable)}
                <h2>"What you have read"</h2>
                {what_was_read::part(&reading, &transfer)}
                <h2>"Storage"</h2>
                <p>{move || known.with(storage_words)}</p>
                {button("Ask the browser to leave it alone", || Ask::Persist, can_be_safer)}
                <h2>"Everything that is kept"</h2>
                {everything::part(offline, &transfer)}
                {button("Begin again: delete what can be fetched again", || Ask::Reset, |_| true)}
            </div>
        </div>
    }
}

fn can_be_safer(known: &Known) -> bool {
    known.told.storage.is_some_and(|storage| !storage.is_persisted)
}

/// How much room there is, and how safe it is; empty before the browser has said so.
fn storage_words(known: &Known) -> String {
    let Some(storage) = known.told.storage else { return String::new() };
    // Not every browser says how much that is.
    let usage = match (storage.usage, storage.quota) {
        (_, 0) => "The browser does not say how much room there is.".to_owned(),
        (usage, quota) => {
            format!(
                "This site uses {} of the {} that this browser gives it.",
                size(usage),
                size(quota)
            )
        }
    };
    let safety = if storage.is_persisted {
        "The browser leaves it alone."
    } else {
        "The browser may clear it when it needs room; what is lost is fetched again."
    };
    format!("{usage} {safety}")
}
