//! From a fragment to what it means, also when the item has been edited since.

use super::Issue;
use crate::anchor::{Anchor, Halves};

/// What a fragment leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target<'issue> {
    /// The place in [`Issue::sections`], which a filter may be hiding.
    pub section: usize,
    /// The anchor of the heading or item, which differs from the fragment if the item was edited, and
    /// if the fragment is something inside the item.
    pub anchor: &'issue Anchor,
}

impl Issue {
    /// What `fragment` (percent-decoded, without the `#`) leads to: the heading or item with this
    /// anchor, else the item with this id in its content, else the one item that has kept half of the
    /// anchor (see [`crate::anchor`]). `None` if there is nothing, or if several items could be meant.
    pub fn resolve(&self, fragment: &str) -> Option<Target<'_>> {
        self.targets()
            .find(|target| target.anchor.as_str() == fragment)
            .or_else(|| self.containing(fragment))
            .or_else(|| self.edited(fragment))
    }

    /// Every heading of a section and every item, in document order.
    fn targets(&self) -> impl Iterator<Item = Target<'_>> {
        self.sections.iter().enumerate().flat_map(|(section, content)| {
            let heading = content.heading.iter().map(|heading| &heading.anchor);
            let anchors = heading.chain(content.items().map(|item| &item.anchor));
            anchors.map(move |anchor| Target { section, anchor })
        })
    }

    fn containing(&self, fragment: &str) -> Option<Target<'_>> {
        // Our ids hold no character that HTML escapes.
        if fragment.is_empty() || fragment.contains(['"', '&', '<', '>']) {
            return None;
        }
        let id = [" id=\"", fragment, "\""].concat();
        self.sections.iter().enumerate().find_map(|(section, content)| {
            let item = content.items().find(|item| item.html.as_str().contains(&id))?;
            Some(Target { section, anchor: &item.anchor })
        })
    }

    fn edited(&self, fragment: &str) -> Option<Target<'_>> {
        let wanted = Halves::of(fragment)?;
        let mut kept = self.targets().filter(|target| {
            Halves::of(target.anchor.as_str()).is_some_and(|halves| halves.shares_half(&wanted))
        });
        let only = kept.next()?;
        kept.next().is_none().then_some(only)
    }
}
