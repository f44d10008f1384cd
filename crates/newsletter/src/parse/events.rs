//! Pulldown's flat events as elements that stand side by side.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::html::{self, Footnote, Markdown};

/// The events of the text, and the footnotes that were defined among them, in document order.
pub(super) fn without_footnotes<'body>(
    events: impl Iterator<Item = (Event<'body>, Range<usize>)>,
) -> (Vec<(Event<'body>, Range<usize>)>, Vec<Footnote<'body>>) {
    let mut text = Vec::new();
    let mut footnotes: Vec<Footnote<'_>> = Vec::new();
    // Definitions may stand within definitions: the places of those that are open.
    let mut open: Vec<usize> = Vec::new();
    for (event, place) in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(name)) => {
                open.push(footnotes.len());
                footnotes.push(Footnote { name: name.to_string(), events: Vec::new() });
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                open.pop();
            }
            _ => match open.last().and_then(|index| footnotes.get_mut(*index)) {
                Some(footnote) => footnote.events.push((event, place)),
                None => text.push((event, place)),
            },
        }
    }
    (text, footnotes)
}

/// The first element, with its start and end, and what comes after it.
pub(super) fn split_first<'events, 'body>(
    events: &'events Markdown<'body>,
) -> Option<(&'events Markdown<'body>, &'events Markdown<'body>)> {
    let mut depth = 0usize;
    let end = events.iter().position(|(event, _)| {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })?;
    events.split_at_checked(end + 1)
}

/// The elements that stand side by side.
pub(super) fn children<'events, 'body>(
    mut events: &'events Markdown<'body>,
) -> impl Iterator<Item = &'events Markdown<'body>> {
    std::iter::from_fn(move || {
        let (child, rest) = split_first(events)?;
        events = rest;
        Some(child)
    })
}

/// What stands between an element's start and end.
pub(super) fn inside<'events, 'body>(
    element: &'events Markdown<'body>,
) -> &'events Markdown<'body> {
    match element {
        [_, inside @ .., _] => inside,
        _ => element,
    }
}

/// Where an element begins in the body.
pub(super) fn start(element: &Markdown<'_>) -> usize {
    element.first().map_or(0, |(_, place)| place.start)
}

/// The level of a heading; `None` for other elements.
pub(super) fn heading_level(element: &Markdown<'_>) -> Option<u8> {
    match element.first() {
        Some((Event::Start(Tag::Heading { level, .. }), _)) => Some(*level as u8),
        _ => None,
    }
}

/// How many `<details>` an HTML block opens more than it closes; 0 for other elements.
pub(super) fn details_left_open(element: &Markdown<'_>) -> isize {
    match element.first() {
        Some((Event::Start(Tag::HtmlBlock), _)) => {
            let lines = element.iter().map(|(event, _)| match event {
                Event::Html(line) => html::details_left_open(line),
                _ => 0,
            });
            lines.sum()
        }
        _ => 0,
    }
}
