//! The app: the archive is fetched, then a page is shown for the address.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::components::embed_dialog::{EMBED_DIALOG, EMBED_LINKS, EmbedDialog};
use crate::components::live_regions::LiveRegions;
use crate::components::notice::Notice;
use crate::components::page_footer::{FooterLink, PageFooter};
use crate::components::permalink::PERMALINKS;
use crate::components::program_notice::ProgramNotice;
use crate::components::shortcuts_dialog::{SHORTCUTS_DIALOG, ShortcutsDialog};
use crate::components::skeleton::Skeleton;
use crate::components::status_message::{StatusMessage, Subject};
use crate::components::top_bar::{TopBar, TopBarLinks};
use crate::pages::deadlines::DeadlinesPage;
use crate::pages::home::HomePage;
use crate::pages::issue::IssuePage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::page::PlainPage;
use crate::pages::saved::SavedPage;
use crate::pages::search::SearchPage;
use crate::pages::section::SectionPage;
use crate::pages::sections::SectionsPage;
use crate::pages::year::YearPage;
use crate::platform::{dialog, focus, pointer, program};
use crate::route::{self, Query, Route};
use crate::state::at_hand::AtHand;
use crate::state::load::Load;
use crate::state::offline::Ask;
use crate::state::reading::Reading;
use crate::state::search::PAGE;
use crate::state::{archive, navigation};

/// The whole program, on a page that has nothing yet.
#[component]
pub fn App() -> impl IntoView {
    let archive = RwSignal::new(Load::Loading);
    archive::load(archive);
    move || match archive.get() {
        Load::Loading => {
            view! { <main class="columns"><div class="column"><Skeleton/></div></main> }.into_any()
        }
        Load::Ready(archive) => {
            let path = navigation::path_here(&archive.base);
            view! { <Reader reading=Reading::at(&path, archive, AtHand::default())/> }.into_any()
        }
        Load::Failed(error) => {
            program::is_ready();
            let on_retry = Callback::new(move |()| archive::load(archive));
            view! {
                <main class="columns">
                    <div class="column">
                        <StatusMessage subject=Subject::Archive error=error on_retry=on_retry/>
                    </div>
                </main>
            }
            .into_any()
        }
    }
}

/// The archive in the reader's hands.
#[component]
pub fn Reader(
    /// The session; it takes the window over as soon as the page is in it, unless the page was there
    /// before.
    reading: Reading,
) -> impl IntoView {
    provide_context(reading.clone());
    if !reading.is_adopting() {
        let reading = reading.clone();
        Effect::new(move || reading.take_over(SHORTCUTS_DIALOG));
    }
    let preferences = reading.preferences;
    let route = route(&reading);
    let shown = shown(&reading, route);
    // Not a place that one would come back to, so it does not become one in the history.
    let on_skip = |event: MouseEvent| {
        event.prevent_default();
        focus::go_to("content");
    };
    let embedding = RwSignal::new(String::new());
    let on_click = {
        let reading = reading.clone();
        move |event: MouseEvent| {
            reading.copy_link(&event, PERMALINKS);
            if let Some(href) = pointer::plain_href_at(&event, EMBED_LINKS) {
                event.prevent_default();
                embedding.set(href);
                dialog::open(EMBED_DIALOG);
            }
        }
    };
    let on_shortcuts = Callback::new(|()| dialog::open(SHORTCUTS_DIALOG));
    let manifest = &reading.archive.manifest;
    let deadlines = manifest.deadlines.map(|_| FooterLink {
        href: reading.href(&route::deadlines()),
        name: "Deadlines".to_owned(),
    });
    let pages = manifest.pages.iter().map(|page| FooterLink {
        href: reading.href(&route::entry(&page.path)),
        name: page.title.clone(),
    });
    let saved =
        FooterLink { href: reading.href(&route::saved()), name: "On this device".to_owned() };
    let links = deadlines.into_iter().chain(pages).chain([saved]).collect();
    view! {
        <a class="skip-link" href="#content" on:click=on_skip>"Skip to the text"</a>
        {bar(&reading, route)}
        <ProgramNotice/>
        <main id="content" tabindex="-1" on:click=on_click>{move || page(shown.get())}</main>
        <PageFooter
            title=manifest.title.clone()
            licence=manifest.licence.clone()
            links=links
            on_shortcuts=on_shortcuts
        />
        <ShortcutsDialog
            has_shortcuts=preferences.has_shortcuts()
            on_switch=Callback::new(move |on| preferences.set_has_shortcuts(on))
            on_close=Callback::new(|()| dialog::close(SHORTCUTS_DIALOG))
        />
        {notice(&reading)}
        <EmbedDialog href=embedding on_close=Callback::new(|()| dialog::close(EMBED_DIALOG))/>
        <LiveRegions messages=reading.announcer.messages()/>
    }
}

