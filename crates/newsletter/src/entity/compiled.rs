//! The patterns of all kinds together, compiled: which of them matches where.

use super::address::address;
use super::key::Key;
use super::matching::{begins_word, is_word};
use super::pattern::Pattern;
use super::placeholder::Captures;
use super::{Entity, EntityPattern, Mention, PatternError, Recogniser};

/// See [`super::EntityPatterns`].
#[derive(Debug, Default)]
pub(super) struct Compiled {
    kinds: Vec<Kind>,
    text: Vec<Pattern>,
    link: Vec<Pattern>,
}

#[derive(Debug)]
struct Kind {
    id: String,
    key: Key,
}

impl Compiled {
    pub(super) fn new(patterns: &[EntityPattern]) -> Result<Self, PatternError> {
        let mut compiled = Self::default();
        for (kind, written) in patterns.iter().enumerate() {
            let key = Key::new(&written.key, &written.defaults)?;
            for text in &written.text {
                compiled.text.push(Pattern::text(text, kind, &key)?);
            }
            for link in &written.link {
                compiled.link.push(Pattern::link(link, kind, &key)?);
            }
            compiled.kinds.push(Kind { id: written.kind.clone(), key });
        }
        Ok(compiled)
    }

    /// The mentions in a text, in order and without overlaps.
    pub(super) fn mentions(&self, text: &str) -> Vec<Mention> {
        let mut mentions = Vec::new();
        let mut next = 0;
        let mut is_within_word = false;
        for (at, character) in text.char_indices() {
            if at >= next
                && !is_within_word
                && let Some(mention) = self.mention_at(text, at)
            {
                next = mention.span.end;
                mentions.push(mention);
            }
            is_within_word = is_word(character);
        }
        mentions
    }

    fn mention_at(&self, text: &str, at: usize) -> Option<Mention> {
        let (before, rest) = text.split_at_checked(at)?;
        if !begins_word(before, rest) {
            return None;
        }
        let first = rest.bytes().next()?;
        let possible = self.text.iter().filter(|pattern| pattern.begins_with(first));
        let found = possible.filter_map(|pattern| {
            let (len, captures) = pattern.at_start(rest)?;
            Some((len, pattern, captures))
        });
        let (len, pattern, captures) =
            found.rev().max_by_key(|(len, pattern, _)| (*len, pattern.literals()))?;
        let entity = self.entity(pattern, &captures)?;
        let is_completed = self.kinds.get(pattern.kind())?.key.needs_defaults(&captures);
        Some(Mention { span: at..at + len, entity, is_completed })
    }

    fn entity(&self, pattern: &Pattern, captures: &Captures<'_>) -> Option<Entity> {
        let kind = self.kinds.get(pattern.kind())?;
        Some(Entity { kind: kind.id.clone(), key: kind.key.fill(captures) })
    }
}

impl Recogniser for Compiled {
    fn in_text(&self, text: &str) -> Vec<Mention> {
        self.mentions(text)
    }

    fn in_link(&self, target: &str) -> Option<Entity> {
        let (path, with_query) = (address(target, false), address(target, true));
        let found = self.link.iter().filter_map(|pattern| {
            let address = if pattern.has_query() { with_query } else { path };
            pattern.whole(address).map(|captures| (pattern, captures))
        });
        let (pattern, captures) = found.rev().max_by_key(|(pattern, _)| pattern.literals())?;
        self.entity(pattern, &captures)
    }

    fn of_query(&self, query: &str) -> Option<Entity> {
        let query = query.trim();
        let mention = self.mention_at(query, 0).filter(|mention| mention.span.end == query.len());
        mention.map(|mention| mention.entity).or_else(|| self.in_link(query))
    }
}
