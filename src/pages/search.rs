//! Searching all items: the address says what for, the box at the top is where it is typed.

use leptos::prelude::*;

use crate::components::embed_dialog::EmbedLink;
use crate::components::facet_chips::{Facet, FacetChips};
use crate::components::hit_list::{HitList, ListedHit};
use crate::components::search_help::SearchHelp;
use crate::components::search_options::SearchOptions;
use crate::components::skeleton::Skeleton;
use crate::components::status_message::{StatusMessage, Subject};

use crate::route::{self, Embedded, Query};
use crate::state::navigation::as_it_is;
use crate::state::reading::Reading;
use crate::state::search::{Answer, Hit, PAGE, Question, question};
use crate::state::snippet::snippet;
use crate::state::titles::issues_called;
use crate::wording::{count, long_date_of};

/// Issues that are offered by their titles.
const OFFERED: usize = 3;

/// Different marked pieces that the address of a hit carries.
const MARKS: usize = 6;

/// The search page.
#[component]
pub fn SearchPage() -> impl IntoView {
    let reading = Reading::current();
    let (search, navigation, query) = (reading.search, reading.navigation, reading.query());
    let extent = RwSignal::new(navigation.kept_extent());
    let limit = move || PAGE.saturating_mul(extent.get().saturating_add(1));
    Effect::new(move || search.start());
    Effect::new(move || query.with(|query| search.ask(query, limit())));
    let asked = Memo::new(move |_| query.with(|query| question(query, limit())));
    // The answer on the page; an older one stays until the next is here.
    let answer = move || search.answered().get();
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
    let body = {
        let reading = reading.clone();
        move || {
            if let Some(error) = search.failure().get() {
                let on_retry = Callback::new(move |()| search.retry());
                view! { <StatusMessage subject=Subject::Search error=error on_retry=on_retry/> }
                    .into_any()
            } else if query.with(|query| query.words.trim().is_empty()) {
                view! { <SearchHelp/> }.into_any()
            } else if search.answered().with(Option::is_none) {
                view! { <Skeleton/> }.into_any()
            } else {
                found(&reading, on_more).into_any()
            }
        }
    };
    // Rebuilt only when another kind of body is wanted, not with every answer.
    let body_kind = Memo::new(move |_| {
        let is_empty = query.with(|query| query.words.trim().is_empty());
        (search.failure().get(), is_empty, answer().is_none())
    });
    let embed_href = Reading::current().archive.base.embed_href(&Embedded::Search);
    view! {
        <div class="columns">
            <div class="column search-page">
                <h1>"Search"</h1>
                <p class="date-line"><EmbedLink href=embed_href/></p>
                {move || {
                    // Read, since a memo that nobody has read follows nothing.
                    body_kind.get();
                    untrack(&body)
                }}
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

/// Everything that belongs to an answer.
fn found(reading: &Reading, on_more: Callback<()>) -> impl IntoView + use<> {
    let search = reading.search;
    let answered = move || search.answered().get().unwrap_or_default();
    let answer = Memo::new(move |_| answered().1);
    let hits = {
        let reading = reading.clone();
        Signal::derive(move || {
            answer.with(|answer| {
                answer.hits.iter().map(|hit| listed(&reading, hit)).collect::<Vec<_>>()
            })
        })
    };
    let sentence = move || {
        let (question, answer) = answered();
        summary(&question, &answer)
    };
    let notices = move || {
        let notices = answer.with(|answer| answer.notices.clone());
        notices
            .into_iter()
            .map(|notice| view! { <p class="search-notice">{notice}</p> })
            .collect_view()
    };
    let has_more = move || {
        answer.with(|answer| {
            usize::try_from(answer.total).is_ok_and(|total| answer.hits.len() < total)
        })
    };
    view! {
        {issues(reading)}
        {facets(reading, answer)}
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
    move || {
        let lines: Vec<_> = query.with(|query| {
            issues_called(&query.words, &reading.archive.manifest, OFFERED)
                .into_iter()
                .map(|issue| {
                    let href = reading.href(&route::entry(&issue.path));
                    view! { <li><a href=href>{issue.title.clone()}</a></li> }
                })
                .collect()
        });
        (!lines.is_empty())
            .then(|| view! { <ul class="issues-called" aria-label="Issues">{lines}</ul> })
    }
}

fn facets(reading: &Reading, answer: Memo<Answer>) -> impl IntoView + use<> {
    let (query, navigation) = (reading.query(), reading.navigation);
    let change = move |change: &dyn Fn(&mut Query)| {
        let mut next = query.get_untracked();
        change(&mut next);
        navigation.choose(next);
    };
    let sections = Signal::derive(move || {
        let chosen = query.with(|query| query.sections.clone());
        let sections = answer.with(|answer| answer.sections.clone());
        sections
            .into_iter()
            .map(|(id, name, hits)| Facet { is_chosen: chosen.contains(&id), id, name, hits })
            .collect::<Vec<_>>()
    });
    let years = Signal::derive(move || {
        let (from, to) = query.with(|query| (query.from.clone(), query.to.clone()));
        let years = answer.with(|answer| answer.years.clone());
        years
            .into_iter()
            .map(|(year, hits)| Facet {
                is_chosen: days_of(year) == (from.clone(), to.clone()),
                id: year.to_string(),
                name: year.to_string(),
                hits,
            })
            .collect::<Vec<_>>()
    });
    let on_section = Callback::new(move |id: String| {
        change(&|query| match query.sections.iter().position(|known| *known == id) {
            Some(place) => drop(query.sections.remove(place)),
            None => query.sections.push(id.clone()),
        });
    });
    let on_year = Callback::new(move |id: String| {
        let days = days_of(id.parse().unwrap_or_default());
        change(&|query| {
            let is_chosen = (&query.from, &query.to) == (&days.0, &days.1);
            (query.from, query.to) = if is_chosen { Default::default() } else { days.clone() };
        });
    });
    let on_sort =
        Callback::new(move |is_newest| change(&|query| query.is_newest_first = is_newest));
    let on_days = Callback::new(move |days: (String, String)| {
        change(&|query| (query.from, query.to) = days.clone());
    });
    view! {
        <FacetChips label="Sections" facets=sections on_toggle=on_section/>
        <FacetChips label="Years" facets=years on_toggle=on_year/>
        <SearchOptions
            is_newest_first=Signal::derive(move || query.with(|query| query.is_newest_first))
            from=Signal::derive(move || query.with(|query| query.from.clone()))
            to=Signal::derive(move || query.with(|query| query.to.clone()))
            on_sort=on_sort
            on_days=on_days
        />
    }
}

/// The first and the last day of a year, as in addresses.
fn days_of(year: i32) -> (String, String) {
    (format!("{year:04}-01-01"), format!("{year:04}-12-31"))
}

/// How much was found, in a sentence.
fn summary(question: &Question, answer: &Answer) -> String {
    let words = question.words.trim();
    if answer.total == 0 {
        return format!("Nothing in the archive has “{words}”.");
    }
    let found = count(answer.total, "result");
    let found = match &answer.suggestion {
        Some(meant) => format!("Nothing has “{words}”. {found} for “{meant}”"),
        None if answer.is_relaxed => format!("No item has all words. {found} with some of them"),
        None => found,
    };
    if answer.is_final { found } else { format!("{found}, and more on the way") }
}

fn listed(reading: &Reading, hit: &Hit) -> ListedHit {
    let (path, fragment) = hit.url.split_once('#').unwrap_or((&hit.url, ""));
    let mut marks: Vec<String> = Vec::new();
    for piece in hit.heading.iter().chain(&hit.text).filter(|piece| piece.is_marked) {
        let mark = piece.text.to_lowercase();
        if marks.len() < MARKS && !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    let address = route::entry(path).with_query(Query { marks, ..Query::default() });
    ListedHit {
        href: reading.href(&address.with_fragment(fragment)),
        long_date: long_date_of(&hit.date),
        date: hit.date.clone(),
        section: hit.section.clone(),
        title: hit.title.clone(),
        heading: hit.heading.clone(),
        text: snippet(&hit.text),
    }
}
