//! A plain page beside the posts, such as the list of authors.

use leptos::prelude::*;

use crate::components::item::ItemLinks;
use crate::components::prose::Prose;
use crate::components::section::SectionView;
use crate::components::skeleton::Skeleton;
use crate::components::status_message::{StatusMessage, Subject};
use crate::route;
use crate::state::load::Load;
use crate::state::navigation::as_it_is;
use crate::state::reading::Reading;

/// The page at one path.
#[component]
pub fn PlainPage(
    /// The path of a page in the manifest.
    path: String,
) -> impl IntoView {
    let reading = Reading::current();
    let entry = reading.archive.manifest.page_at(&path)?.clone();
    let post = reading.library.post(&entry.path, entry.fingerprint);
    let content = {
        let post = post.clone();
        move || post.with(|post| *post != Load::Loading).then(as_it_is)
    };
    reading.navigation.settle_when(entry.title.clone(), Box::new(content));
    let title = entry.title.clone();
    let body = move || match post.get() {
        Load::Loading => view! { <Skeleton/> }.into_any(),
        Load::Ready(page) => {
            let links = ItemLinks {
                issue_href: reading.href(&route::entry(&entry.path)),
                has_ids: true,
                has_marks: true,
                embed_href: String::new(),
            };
            let sections = page
                .sections
                .iter()
                // The page's own title is already above.
                .map(|section| {
                    let mut section = section.clone();
                    section.heading.take_if(|heading| heading.text == entry.title);
                    view! {
                        <SectionView
                            section=section
                            links=links.clone()
                            is_hidden=false
                            is_kept=reading.is_adopting()
                        />
                    }
                })
                .collect_view();
            let footnotes = page.footnotes.clone().map(|html| view! { <Prose html=html/> });
            view! { {sections} {footnotes} }.into_any()
        }
        Load::Failed(error) => {
            let (library, path, fingerprint) =
                (reading.library.clone(), entry.path.clone(), entry.fingerprint);
            let on_retry = Callback::new(move |()| library.retry(&path, fingerprint));
            view! { <StatusMessage subject=Subject::Page error=error on_retry=on_retry/> }
                .into_any()
        }
    };
    Some(view! {
        <div class="columns">
            <div class="column">
                <h1>{title}</h1>
                {body}
            </div>
        </div>
    })
}
