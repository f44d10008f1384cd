//! Nothing is at this address: what may have been meant.

use bundle_format::{IssueEntry, NOT_FOUND_PATH};
use leptos::prelude::*;

use crate::route;
use crate::state::archive::Archive;
use crate::state::navigation::as_it_is;
use crate::state::reading::Reading;

/// How many issues are offered.
const OFFERED: usize = 3;

/// The page for an address without one.
#[component]
pub fn NotFoundPage(
    /// What was asked for.
    path: String,
) -> impl IntoView {
    let reading = Reading::current();
    let offers = nearest(&path, &reading.archive)
        .into_iter()
        .map(|issue| {
            view! { <li><a href=reading.href(&route::entry(&issue.path))>{issue.title.clone()}</a></li> }
        })
        .collect_view();
    reading.navigation.settle_when("Not found".to_owned(), Box::new(|| Some(as_it_is())));
    view! {
        <div class="columns">
            <div class="column">
                <h1>"There is no such page"</h1>
                <p class="standfirst">
                    "Nothing is at "
                    {if path == NOT_FOUND_PATH {
                        view! { "this address" }.into_any()
                    } else {
                        view! { <code class="path">{path}</code> }.into_any()
                    }}
                    ". These issues are the nearest:"
                </p>
                <ul class="families">{offers}</ul>
                <p>
                    "Or look through "
                    <a href=reading.href(&route::home())>"the whole archive"</a>
                    " or "
                    <a href=reading.href(&route::sections())>"its sections"</a>
                    "."
                </p>
            </div>
        </div>
    }
}

/// The issues whose paths end with the nearest number to that which was asked for: mostly a day. The
/// newest, if there is none.
fn nearest<'a>(path: &str, archive: &'a Archive) -> Vec<&'a IssueEntry> {
    let mut issues: Vec<_> = archive.manifest.issues.iter().collect();
    if let Some(asked) = number(path) {
        // Stable: among equals the newest stays in front.
        issues.sort_by_key(|issue| number(&issue.path).map_or(u64::MAX, |own| own.abs_diff(asked)));
    }
    issues.truncate(OFFERED);
    issues
}

/// The digits of the last part of a path that has any.
fn number(path: &str) -> Option<u64> {
    path.rsplit('/').find_map(|part| {
        let digits: String = part.chars().filter(char::is_ascii_digit).collect();
        digits.parse().ok()
    })
}
