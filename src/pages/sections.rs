//! All section families, each with how much there is of it.

use leptos::prelude::*;

use crate::route;
use crate::state::navigation::as_it_is;
use crate::state::reading::Reading;
use crate::wording::count;

/// The list of families.
#[component]
pub fn SectionsPage() -> impl IntoView {
    let reading = Reading::current();
    let (archive, manifest) = (&reading.archive, &reading.archive.manifest);
    let lines = (0..=u8::MAX)
        .zip(&manifest.families)
        .map(|(place, family)| (family, archive.family_count(place)))
        .filter(|(_, counts)| counts.issues > 0)
        .map(|(family, counts)| {
            view! {
                <li>
                    <a href=reading.href(&route::section(&family.id, 1))>{family.name.clone()}</a>
                    " "
                    <span class="count">
                        {format!("{} in {}", count(counts.items, "item"), count(counts.issues, "issue"))}
                    </span>
                </li>
            }
        })
        .collect_view();
    reading.navigation.settle_when("Sections".to_owned(), Box::new(|| Some(as_it_is())));
    view! {
        <div class="columns">
            <div class="column">
                <h1>"Sections"</h1>
                <p class="standfirst">"Each section of the newsletter, across all issues."</p>
                <ul class="families">{lines}</ul>
            </div>
        </div>
    }
}
