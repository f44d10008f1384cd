//! A section of an issue: its heading and its items.

use leptos::prelude::*;
use newsletter::{Block, Section};

use super::item::{Bullet, ItemLinks, Passage};
use super::prose::InlineProse;

/// A section with its heading.
#[component]
pub fn SectionView(
    /// The section.
    section: Section,
    /// How its heading and items are linked.
    links: ItemLinks,
    /// Whether it is left out for now; it keeps its place.
    #[prop(into)]
    is_hidden: Signal<bool>,
    /// Whether what is in it has been rendered already and stays as it is.
    is_kept: bool,
) -> impl IntoView {
    if is_kept {
        return view! { <section class="section" hidden=is_hidden></section> }.into_any();
    }
    let heading = section.heading.map(|heading| {
        let anchor = heading.anchor.as_str();
        view! {
            <h2 id=links.id(anchor)>
                <InlineProse html=heading.html/>
                {links.heading_mark(anchor, heading.text)}
            </h2>
        }
    });
    view! {
        <section class="section" hidden=is_hidden>
            {heading}
            <Blocks blocks=section.blocks links=links/>
        </section>
    }
    .into_any()
}

/// The content of a section, without its heading.
#[component]
pub fn Blocks(
    /// In order.
    blocks: Vec<Block>,
    /// How the items are linked.
    links: ItemLinks,
) -> impl IntoView {
    blocks.into_iter().map(|block| block_view(block, &links)).collect_view()
}

fn block_view(block: Block, links: &ItemLinks) -> AnyView {
    match block {
        Block::Item(item) => view! { <Passage item=item links=links.clone()/> }.into_any(),
        Block::Rule => view! { <hr/> }.into_any(),
        Block::List { start, items } => {
            let bullets = items
                .into_iter()
                .map(|item| view! { <Bullet item=item links=links.clone()/> })
                .collect_view();
            match start {
                Some(start) => view! { <ol class="items" start=start>{bullets}</ol> }.into_any(),
                None => view! { <ul class="items">{bullets}</ul> }.into_any(),
            }
        }
    }
}
