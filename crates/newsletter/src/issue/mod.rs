//! What a post becomes: an issue of sections of items. Types only; `parse` makes them.

use crate::anchor::Anchor;
use crate::diagnostic::LineNumber;
use crate::entity::Entity;
use crate::family::FamilyIndex;
use crate::html::SafeHtml;

mod headlines;
mod identity;
mod resolve;
#[cfg(test)]
mod tests;

pub use resolve::Target;

/// The body of one post. Its title, date and address come from the front matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Issue {
    /// In document order. Text before the first heading is a section without a heading.
    pub sections: Vec<Section>,
    /// The footnotes of the whole issue as one ordered list with back links; `None` without any.
    pub footnotes: Option<SafeHtml>,
}

/// A heading of level 1 or 2 and all that stands under it up to the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// `None` for the text before the first heading.
    pub heading: Option<Heading>,
    /// Empty without a heading; several for a compound heading such as "Deprecations and Reversions".
    pub families: Vec<FamilyIndex>,
    /// In document order.
    pub blocks: Vec<Block>,
}

/// A heading as it is shown and linked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// The id that kramdown's GFM parser gives this heading, unique in its issue.
    pub anchor: Anchor,
    /// The inline content. A leading reference ("#119157:", "KEP-4009:") is wrapped in
    /// `<span class="reference">`; the text is never changed.
    pub html: SafeHtml,
    /// The visible text, with white space folded.
    pub text: String,
    /// Where the heading stands in the post, front matter included.
    pub line: LineNumber,
}

/// A run of the section's content: what shares one element on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A list whose entries are items.
    List {
        /// The first number of an ordered list; `None` for bullets.
        start: Option<u64>,
        /// In document order; never empty.
        items: Vec<Item>,
    },
    /// A paragraph, feature, table, quotation or code block.
    Item(Item),
    /// A thematic break.
    Rule,
}

/// What kind of thing an item is; decides how it is set, not what it may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ItemKind {
    /// An entry of a list, with the lists nested in it.
    Bullet,
    /// A heading below level 2 with everything under it.
    Feature,
    /// A paragraph, or another block that stands on its own.
    Paragraph,
}

/// The unit that is linked to, found, embedded and counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The item's fragment in its issue's address, unique there. A feature's is its heading's id.
    pub anchor: Anchor,
    /// See [`ItemKind`].
    pub kind: ItemKind,
    /// A feature's own heading; `None` for other kinds.
    pub heading: Option<Heading>,
    /// The content below the heading: a bullet's without its `<li>`, a paragraph's with its `<p>`.
    pub html: SafeHtml,
    /// The visible text of the content (without the heading), white space folded, blocks parted by
    /// a line feed.
    pub text: String,
    /// Every link target of heading and content as the post writes it, in document order.
    pub links: Vec<String>,
    /// What heading, content and link targets mention, in order, without repeats.
    pub entities: Vec<Entity>,
    /// Where the item begins in the post, front matter included.
    pub line: LineNumber,
}

impl Issue {
    /// All items, in document order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.sections.iter().flat_map(Section::items)
    }

    /// Words in headings and items, for the reading time.
    pub fn word_count(&self) -> usize {
        let in_heading = |heading: &Option<Heading>| {
            heading.as_ref().map_or(0, |heading| heading.text.split_whitespace().count())
        };
        self.sections
            .iter()
            .map(|section| {
                in_heading(&section.heading)
                    + section
                        .items()
                        .map(|item| {
                            in_heading(&item.heading) + item.text.split_whitespace().count()
                        })
                        .sum::<usize>()
            })
            .sum()
    }
}

impl Section {
    /// The section's items, in document order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.blocks.iter().flat_map(|block| match block {
            Block::List { items, .. } => items.as_slice(),
            Block::Item(item) => std::slice::from_ref(item),
            Block::Rule => &[],
        })
    }
}
