//! The page on which one chooses what another site shall show, and takes the snippet from. A script puts the
//! snippets together from what is chosen here and from the text of the preview.

use bundle_format::EMBED_PATH;
use leptos::prelude::*;

use super::markup;
use super::options::{OPTIONS, Place, Values};
use crate::state::archive::Archive;

/// What a saved search is called in addresses, and by people.
pub type Named<'archive> = (&'archive str, &'archive str);

/// The page. `saved` are the saved searches, `integrity` is what the module's script element has to hold, and
/// `site` is the public address, if it is known, with a slash at its end.
pub fn maker(
    archive: &Archive,
    saved: &[Named<'_>],
    integrity: &str,
    site: Option<&str>,
) -> String {
    let base = archive.base.as_str().to_owned();
    markup(|| {
        view! {
            <main
                class="maker"
                data-embed=archive.base.file(EMBED_PATH)
                data-base=base
                data-site=site.map(str::to_owned)
                data-integrity=integrity.to_owned()
            >
                <h1>"Embed"</h1>
                <form>{what(archive, saved)} {sections(archive)} {look()}</form>
                <section class="preview" aria-label="Preview">
                    <iframe title="Preview" width="100%" height="240"></iframe>
                </section>
                <section class="snippets" aria-label="Snippets">
                    {snippet("element", "With a script", "Takes the height of its content.")}
                    {snippet("frame", "Without scripts", "A frame of a fixed height.")}
                    {snippet("text", "Text alone", "Where frames are not allowed.")}
                    <p class="said" role="status"></p>
                </section>
                <noscript>
                    <p>"This page puts snippets together with a script. docs/embedding.md of Masthead says how to write them by hand."</p>
                </noscript>
            </main>
        }
        .into_any()
    })
}

/// What is shown: the paths below `/embed/`. An issue that is not the latest comes from the page's address.
fn what(archive: &Archive, saved: &[Named<'_>]) -> AnyView {
    let option = |path: String, name: String| view! { <option value=path>{name}</option> };
    let families = archive.manifest.families.iter();
    let sections = families
        .map(|family| {
            option(format!("sections/{}", family.id), format!("{} across issues", family.name))
        })
        .collect_view();
    let saved = saved
        .iter()
        .map(|(id, title)| option(format!("saved/{id}"), (*title).to_owned()))
        .collect_view();
    view! {
        <label>
            "Show "
            <select name="path">
                {option("latest".to_owned(), "The latest issue".to_owned())}
                {option("headlines".to_owned(), "The latest headlines".to_owned())}
                {option("search".to_owned(), "A search box".to_owned())} {sections} {saved}
            </select>
        </label>
        <label data-of="issue" hidden>
            "Item "
            <select name="item"><option value="">"All"</option></select>
        </label>
    }
    .into_any()
}

fn sections(archive: &Archive) -> AnyView {
    let boxes = archive
        .manifest
        .families
        .iter()
        .map(|family| {
            view! {
                <label class="tick">
                    <input type="checkbox" name="sections" value=family.id.clone()/>
                    {family.name.clone()}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset data-of="issue" hidden>
            <legend>"Only these sections"</legend>
            {boxes}
        </fieldset>
    }
    .into_any()
}

/// How it is shown: every choice that stands in the query, but for those above.
fn look() -> AnyView {
    let is_look = |name: &str| !["sections", "item"].contains(&name);
    OPTIONS
        .iter()
        .filter(|choice| choice.place == Place::Query && is_look(choice.name))
        .map(|choice| {
            let of = (choice.name == "count").then_some("list");
            view! {
                <label data-of=of hidden=of.is_some() title=choice.meaning>
                    {choice.name}
                    " "
                    {control(choice.name, choice.values, choice.default)}
                </label>
            }
        })
        .collect_view()
        .into_any()
}

fn control(name: &'static str, values: Values, default: &'static str) -> AnyView {
    match values {
        Values::Words(words) => {
            let words = words
                .iter()
                .map(|word| view! { <option selected=*word == default>{*word}</option> })
                .collect_view();
            view! { <select name=name data-default=default>{words}</select> }.into_any()
        }
        Values::Number(least, most) => view! {
            <input type="number" name=name min=least max=most placeholder=default data-default=default/>
        }
        .into_any(),
        Values::Text(_) | Values::Presence => {
            view! { <input type="text" name=name size="7" placeholder="2456c5" data-default=default/> }
                .into_any()
        }
    }
}

fn snippet(form: &'static str, name: &'static str, meaning: &'static str) -> AnyView {
    view! {
        <div class="snippet">
            <h2>{name}</h2>
            <p>{meaning}</p>
            <textarea name=form readonly rows="5" spellcheck="false" aria-label=name></textarea>
            <button type="button" data-copy=form>"Copy: " {name}</button>
        </div>
    }
    .into_any()
}
