//! What is said where the program does not run: styles show the sentence that fits.

use leptos::prelude::*;

/// Under the controls that need the program.
#[component]
pub fn ProgramNotice() -> impl IntoView {
    view! {
        <p class="program-notice without-scripts">
            "Without scripts there is no search here and no filter; everything can be read."
        </p>
        <p class="program-notice after-failure" role="alert">
            "The program behind search and filters did not start. Reload the page to try again; everything can be read as it is."
        </p>
    }
}
