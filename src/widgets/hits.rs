//! What a saved search finds: whole items with where they stand.

use bundle_format::IssueEntry;
use leptos::prelude::*;
use newsletter::{Item, ItemKind};

use super::frame::{Head, widget};
use super::markup;
use crate::components::item::{Bullet, ItemLinks, Passage};
use crate::route::{self, Query};
use crate::state::archive::Archive;
use crate::wording::{iso_date, long_date};

/// An item that was found.
#[derive(Debug, Clone, Copy)]
pub struct Hit<'archive> {
    /// Its issue.
    pub entry: &'archive IssueEntry,
    /// The heading of its section; empty for text before the first.
    pub section: &'archive str,
    /// The item.
    pub item: &'archive Item,
}

/// What `query` finds, under the name of `title`.
pub fn hits(archive: &Archive, title: &str, query: Query, hits: &[Hit<'_>]) -> String {
    markup(|| {
        let head = Head {
            href: archive.href(&route::search(query)),
            title: title.to_owned(),
            above: view! { <p class="date-line">{archive.manifest.title.clone()}</p> }.into_any(),
            read_on: "Search in the archive",
        };
        let is_empty = hits.is_empty();
        let lines = hits.iter().map(|hit| line(archive, hit)).collect_view();
        let content = view! {
            <p class="nothing" hidden=!is_empty>"Nothing was found when the archive was built."</p>
            <div class="content" data-list>{lines}</div>
        };
        widget(archive, head, content.into_any())
    })
}

fn line(archive: &Archive, hit: &Hit<'_>) -> impl IntoView + use<> {
    let address = route::entry(&hit.entry.path);
    let links = ItemLinks {
        issue_href: archive.href(&address),
        has_ids: false,
        has_marks: false,
        embed_href: String::new(),
    };
    let date = hit.entry.date();
    let item = hit.item.clone();
    let place = archive.href(&address.with_fragment(item.anchor.as_str()));
    let text = if item.kind == ItemKind::Bullet {
        view! { <ul class="items"><Bullet item=item links=links/></ul> }.into_any()
    } else {
        view! { <Passage item=item links=links/> }.into_any()
    };
    let section = hit.section.to_owned();
    view! {
        <div class="found">
            {text}
            <p class="date-line">
                <a href=place><time datetime=iso_date(date)>{long_date(date)}</time></a>
                {(!section.is_empty()).then(|| format!(" · {section}"))}
            </p>
        </div>
    }
}
