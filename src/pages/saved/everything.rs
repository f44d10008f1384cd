//! The list of everything that is kept, and what came of the last step that changed it.

use leptos::prelude::*;

use crate::components::status_message::words_of_file;
use crate::components::stored_list::{Stored, StoredList};
use crate::state::offline::{Ask, Offline};
use crate::state::transfer::{Step, Transfer};
use crate::wording::count;

/// What stands below the title.
pub(super) fn part(offline: Offline, transfer: &Transfer) -> impl IntoView + use<> {
    let (message, can_undo) = (transfer.message(), transfer.can_undo());
    let (deleting, deleting_all, undoing) = (transfer.clone(), transfer.clone(), transfer.clone());
    let on_delete = Callback::new(move |stored| match stored {
        Stored::Files(kind) => offline.ask(&Ask::Forget(kind)),
        Stored::Remembered(name) => deleting.delete(name),
    });
    view! {
        <p>
            "It is kept in this browser alone, and nobody is told of it. Besides, until a tab is closed, its browser keeps how far each page was scrolled."
        </p>
        <p class="shown-line">
            <span role="status">{message}</span>
            <button
                type="button"
                class="plain"
                hidden=Signal::derive(move || !can_undo.get())
                on:click=move |_| undoing.undo()
            >
                "Undo"
            </button>
        </p>
        <StoredList known=offline.known() remembered=transfer.things() on_delete=on_delete/>
        <p class="deeds">
            <button type="button" on:click=move |_| deleting_all.delete_all()>
                "Forget what you have chosen and read"
            </button>
        </p>
    }
}

/// What came of a step.
pub(super) fn words(step: Step) -> String {
    match step {
        Step::Added(merged) => {
            let number = |number| count(u32::try_from(number).unwrap_or(u32::MAX), "issue");
            format!(
                "{} added from the file. {} in it had been read here as well.",
                number(merged.added),
                number(merged.known)
            )
        }
        Step::Refused(error) => words_of_file(&error),
        Step::Deleted => "Deleted.".to_owned(),
        Step::Undone => "It is as it was.".to_owned(),
    }
}
