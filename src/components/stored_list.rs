//! Everything that this site keeps on the device, each line with a way to be rid of it.

use leptos::prelude::*;

use crate::state::offline::Known;
use crate::state::shelf::words_of;
use crate::wording::{count, size};

/// Something that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stored {
    /// Files of a kind, which can be fetched again.
    Files(&'static str),
    /// What the shelf has under a name.
    Remembered(&'static str),
}

/// One line: what it is about, its name, and how much it is; empty if that does not matter.
type Line = (Stored, &'static str, String);

/// The list.
#[component]
pub fn StoredList(
    /// What is known of files.
    known: ReadSignal<Known>,
    /// The names of what is on the shelf.
    remembered: ReadSignal<Vec<&'static str>>,
    /// Hears what is to be deleted.
    on_delete: Callback<Stored>,
) -> impl IntoView {
    let rows = move || {
        let lines = known.with(|known| remembered.with(|remembered| lines(known, remembered)));
        lines
            .into_iter()
            .map(|(stored, name, amount)| {
                view! {
                    <li>
                        <span>{name}</span>
                        " "
                        <span class="count">{amount}</span>
                        " "
                        <button
                            type="button"
                            class="plain"
                            aria-label=format!("Delete: {name}")
                            on:click=move |_| on_delete.run(stored)
                        >
                            "Delete"
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! { <ul class="stored" aria-label="Everything that is kept">{rows}</ul> }
}

/// The files, without kinds of which there are none, then what is remembered.
fn lines(known: &Known, remembered: &[&'static str]) -> Vec<Line> {
    let kinds = [
        ("read", "Texts that you have opened"),
        ("archive", "The saved archive"),
        ("index", "The search index"),
        ("program", "The program"),
    ];
    let files = kinds.into_iter().filter_map(|(kind, name)| {
        let mut kept = known.told.kept.iter();
        let kept = kept.find(|kept| kept.kind == kind && kept.files > 0)?;
        let amount = format!("{}, {}", count(kept.files, "file"), size(kept.kilobytes));
        Some((Stored::Files(kind), name, amount))
    });
    let remembered =
        remembered.iter().map(|name| (Stored::Remembered(name), words_of(name), String::new()));
    files.chain(remembered).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::offline::{Kept, Told};
    use crate::state::shelf::READ;

    #[test]
    fn kinds_without_files_have_no_line() {
        let kept = |kind: &str, files| Kept { kind: kind.to_owned(), files, kilobytes: 12 };
        let kept = vec![kept("program", 3), kept("read", 0), kept("unknown", 1)];
        let known = Known { told: Told { kept, ..Told::default() }, ..Known::default() };
        let expect = [
            (Stored::Files("program"), "The program", "3 files, 12 kB".to_owned()),
            (Stored::Remembered(READ), "Which issues you have read", String::new()),
        ];
        assert_eq!(lines(&known, &[READ]), expect);
    }
}
