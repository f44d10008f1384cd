//! The slim row at the top of every page: name, search, sections, theme.

use leptos::prelude::*;

use crate::state::preferences::Theme;

/// Addresses that the bar leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopBarLinks {
    /// The home page.
    pub home: String,
    /// The list of sections.
    pub sections: String,
}

/// The top bar.
#[component]
pub fn TopBar(
    /// The publication's name.
    title: String,
    /// Its short form, for narrow windows and for the page that shows the name itself.
    short_title: String,
    /// Whether the page shows the name itself.
    #[prop(into)]
    is_short: Signal<bool>,
    /// How many issues there are.
    issues: usize,
    /// Where the words are sent without this program.
    search_href: String,
    /// Where its links lead.
    links: TopBarLinks,
    /// The words in the search box.
    #[prop(into)]
    words: Signal<String>,
    /// Hears that the box has the focus.
    on_focus: Callback<()>,
    /// Hears the words as they are typed.
    on_words: Callback<String>,
    /// Hears that the words are meant.
    on_submit: Callback<()>,
    /// The theme that is chosen.
    #[prop(into)]
    theme: Signal<Theme>,
    /// Hears that the next theme is wanted.
    on_theme: Callback<()>,
) -> impl IntoView {
    let theme_name = Signal::derive(move || match theme.get() {
        Theme::System => "Theme: system",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    });
    // Half-composed characters are not words yet.
    let is_composing = StoredValue::new(false);
    view! {
        <header class="top-bar">
            <a class="name" class:is-short=is_short href=links.home>
                <span class="long">{title}</span>
                <span class="short">{short_title}</span>
            </a>
            <form
                role="search"
                action=search_href
                class:has-words=move || words.with(|words| !words.is_empty())
                on:submit=move |event| {
                    event.prevent_default();
                    on_submit.run(());
                }
            >
                <input
                    id="search"
                    type="search"
                    name="q"
                    aria-label="Search"
                    placeholder=format!("Search {issues} issues")
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    prop:value=words
                    on:focus=move |_| on_focus.run(())
                    on:compositionstart=move |_| is_composing.set_value(true)
                    on:compositionend:target=move |event| {
                        is_composing.set_value(false);
                        on_words.run(event.target().value());
                    }
                    on:input:target=move |event| {
                        if !is_composing.get_value() {
                            on_words.run(event.target().value());
                        }
                    }
                />
                <kbd aria-hidden="true">"/"</kbd>
            </form>
            <nav aria-label="Archive">
                <a href=links.sections>"Sections"</a>
                <button
                    type="button"
                    class="theme"
                    aria-label=theme_name
                    title=theme_name
                    on:click=move |_| on_theme.run(())
                >
                    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/>
                        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.500z" fill="currentColor"/>
                    </svg>
                </button>
            </nav>
        </header>
    }
}
