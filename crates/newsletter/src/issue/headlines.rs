//! What an issue is about, in a few lines.

use super::{Block, Heading, Issue, Item, ItemKind, Section};
use crate::family::Families;
use crate::html::leading_reference;

/// A longer beginning of the text is cut when it has to serve as a headline.
const MAX_CHARS: usize = 80;

impl Heading {
    /// The text without its leading reference: "WebSocket Client" of "#119157: WebSocket Client".
    pub fn title(&self) -> &str {
        title(&self.text)
    }
}

impl Item {
    /// What names the item in a list: its heading without the leading reference, else the beginning
    /// of its text. Empty only for an item without words.
    pub fn title(&self) -> String {
        let heading = self.heading.as_ref().map(Heading::title).filter(|title| !title.is_empty());
        let beginning = || shortened(self.text.lines().next().unwrap_or_default());
        heading.map_or_else(beginning, str::to_owned)
    }
}

impl Issue {
    /// The titles of the features in featured families. A section of such a family that begins with
    /// nothing but a link, as a KEP of the Week may, gives the words of that link. Where there are
    /// none of either, the beginning of the first text. Empty only for an issue without text.
    pub fn headlines(&self, families: &Families) -> Vec<String> {
        let is_featured = |section: &&Section| {
            let mut of_section = section.families.iter().filter_map(|index| families.get(*index));
            of_section.any(|family| family.is_featured)
        };
        let featured = self.sections.iter().filter(is_featured).flat_map(titles);
        let headlines: Vec<String> = featured.map(str::to_owned).collect();
        if headlines.is_empty() { self.beginning().into_iter().collect() } else { headlines }
    }

    fn beginning(&self) -> Option<String> {
        let text = self.items().find(|item| !item.text.is_empty())?.text.as_str();
        Some(shortened(text.lines().next()?))
    }
}

/// The titles that a featured section gives.
fn titles(section: &Section) -> impl Iterator<Item = &str> {
    let lone_link = match section.blocks.first() {
        Some(Block::Item(item)) if is_lone_link(item) => Some(title(&item.text)),
        _ => None,
    };
    let features = section.items().filter_map(|item| item.heading.as_ref()).map(Heading::title);
    lone_link.into_iter().chain(features).filter(|title| !title.is_empty())
}

/// A paragraph of one link and nothing else.
fn is_lone_link(item: &Item) -> bool {
    let html = item.html.as_str();
    item.kind == ItemKind::Paragraph
        && item.links.len() == 1
        && html.starts_with("<p><a ")
        && html.ends_with("</a></p>")
}

fn title(text: &str) -> &str {
    leading_reference(text).and_then(|reference| text.get(reference.end..)).unwrap_or(text).trim()
}

/// As many whole sentences as fit; if not even one does, as many words, and an ellipsis.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(MAX_CHARS) else {
        return text.to_owned();
    };
    let kept = text.get(..end).unwrap_or(text);
    let stops = [". ", "! ", "? "].iter().filter_map(|stop| kept.rfind(stop));
    if let Some(sentences) = stops.max().and_then(|stop| kept.get(..=stop)) {
        return sentences.to_owned();
    }
    let words = kept.rfind(' ').and_then(|space| kept.get(..space)).unwrap_or(kept);
    let words = words.trim_end_matches(|last: char| !last.is_alphanumeric());
    [words, "…"].concat()
}
