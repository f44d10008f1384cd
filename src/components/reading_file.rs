//! What was read, taken to another device: a file that is saved here and added there.

use leptos::prelude::*;

/// The input's id, by which the chosen file is found.
pub const READING_FILE: &str = "reading-file";

/// What the saved file is called.
const FILE_NAME: &str = "reading.json";

/// The way out and the way in.
#[component]
pub fn ReadingFile(
    /// The file as it is now, as an address that holds it.
    #[prop(into)]
    href: Signal<String>,
    /// Hears that a file was chosen.
    on_file: Callback<()>,
) -> impl IntoView {
    view! {
        <p><a href=href download=FILE_NAME>"Save it as a file"</a></p>
        <p>
            <label for=READING_FILE>"Add what a saved file holds: "</label>
            <input
                id=READING_FILE
                type="file"
                accept=".json,application/json"
                on:change=move |_| on_file.run(())
            />
        </p>
    }
}
