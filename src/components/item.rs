//! One item: a bullet, a paragraph, or a feature with its heading.

use leptos::prelude::*;
use newsletter::{Heading, Item, ItemKind};

use super::permalink::Permalink;
use super::prose::{InlineProse, Prose};
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
    let mark = links.has_marks.then(|| {
        view! {
            <Permalink
                href=links.href(item.anchor.as_str())
                name=first_words(&item.text, NAME_LENGTH)
                is_stop=false
            />
        }
    });
    view! { <Prose html=item.html/> {mark} }
}

fn feature_heading(heading: Heading, links: ItemLinks) -> AnyView {
    let anchor = heading.anchor.as_str();
    let id = links.id(anchor);
    let inside =
        view! { <InlineProse html=heading.html/> {links.heading_mark(anchor, heading.text)} };
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

    /// The address of a place in the issue.
    pub fn href(&self, anchor: &str) -> String {
        format!("{}#{anchor}", self.issue_href)
    }
}
