//! The newest headlines, each a link.

use bundle_format::IssueEntry;
use leptos::prelude::*;
use newsletter::Issue;

use super::frame::{Head, widget};
use super::markup;
use crate::route;
use crate::state::archive::Archive;
use crate::wording::{iso_date, short_date};

/// The headlines of these issues, at most `most`; the first `shown` of them are to be seen unless the
/// address says otherwise.
pub fn headlines(
    archive: &Archive,
    issues: &[(&IssueEntry, &Issue)],
    most: usize,
    shown: usize,
) -> String {
    let of_issue = |(entry, issue): &(&IssueEntry, &Issue)| -> Vec<(IssueEntry, String, String)> {
        let line = |headline: &String| {
            ((*entry).clone(), href(archive, entry, issue, headline), headline.clone())
        };
        entry.headlines.iter().map(line).collect()
    };
    let lines = issues.iter().flat_map(of_issue).take(most).enumerate();
    markup(|| {
        let lines = lines
            .map(|(place, (entry, href, headline))| {
                let (date, is_hidden) = (entry.date(), place >= shown);
                view! {
                    <li class="issue-line" hidden=is_hidden>
                        <time datetime=iso_date(date)>{short_date(date)}</time>
                        <a href=href title=entry.title>{headline}</a>
                    </li>
                }
            })
            .collect_view();
        let head = Head {
            href: archive.href(&route::home()),
            title: archive.manifest.title.clone(),
            above: view! { <p class="date-line">"Latest headlines"</p> }.into_any(),
            read_on: "All issues in the archive",
        };
        let content = view! { <ol class="content" data-list>{lines}</ol> };
        widget(archive, head, content.into_any())
    })
}

/// Where a headline leads: to the item that it is the title of, else to its issue.
fn href(archive: &Archive, entry: &IssueEntry, issue: &Issue, headline: &str) -> String {
    let item = issue
        .items()
        .find(|item| item.heading.as_ref().is_some_and(|heading| heading.title() == headline));
    let address = route::entry(&entry.path);
    archive.href(&match item {
        Some(item) => address.with_fragment(item.anchor.as_str()),
        None => address,
    })
}
