//! One item: a bullet, a paragraph, or a feature with its heading.

use leptos::prelude::*;
use newsletter::{Heading, Item, ItemKind};

use super::permalink::Permalink;
use super::prose::{InlineProse, Prose};
use crate::route;
use crate::wording::first_words;

const NAME_LENGTH: usize = 60;

/// How the items of a section are linked.
#[derive(Clone)]
pub struct ItemLinks {
    /// The `href` of the issue, to which `#` and the item's anchor are added.
    pub issue_href: String,
    /// Whether the elements carry their anchors as ids. Only the issue's own page does: ids of
    /// several issues would meet elsewhere.
    pub has_ids: bool,
    /// Whether headings and items have a mark beside them that links to them.
    pub has_marks: bool,
    /// Where one takes a snippet that shows the issue on another site; empty where items have no mark for
    /// that.
    pub embed_href: String,
}

/// An entry of a list.
#[component]
pub fn Bullet(
    /// The entry.
    item: Item,
    /// How it is linked.
    links: ItemLinks,
) -> impl IntoView {
    let id = links.id(item.anchor.as_str());
    view! {
        <li class="item bullet" id=id>
            {content(item, links)}
        </li>
    }
}

/// A paragraph or a feature.
#[component]
pub fn Passage(
    /// The paragraph or feature.
    item: Item,
    /// How it is linked.
    links: ItemLinks,
) -> impl IntoView {
    if let (ItemKind::Feature, Some(heading)) = (item.kind, item.heading.clone()) {
        view! {
            <article class="item feature">
                {feature_heading(heading, links)}
                <Prose html=item.html/>
            </article>
        }
        .into_any()
    } else {
        let id = links.id(item.anchor.as_str());
        let is_notice = is_notice(item.html.as_str());
        view! {
            <div class="item passage" class:notice=is_notice id=id>
                {content(item, links)}
            </div>
        }
        .into_any()
    }
}

/// Whether the whole paragraph is bold: the archive's way of setting a line apart.
fn is_notice(html: &str) -> bool {
    let bold = html.strip_prefix("<p><strong>").and_then(|rest| rest.strip_suffix("</strong></p>"));
    bold.is_some_and(|bold| !bold.contains("</strong>"))
}

fn content(item: Item, links: ItemLinks) -> impl IntoView {
    let anchor = item.anchor.as_str();
    let mark = links.has_marks.then(|| {
        let name = first_words(&item.text, NAME_LENGTH);
        view! { <Permalink href=links.href(anchor) name=name is_stop=false/> }
    });
    view! { <Prose html=item.html/> {mark} {links.embed_mark(anchor)} }
}

fn feature_heading(heading: Heading, links: ItemLinks) -> AnyView {
    let anchor = heading.anchor.as_str();
    let id = links.id(anchor);
    let inside = view! { <InlineProse html=heading.html/> {links.heading_mark(anchor, heading.text)} {links.embed_mark(anchor)} };
    if heading.level == 3 {
        view! { <h3 id=id>{inside}</h3> }.into_any()
    } else {
        view! { <h4 id=id>{inside}</h4> }.into_any()
    }
}

impl ItemLinks {
    /// The element's id, if elements have any here.
    pub fn id(&self, anchor: &str) -> Option<String> {
        self.has_ids.then(|| anchor.to_owned())
    }

    /// The mark of a heading, if there are any.
    pub(super) fn heading_mark(&self, anchor: &str, name: String) -> Option<impl IntoView + use<>> {
        let href = self.href(anchor);
        self.has_marks.then(|| view! { " " <Permalink href=href name=name is_stop=true/> })
    }

    /// The mark that leads to a snippet of an item, if there are any. It is reached with a pointer only: for
    /// others the page that it leads to has a list of the items.
    fn embed_mark(&self, anchor: &str) -> Option<impl IntoView + use<>> {
        let href = route::with_item(&self.embed_href, anchor);
        (!self.embed_href.is_empty()).then(|| {
            view! { <a class="embed" href=href rel="external" tabindex="-1" aria-label="Embed this item" title="Embed">"❐"</a> }
        })
    }

    /// The address of a place in the issue.
    pub fn href(&self, anchor: &str) -> String {
        format!("{}#{anchor}", self.issue_href)
    }
}
