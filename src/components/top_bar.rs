//! The slim row at the top of every page: name, finding an issue, sections, theme.

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
    /// Where its links lead.
    links: TopBarLinks,
    /// The words in the find box.
    #[prop(into)]
    find: Signal<String>,
    /// Hears the words as they are typed.
    on_find: Callback<String>,
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
    view! {
        <header class="top-bar">
            <a class="name" class:is-short=is_short href=links.home>
                <span class="long">{title}</span>
                <span class="short">{short_title}</span>
            </a>
            <form
                role="search"
                on:submit=move |event| {
                    event.prevent_default();
                    on_submit.run(());
                }
            >
                <input
                    id="find"
                    type="search"
                    aria-label="Find an issue"
                    placeholder=format!("Find in {issues} issues")
                    autocomplete="off"
                    prop:value=find
                    on:input:target=move |event| on_find.run(event.target().value())
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
