//! Marks on a page where a search has found something: the address says what is marked.

use leptos::prelude::*;

use super::reading::Reading;
use crate::platform::highlight;
use crate::route::Query;

/// Where the page's text is.
const CONTENT: &str = "content";

/// Marks the page whenever it `is_here`, for as long as the page lives.
pub fn show(reading: &Reading, is_here: impl Fn() -> bool + 'static) {
    let query = reading.query();
    Effect::new(move || {
        let marks = query.with(|query| query.marks.clone());
        if is_here() {
            highlight::mark(CONTENT, &marks);
        }
    });
    on_cleanup(|| highlight::mark(CONTENT, &[]));
}

/// Whether anything is marked.
pub fn are_shown(reading: &Reading) -> Signal<bool> {
    let query = reading.query();
    Signal::derive(move || query.with(|query| !query.marks.is_empty()))
}

/// Takes all marks off.
pub fn remove(reading: &Reading) {
    let query = reading.query().get_untracked();
    reading.navigation.choose(Query { marks: Vec::new(), ..query });
}
