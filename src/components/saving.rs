//! Saving the whole archive: how far it is, and what can be done about it.

use leptos::prelude::*;

use crate::state::offline::{Amount, Ask, Known, Told};
use crate::wording::{count, size};

/// The state in words, and its buttons.
#[component]
pub fn Saving(
    /// What is known.
    known: ReadSignal<Known>,
    /// Hears what is wanted.
    on_ask: Callback<Ask>,
) -> impl IntoView {
    let is_in = move |states: &'static [&'static str]| {
        known.with(|known| states.contains(&known.told.state.as_str()))
    };
    let hidden_unless = move |states| Signal::derive(move || !is_in(states));
    let words = move |words: fn(&Told) -> String| move || known.with(|known| words(&known.told));
    view! {
        <p role="status">{words(status)}</p>
        <p
            class="failure"
            role="alert"
            hidden=Signal::derive(move || known.with(|known| known.told.failure.is_none()))
        >
            {words(failure)}
        </p>
        <progress
            aria-label="Saved so far"
            hidden=hidden_unless(&["saving"])
            max=words(|told| told.all.kilobytes.max(1).to_string())
            value=words(|told| told.done.kilobytes.to_string())
        ></progress>
        <p class="deeds">
            <button
                type="button"
                hidden=hidden_unless(&["ready", "stale"])
                on:click=move |_| on_ask.run(Ask::Save)
            >
                {words(offer)}
            </button>
            <button
                type="button"
                hidden=hidden_unless(&["saving"])
                on:click=move |_| on_ask.run(Ask::Cancel)
            >
                "Stop saving"
            </button>
        </p>
        <label class="switch" hidden=hidden_unless(&["ready", "saving", "saved", "stale"])>
            <input
                type="checkbox"
                prop:checked=move || known.with(|known| known.told.is_followed)
                on:change:target=move |event| on_ask.run(Ask::Follow(event.target().checked()))
            />
            "Always keep the archive saved: what is new is fetched by itself"
        </label>
    }
}

/// What can be saved.
fn offer(told: &Told) -> String {
    let size = size(told.all.kilobytes);
    match told.state.as_str() {
        "stale" => format!("Save what is new (at most {size})"),
        _ => format!("Save the archive ({size})"),
    }
}

/// What works without a network, in one sentence.
fn status(told: &Told) -> String {
    let Told { state, done, all, .. } = told;
    match state.as_str() {
        "" => "Looking what is kept here.".to_owned(),
        "ready" => {
            "Without a network you can read what you have read before, and search.".to_owned()
        }
        "saving" => format!("Saving: {}.", progress(*done, *all)),
        "saved" => format!(
            "The whole archive is saved: {}, {}. All of it can be read and searched without a network.",
            count(all.issues, "issue"),
            size(all.kilobytes)
        ),
        "stale" => "The archive was saved, and has changed since.".to_owned(),
        _ => "This browser keeps nothing for reading without a network, or not yet.".to_owned(),
    }
}

/// "120 of 309 issues, 1.2 MB of 3.4 MB".
fn progress(done: Amount, all: Amount) -> String {
    format!(
        "{} of {}, {} of {}",
        done.issues,
        count(all.issues, "issue"),
        size(done.kilobytes),
        size(all.kilobytes)
    )
}

/// Why saving ended early, and what to do about it; empty if it did not.
fn failure(told: &Told) -> String {
    let Some(kind) = &told.failure else { return String::new() };
    let words = match kind.as_str() {
        "full" => {
            "There is no room left for it on this device. Make some room and save again: what is saved already stays."
        }
        "moved" => {
            "The archive was renewed meanwhile. Reload the page and save again: what is saved already stays."
        }
        "damaged" => {
            "A file came with other content than the archive says, twice. Try again later; if it stays like this, tell the publisher."
        }
        _ => {
            "The site cannot be reached. Saving goes on where it was when you come back, or when you press the button again."
        }
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_state_and_each_failure_has_its_own_words() {
        let states = ["", "none", "ready", "saving", "saved", "stale"];
        let told = |state: &&str| Told { state: (*state).to_owned(), ..Told::default() };
        let mut words: Vec<_> = states.iter().map(|state| status(&told(state))).collect();
        let failures = ["full", "moved", "damaged", "network"];
        words.extend(
            failures
                .map(|kind| failure(&Told { failure: Some(kind.to_owned()), ..Told::default() })),
        );
        words.sort();
        words.dedup();
        assert_eq!(words.len(), states.len() + failures.len());
    }

    #[test]
    fn progress_counts_issues_and_bytes() {
        let (done, all) =
            (Amount { issues: 120, kilobytes: 900 }, Amount { issues: 309, kilobytes: 3400 });
        assert_eq!(progress(done, all), "120 of 309 issues, 900 kB of 3.4 MB");
    }
}
