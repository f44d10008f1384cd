//! How the program starts: it takes over the page that was rendered for everybody, or makes one where
//! there is none.

use std::sync::Arc;

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use newsletter::parse;
use wasm_bindgen_futures::spawn_local;

use crate::app::{App, Reader};
use crate::components::shortcuts_dialog::SHORTCUTS_DIALOG;
use crate::pages::home::{YEAR_LINES, year_lines};
use crate::platform::page::{self, Prerendered};
use crate::platform::{program, timer, turns};
use crate::route::{self, Route};
use crate::state::archive::{self, ArchiveRef, base_here};
use crate::state::at_hand::AtHand;
use crate::state::deadlines;
use crate::state::load::LoadError;
use crate::state::navigation;
use crate::state::reading::Reading;

/// Starts the program in the page that loaded it.
pub fn start() {
    turns::prepare();
    let here = navigation::path_here(&base_here());
    // The page for what is not there answers every address that is none.
    match page::prerendered().filter(|page| route::is_same_file(&page.path, &here)) {
        Some(page) => spawn_local(adopt(page)),
        None => make(),
    }
}

fn make() {
    page::clear();
    if let Some(root) = page::root() {
        mount_to(root, App).forget();
    }
}

/// Until the archive is known, and if it never is, the page stays as it came. The work is done in pieces,
/// since on a phone each takes longer than a reader should wait for an answer.
async fn adopt(page: Prerendered) {
    let manifest = archive::manifest_here();
    let (Ok(archive), Some(root)) = (archive::fetched().await, page::root()) else {
        return program::has_failed();
    };
    // The page is of a build that has been replaced: its text is not what would be made of it now.
    if manifest != archive::manifest_here() {
        return make();
    }
    let archive = Arc::new(archive);
    timer::give_way().await;
    let Ok(at_hand) = at_hand(&page, &archive).await else {
        return program::has_failed();
    };
    timer::give_way().await;
    let owner = Owner::new();
    let reading = owner.with(|| Reading::at(&page.path, archive, at_hand).adopting());
    take_over_years(&reading, &page.path).await;
    let view = {
        let reading = reading.clone();
        move || view! { <Reader reading=reading/> }
    };
    // Effects come last, since what they do rests on the address and on what is kept on this device.
    let (handle, effects) = turns::without_effects(|| hydrate_from(root, view));
    handle.forget();
    timer::give_way().await;
    owner.with(|| reading.take_over(SHORTCUTS_DIALOG));
    timer::give_way().await;
    effects.begin();
    // Of the program as a whole, which has no end.
    std::mem::forget(owner);
}

/// Takes over the lists of issues, by far the most of the home page, one at a time. Nothing in them hears
/// clicks, and nothing changes before the page itself has been taken over.
async fn take_over_years(reading: &Reading, path: &str) {
    if Route::at(path, &reading.archive.manifest) != Route::Home {
        return;
    }
    for (element, year) in page::all(YEAR_LINES).into_iter().zip(reading.archive.years()) {
        let of = reading.clone();
        reading.hold(hydrate_from(element, move || year_lines(&of, year)));
        timer::give_way().await;
    }
}

/// The posts that the page holds, and the deadlines, if it was made from them: those it does not hold.
async fn at_hand(page: &Prerendered, archive: &ArchiveRef) -> Result<AtHand, LoadError> {
    let parsed = |(path, markdown): &(String, String)| {
        (path.clone(), Arc::new(parse(markdown, path, &archive.rules).issue))
    };
    let posts = Arc::new(page.posts.iter().map(parsed).collect());
    let deadlines = match Route::at(&page.path, &archive.manifest) {
        Route::Deadlines => Some(Arc::new(deadlines::fetched(archive).await?)),
        _ => None,
    };
    Ok(AtHand { posts, deadlines })
}
