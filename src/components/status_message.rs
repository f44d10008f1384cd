//! Failures in words, with one thing to do: the only place that turns an error into a sentence.

use leptos::prelude::*;

use crate::state::load::LoadError;

/// What could not be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The manifest: nothing can be shown.
    Archive,
    /// The text of an issue.
    Issue,
    /// A plain page.
    Page,
    /// The index of all items, and the program that searches in it.
    Search,
}

/// A failure, in place of what failed.
#[component]
pub fn StatusMessage(
    /// What failed.
    subject: Subject,
    /// Why.
    error: LoadError,
    /// Hears that it should be tried again.
    on_retry: Callback<()>,
) -> impl IntoView {
    let (headline, advice) = words(subject, error);
    // Without the archive there is no page, and so no other title.
    let headline = match subject {
        Subject::Archive => view! { <h1 class="headline">{headline}</h1> }.into_any(),
        Subject::Issue | Subject::Page | Subject::Search => {
            view! { <p class="headline">{headline}</p> }.into_any()
        }
    };
    view! {
        <div class="status-message" role="alert">
            {headline}
            <p>{advice}</p>
            <button type="button" on:click=move |_| on_retry.run(())>"Try again"</button>
        </div>
    }
}

/// What happened, and what to do about it.
fn words(subject: Subject, error: LoadError) -> (String, String) {
    let name = match subject {
        Subject::Archive => "The archive",
        Subject::Issue => "This issue",
        Subject::Page => "This page",
        Subject::Search => "The search",
    };
    let (what, advice) = match error {
        LoadError::Offline => (
            "cannot be reached.",
            "The network or the site is not answering. What you have open stays; try again when you are back online.".to_owned(),
        ),
        LoadError::Missing if subject == Subject::Search => (
            "is listed, but its index is not there.",
            "The archive may have been renewed a moment ago. Reload the page to get the current one.".to_owned(),
        ),
        LoadError::Missing => (
            "is listed, but its text is not there.",
            "It may have been moved a moment ago. Reload the page to get the current list.".to_owned(),
        ),
        LoadError::Server(status) => (
            "did not come: the site has a problem.",
            format!("It answered with status {status}. That usually passes; try again in a minute."),
        ),
        LoadError::Format(error) => (
            "came in a form that this page cannot read.",
            format!("Here is what is wrong: {error}. Reload the page; if it stays like this, tell the publisher."),
        ),
        LoadError::Version => (
            "is of another version than the program that reads it.",
            "The archive may have been renewed a moment ago. Reload the page; if it stays like this, tell the publisher.".to_owned(),
        ),
        LoadError::Blocked => (
            "cannot run in this browser.",
            "It needs WebAssembly in a worker. Everything else works: the archive is on the home page, and each section has a page of its own.".to_owned(),
        ),
        LoadError::Empty => (
            "has no text that can be shown.",
            "The file came, but it is empty or broken. The Markdown source may tell more.".to_owned(),
        ),
    };
    (format!("{name} {what}"), advice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_has_its_own_words() {
        let errors = [
            LoadError::Offline,
            LoadError::Missing,
            LoadError::Server(503),
            LoadError::Format(bundle_format::FormatError::Damaged),
            LoadError::Version,
            LoadError::Empty,
            LoadError::Blocked,
        ];
        let mut headlines: Vec<_> =
            errors.into_iter().map(|error| words(Subject::Issue, error).0).collect();
        headlines.sort();
        headlines.dedup();
        assert_eq!(headlines.len(), errors.len());
        assert!(words(Subject::Page, LoadError::Server(503)).1.contains("503"));
    }
}