/// The page that the address means. Choices on a page are not part of it: they change the page, and
/// do not replace it.
fn route(reading: &Reading) -> Memo<Route> {
    let (address, reading) = (reading.navigation.address(), reading.clone());
    Memo::new(move |_| {
        let archive = reading.clone().current_edition().archive;
        address.with(|address| Route::at(&address.path, &archive.manifest))
    })
}

/// The page that is shown.
fn shown(reading: &Reading, route: Memo<Route>) -> Memo<Route> {
    let is_waiting = reading.navigation.is_page_waiting();
    Memo::new(move |before: Option<&Route>| match before {
        Some(before) if is_waiting.get() => before.clone(),
        _ => route.get(),
    })
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Home => view! { <HomePage/> }.into_any(),
        Route::Year(year) => view! { <YearPage year=year/> }.into_any(),
        Route::Issue(path) => view! { <IssuePage path=path/> }.into_any(),
        Route::Sections => view! { <SectionsPage/> }.into_any(),
        Route::Section { family, page } => {
            view! { <SectionPage family=family page=page/> }.into_any()
        }
        Route::Search => view! { <SearchPage/> }.into_any(),
        Route::Deadlines => view! { <DeadlinesPage/> }.into_any(),
        Route::Saved => view! { <SavedPage/> }.into_any(),
        Route::Page(path) => view! { <PlainPage path=path/> }.into_any(),
        Route::NotFound(path) => view! { <NotFoundPage path=path/> }.into_any(),
    }
}

fn notice(reading: &Reading) -> impl IntoView + use<> {
    let offline = reading.offline;
    let on_use = Callback::new(move |()| offline.ask(&Ask::TakeOver));
    let on_dismiss = Callback::new(move |()| offline.dismiss());
    view! { <Notice known=offline.known() on_use=on_use on_dismiss=on_dismiss/> }
}

fn bar(reading: &Reading, route: Memo<Route>) -> impl IntoView + use<> {
    let manifest = &reading.archive.manifest;
    let (query, navigation, search) = (reading.query(), reading.navigation, reading.search);
    // Elsewhere than on its page the box is empty: a search begins.
    let words = Memo::new(move |_| {
        let is_searching = route.get() == Route::Search;
        query.with(|query| if is_searching { query.words.clone() } else { String::new() })
    });
    let on_words = Callback::new(move |words: String| {
        let is_searching = route.get_untracked() == Route::Search;
        let query = if is_searching { query.get_untracked() } else { Query::default() };
        let query = Query { words, ..query };
        // First, since the worker looks for the answer while the page follows the address.
        search.ask(&query, PAGE);
        navigation.type_into(route::search(query));
    });
    let on_submit = Callback::new(move |()| {
        navigation.commit();
        if route.get_untracked() != Route::Search {
            navigation.go(route::search(Query::default()));
        }
    });
    let preferences = reading.preferences;
    view! {
        <TopBar
            title=manifest.title.clone()
            short_title=manifest.short_title.clone()
            is_short=Signal::derive(move || route.get() == Route::Home)
            issues=manifest.issues.len()
            links=TopBarLinks {
                home: reading.href(&route::home()),
                sections: reading.href(&route::sections()),
            }
            search_href=reading.href(&route::search(Query::default()))
            words=words
            on_focus=Callback::new(move |()| search.start())
            on_words=on_words
            on_submit=on_submit
            theme=preferences.theme()
            on_theme=Callback::new(move |()| {
                preferences.set_theme(preferences.theme().get_untracked().next());
            })
        />
    }
}
