//! The issues of one year.

use leptos::prelude::*;

use crate::components::chips::Chips;
use crate::components::contents::{Contents, ContentsLine};
use crate::components::issue_lines::IssueLines;
use crate::route;
use crate::state::chosen::choices_of_issues;
use crate::state::listing::Listing;
use crate::state::navigation::as_it_is;
use crate::state::reading::Reading;
use crate::wording::count;

/// The page of one year.
#[component]
pub fn YearPage(
    /// A year that has issues.
    year: i32,
) -> impl IntoView {
    let reading = Reading::current();
    let listing = Listing::new(&reading, |issue| issue.year() == year);
    let issues = reading.archive.manifest.issues.iter().filter(move |issue| issue.year() == year);
    let choices = choices_of_issues(issues, &reading.archive);
    let (shown, total) = (listing.shown_count(), listing.total());
    let years = reading.archive.years();
    let current = years.iter().position(|known| *known == year);
    let lines = years
        .into_iter()
        .map(|year| ContentsLine {
            href: reading.href(&route::year(year)),
            name: year.to_string(),
            number: reading.archive.issues_in(year),
        })
        .collect();
    reading.navigation.settle_when(year.to_string(), Box::new(|| Some(as_it_is())));
    let shown_line = move || {
        let total_text = count(u32::try_from(total).unwrap_or(u32::MAX), "issue");
        if shown.get() == total {
            total_text
        } else {
            format!("Showing {} of {total_text}", shown.get())
        }
    };
    view! {
        <div class="columns">
            <div class="rail"><Contents title="Years" unit="issue" lines=lines current=current/></div>
            <div class="column">
                <h1>{year}</h1>
                <p class="date-line">{shown_line}</p>
                <Chips
                    choices=choices
                    chosen=reading.chosen()
                    on_toggle=reading.on_toggle()
                    on_all=reading.on_all()
                />
                <IssueLines issues=listing.issues()/>
            </div>
        </div>
    }
}
