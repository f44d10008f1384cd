//! What an item mentions: in its text and by its links, in the order of the text.

use std::collections::HashSet;

use super::{Entity, Mention, Recogniser};
use crate::html::Content;

/// The entities of an item's heading and content, each once.
pub(super) fn entities(patterns: &dyn Recogniser, contents: &[&Content]) -> Vec<Entity> {
    let mut seen = HashSet::new();
    let mut entities = Vec::new();
    for content in contents {
        for entity in in_content(patterns, content) {
            if seen.insert(entity.clone()) {
                entities.push(entity);
            }
        }
    }
    entities
}

fn in_content(patterns: &dyn Recogniser, content: &Content) -> Vec<Entity> {
    let mut mentions = patterns.in_text(&content.text).into_iter().peekable();
    let mut entities = Vec::new();
    for link in &content.links {
        while let Some(mention) = mentions.next_if(|mention| mention.span.start < link.span.start) {
            entities.push(mention.entity);
        }
        let Some(linked) = patterns.in_link(&link.target) else { continue };
        while let Some(mention) = mentions.next_if(|mention| mention.span.end <= link.span.end) {
            if !is_short_for(&mention, &linked) {
                entities.push(mention.entity);
            }
        }
        entities.push(linked);
    }
    entities.extend(mentions.map(|mention| mention.entity));
    entities
}

/// Whether `#8895` as the words of a link is only what the target says in full: then it is no
/// pull request of the default repository.
fn is_short_for(mention: &Mention, linked: &Entity) -> bool {
    mention.is_completed && number(&mention.entity.key) == number(&linked.key)
}

/// The digits that a key ends with.
fn number(key: &str) -> &str {
    key.rsplit(|character: char| !character.is_ascii_digit()).next().unwrap_or_default()
}
