//! Everything that this site keeps on the device, each line with a way to be rid of it.

use leptos::prelude::*;

use crate::state::offline::Known;
use crate::wording::{count, size};

/// One line: what tells it from the others, its name, and how much it is; empty if that does not
/// matter.
type Line = (&'static str, &'static str, String);

/// The list.
#[component]
pub fn StoredList(
    /// What is known.
    known: ReadSignal<Known>,
    /// Hears what is to be deleted.
    on_delete: Callback<&'static str>,
) -> impl IntoView {
    let rows = move || {
        let lines = known.with(lines);
        lines
            .into_iter()
            .map(|(key, name, amount)| {
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
                            on:click=move |_| on_delete.run(key)
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

/// What is kept to be read, without kinds of which there is nothing, then what is remembered.
fn lines(known: &Known) -> Vec<Line> {
    let names = [
        ("read", "What you have read"),
        ("archive", "The saved archive"),
        ("index", "The search index"),
        ("program", "The program"),
    ];
    let kept = names.into_iter().filter_map(|(key, name)| {
        let mut kept = known.told.kept.iter();
        let kept = kept.find(|kept| kept.kind == key && kept.files > 0)?;
        Some((key, name, format!("{}, {}", count(kept.files, "file"), size(kept.kilobytes))))
    });
    kept.chain(known.remembered.iter().map(|(key, name)| (*key, *name, String::new()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::offline::{Kept, Told};

    #[test]
    fn kinds_without_files_have_no_line() {
        let kept = |kind: &str, files| Kept { kind: kind.to_owned(), files, kilobytes: 12 };
        let kept = vec![kept("program", 3), kept("read", 0), kept("unknown", 1)];
        let known = Known {
            told: Told { kept, ..Told::default() },
            remembered: vec![("masthead:theme", "The theme")],
            ..Known::default()
        };
        let expect = [
            ("program", "The program", "3 files, 12 kB".to_owned()),
            ("masthead:theme", "The theme", String::new()),
        ];
        assert_eq!(lines(&known), expect);
    }
}
