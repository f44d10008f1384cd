//! Pages as text, made natively by the components that the browser takes them over with.

use leptos::prelude::*;

use crate::app::Reader;
use crate::state::archive::ArchiveRef;
use crate::state::at_hand::AtHand;
use crate::state::reading::Reading;

/// The markup of the page at `path`, to stand in the element that the app is mounted in. Every post
/// that the page shows has to be in `at_hand`.
pub fn page(path: &str, archive: &ArchiveRef, at_hand: &AtHand) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let reading = Reading::at(path, archive.clone(), at_hand.clone());
        view! { <Reader reading=reading/> }.to_html()
    });
    owner.cleanup();
    html
}
