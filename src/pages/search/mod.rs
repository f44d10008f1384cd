//! Searching all items: the address says what for, the box at the top is where it is typed.

mod facets;
mod hits;

use bundle_format::IssueEntry;
use leptos::prelude::*;

use crate::components::embed_dialog::EmbedLink;
use crate::components::hit_list::HitList;
use crate::components::search_help::SearchHelp;
use crate::components::skeleton::Skeleton;
use crate::components::status_message::{StatusMessage, Subject};
use crate::route::{self, Embedded};
use crate::state::load::LoadError;
use crate::state::navigation::as_it_is;
use crate::state::reading::Reading;
use crate::state::search::{Answer, PAGE, Question, question};
use crate::state::search_counts::turn_before_answer;
use crate::state::titles::issues_called;
use crate::wording::count;

/// Issues that are offered by their titles.
const OFFERED: usize = 3;

/// What the page shows. It is made anew only when another kind is wanted, not with every answer.
#[derive(Debug, Clone, PartialEq)]
enum Body {
    Failed(LoadError),
    Help,
    Found,
}

/// The search page.
#[component]
pub fn SearchPage() -> impl IntoView {
    let reading = Reading::current();
    let (search, navigation, query) = (reading.search, reading.navigation, reading.query());
    let extent = RwSignal::new(0_u32);
    let limit = move || PAGE.saturating_mul(extent.get().saturating_add(1));
    // Not before the page is taken over, which has been rendered for everybody.
    Effect::new(move || search.start());
    // Other words begin with their first hits, or with as many as the reader had left.
    Effect::new(move |words: Option<String>| {
        query.with(|query| {
            if words.as_ref() != Some(&query.words) {
                extent.set(navigation.kept_extent());
            }
            search.ask(query, limit());
            query.words.clone()
        })
    });
    let asked = Memo::new(move |_| query.with(|query| question(query, limit())));
    let is_settled = move || {
        let is_asking = query.with(|query| !query.words.trim().is_empty());
        !is_asking
            || search.failure().with(Option::is_some)
            || search.answered().with(|answered| {
                answered.as_ref().is_some_and(|(question, _)| *question == asked.get())
            })
    };
    navigation.settle_when("Search".to_owned(), Box::new(move || is_settled().then(as_it_is)));
    announce(&reading);
    let on_more = Callback::new(move |()| {
        extent.update(|extent| *extent += 1);
        navigation.set_extent(extent.get_untracked());
    });
    let body = Memo::new(move |_| {
        if let Some(error) = search.failure().get() {
            Body::Failed(error)
        } else if query.with(|query| query.words.trim().is_empty()) {
            Body::Help
        } else {
            Body::Found
        }
    });
    let results = {
        let reading = reading.clone();
        move || match body.get() {
            Body::Failed(error) => {
                let on_retry = Callback::new(move |()| search.retry());
                view! { <StatusMessage subject=Subject::Search error=error on_retry=on_retry/> }
                    .into_any()
            }
            Body::Help => view! { <SearchHelp/> }.into_any(),
            Body::Found => found(&reading, on_more).into_any(),
        }
    };
    let embed_href = Reading::current().archive.base.embed_href(&Embedded::Search);
    view! {
        <div class="columns">
            <div class="column search-page">
                <h1>"Search"</h1>
                <p class="date-line"><EmbedLink href=embed_href/></p>
                {results}
            </div>
        </div>
    }
}

/// Says how much was found, when typing has paused.
fn announce(reading: &Reading) {
    let (search, announcer) = (reading.search, reading.announcer);
    Effect::new(move || {
        search.answered().with(|answered| {
            if let Some((question, answer)) = answered {
                announcer.say_after_pause(summary(question, answer));
            }
        });
    });
}

/// What narrows a search, and what was found.
fn found(reading: &Reading, on_more: Callback<()>) -> impl IntoView + use<> {
    let search = reading.search;
    let is_waiting = Memo::new(move |_| search.answered().with(Option::is_none));
    let answer = {
        let reading = reading.clone();
        move || {
            if is_waiting.get() {
                view! { <Skeleton/> }.into_any()
            } else {
                answer(&reading, on_more).into_any()
            }
        }
    };
    view! {
        <div class="search-filters">{filters(reading)}</div>
        <div>{answer}</div>
    }
}

/// What narrows a search. It needs no answer, but a turn of its own.
fn filters(reading: &Reading) -> impl IntoView + use<> {
    let (is_their_turn, reading) = (turn_before_answer(reading.search), reading.clone());
    move || is_their_turn.get().then(|| facets::facets(&reading))
}

/// Everything that belongs to an answer. An older one stays until the next is here.
fn answer(reading: &Reading, on_more: Callback<()>) -> impl IntoView + use<> {
    let search = reading.search;
    let hits = {
        let reading = reading.clone();
        Signal::derive(move || search.with_answer(|answer| hits::listed(&reading, &answer.hits)))
    };
    let sentence = move || {
        search
            .answered()
            .with(|answered| answered.as_ref().map(|(question, answer)| summary(question, answer)))
    };
    let said = Memo::new(move |_| search.with_answer(|answer| answer.notices.clone()));
    let notices = move || {
        let lines = said.get().into_iter();
        lines.map(|notice| view! { <p class="search-notice">{notice}</p> }).collect_view()
    };
    let has_more = move || {
        search.with_answer(|answer| {
            usize::try_from(answer.total).is_ok_and(|total| answer.hits.len() < total)
        })
    };
    view! {
        {issues(reading)}
        <p class="shown-line"><span>{sentence}</span></p>
        {notices}
        <HitList hits=hits/>
        <p hidden=Signal::derive(move || !has_more())>
            <button type="button" on:click=move |_| on_more.run(())>"Show more"</button>
        </p>
    }
}

/// Issues that are called so: what the words may mean as well.
fn issues(reading: &Reading) -> impl IntoView + use<> {
    let (query, reading) = (reading.query(), reading.clone());
    let called = Memo::new(move |_| {
        query.with(|query| {
            let issues = issues_called(&query.words, &reading.archive.manifest, OFFERED);
            let line = |issue: &IssueEntry| {
                (reading.href(&route::entry(&issue.path)), issue.title.clone())
            };
            issues.into_iter().map(line).collect::<Vec<_>>()
        })
    });
    move || {
        let lines: Vec<_> = called
            .get()
            .into_iter()
            .map(|(href, title)| view! { <li><a href=href>{title}</a></li> })
            .collect();
        (!lines.is_empty())
            .then(|| view! { <ul class="issues-called" aria-label="Issues">{lines}</ul> })
    }
}

/// How much was found, in a sentence.
fn summary(question: &Question, answer: &Answer) -> String {
    let words = question.words.trim();
    if answer.total == 0 {
        return if answer.is_final {
            format!("Nothing in the archive has “{words}”.")
        } else {
            format!("Nothing has “{words}” so far, and more is on the way")
        };
    }
    let found = count(answer.total, "result");
    let found = match &answer.suggestion {
        Some(meant) => format!("Nothing has “{words}”. {found} for “{meant}”"),
        None if answer.is_relaxed => format!("No item has all words. {found} with some of them"),
        None => found,
    };
    if answer.is_final { found } else { format!("{found}, and more on the way") }
}
