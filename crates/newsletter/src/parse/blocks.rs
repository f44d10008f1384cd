//! Blocks of Markdown as sections of items.

use pulldown_cmark::{Event, Tag};

use super::events::{children, details_left_open, heading_level, inside, split_first, start};
use super::places::Places;
use super::{heading_text, lint};
use crate::html::{Content, Markdown, Writer, leading_reference};
use crate::{Block, Heading, Item, ItemKind, Rules, Section};

/// Headings down to this level open a section, those below a feature.
const SECTION_LEVEL: u8 = 2;

/// Reads the blocks of one post, from top to bottom.
pub(super) struct Reader<'post, 'rules> {
    rules: &'rules Rules,
    places: &'post Places<'post>,
    writer: &'post mut Writer<'rules>,
    sections: Vec<Section>,
}

impl<'post, 'rules> Reader<'post, 'rules> {
    pub(super) fn new(
        rules: &'rules Rules,
        places: &'post Places<'post>,
        writer: &'post mut Writer<'rules>,
    ) -> Self {
        Self { rules, places, writer, sections: Vec::new() }
    }

    pub(super) fn sections(mut self, events: &Markdown<'_>) -> Vec<Section> {
        let mut rest = events;
        while let Some((block, after)) = split_first(rest) {
            rest = match heading_level(block) {
                Some(level) if level <= SECTION_LEVEL => {
                    self.section(block, after);
                    after
                }
                Some(level) => {
                    let (body, after) = after.split_at(body_len(after, level));
                    let feature = self.feature(block, body);
                    self.push(Block::Item(feature));
                    after
                }
                None => {
                    let (block, after) = rest.split_at(block.len() + folded_len(block, after));
                    let block = self.block(block);
                    self.push(block);
                    after
                }
            };
        }
        self.sections
    }

    fn push(&mut self, block: Block) {
        if self.sections.is_empty() {
            self.sections.push(Section { heading: None, families: Vec::new(), blocks: Vec::new() });
        }
        if let Some(section) = self.sections.last_mut() {
            section.blocks.push(block);
        }
    }

    fn section(&mut self, block: &Markdown<'_>, after: &Markdown<'_>) {
        let (heading, _) = self.heading(block);
        lint::section(self.writer, &self.rules.families, &heading, start(block), after);
        let families = self.rules.families.of_heading(&heading.text);
        self.sections.push(Section { heading: Some(heading), families, blocks: Vec::new() });
    }

    fn heading(&mut self, block: &Markdown<'_>) -> (Heading, Content) {
        let anchor = self.writer.next_heading_id();
        let events = inside(block);
        let reference = leading_reference(&heading_text::shown(events));
        let content = self.writer.heading(events, reference);
        let heading = Heading {
            level: heading_level(block).unwrap_or(SECTION_LEVEL),
            anchor,
            html: content.html.clone(),
            text: content.text.clone(),
            line: self.places.line(start(block)),
        };
        lint::heading(self.writer, &heading, start(block));
        (heading, content)
    }

    fn feature(&mut self, block: &Markdown<'_>, body: &Markdown<'_>) -> Item {
        let (heading, head) = self.heading(block);
        let content = self.writer.content(body);
        Item {
            anchor: heading.anchor.clone(),
            kind: ItemKind::Feature,
            links: targets(&head).chain(targets(&content)).collect(),
            entities: self.rules.patterns.in_contents(&[&head, &content]),
            line: heading.line,
            heading: Some(heading),
            html: content.html,
            text: content.text,
        }
    }

    fn block(&mut self, block: &Markdown<'_>) -> Block {
        match block.first() {
            Some((Event::Start(Tag::List(start)), _)) => {
                let entries = children(inside(block));
                let items = entries.map(|entry| self.item(ItemKind::Bullet, entry, inside(entry)));
                Block::List { start: *start, items: items.collect() }
            }
            Some((Event::Rule, _)) => Block::Rule,
            _ => Block::Item(self.item(ItemKind::Paragraph, block, block)),
        }
    }

    fn item(&mut self, kind: ItemKind, block: &Markdown<'_>, events: &Markdown<'_>) -> Item {
        let content = self.writer.content(events);
        let targets_in_order = content.links.iter().map(|link| &link.target).chain(&content.images);
        Item {
            anchor: self.writer.anchors.item(targets_in_order.map(String::as_str), &content.text),
            kind,
            heading: None,
            links: targets(&content).collect(),
            entities: self.rules.patterns.in_contents(&[&content]),
            line: self.places.line(start(block)),
            html: content.html,
            text: content.text,
        }
    }
}

/// How many events belong to the body of a feature: up to a heading of its level or above.
fn body_len(events: &Markdown<'_>, level: u8) -> usize {
    let blocks = children(events);
    let body = blocks.take_while(|block| heading_level(block).is_none_or(|inner| inner > level));
    body.map(<[_]>::len).sum()
}

/// How far one looks for the end of a `<details>`; a larger number only costs time.
const MAX_FOLDED_BLOCKS: usize = 64;

/// How many of the events after an HTML block belong to the `<details>` that it leaves open: up to
/// the block that closes it, and none if a heading comes first.
fn folded_len(block: &Markdown<'_>, after: &Markdown<'_>) -> usize {
    let mut open = details_left_open(block);
    let mut len = 0;
    for block in children(after).take(MAX_FOLDED_BLOCKS) {
        if open <= 0 || heading_level(block).is_some() {
            break;
        }
        len += block.len();
        open += details_left_open(block);
    }
    if open == 0 { len } else { 0 }
}

fn targets(content: &Content) -> impl Iterator<Item = String> {
    content.links.iter().map(|link| link.target.clone())
}
