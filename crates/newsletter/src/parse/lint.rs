//! What can be said about a body without knowing where its links lead.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::events::{heading_level, split_first};
use crate::family::Families;
use crate::html::{Markdown, Writer};
use crate::{Code, Heading};

/// Looks for marks that are shown because they are not what they were meant to be.
pub(super) fn events(writer: &mut Writer<'_>, body: &str, events: &Markdown<'_>) {
    let mut is_code_block = false;
    let mut is_line_start = false;
    // One finding for each block: one forgotten back-tick turns all that follow around.
    let mut has_open_code = false;
    for (event, place) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code_block = true,
            Event::End(TagEnd::CodeBlock) => is_code_block = false,
            Event::Start(Tag::Paragraph | Tag::Item | Tag::Heading { .. } | Tag::TableCell) => {
                has_open_code = false;
            }
            Event::Text(_) if !is_code_block => {
                let source = body.get(place.clone()).unwrap_or_default();
                let is_escaped =
                    body.get(..place.start).is_some_and(|before| before.ends_with('\\'));
                if is_line_start && !is_escaped {
                    unspaced_heading(writer, source, place.start);
                }
                let tick = source
                    .char_indices()
                    .find(|(at, character)| *character == '`' && !(is_escaped && *at == 0));
                if let Some((at, _)) = tick.filter(|_| !has_open_code) {
                    has_open_code = true;
                    let hint = "Close the code with as many back-ticks as it begins with.";
                    let message = ["this back-tick has no partner and is shown as it is"];
                    writer.find(place.start + at, Code::CodeUnclosed, &message, hint);
                }
            }
            _ => {}
        }
        is_line_start = matches!(event, Event::Start(Tag::Paragraph) | Event::SoftBreak);
    }
}

/// `##Heading`. `#12345` is how posts write a pull request, which is what it is then.
fn unspaced_heading(writer: &mut Writer<'_>, line: &str, at: usize) {
    let word = line.trim_start_matches('#');
    let level = line.len() - word.len();
    let is_number = level == 1 && word.starts_with(|first: char| first.is_ascii_digit());
    let is_word = word.starts_with(|first: char| !first.is_whitespace());
    if (1..=6).contains(&level) && is_word && !is_number {
        let shown = word.split_whitespace().next().unwrap_or_default();
        let message =
            ["`", line.get(..level).unwrap_or_default(), shown, "` is text and no heading"];
        let hint = "Put a space after the `#`, or a backslash before it if it is text.";
        writer.find(at, Code::HeadingWithoutSpace, &message, hint);
    }
}

/// A heading of any kind.
pub(super) fn heading(writer: &mut Writer<'_>, heading: &Heading, at: usize) {
    if heading.text.is_empty() {
        let hint = "Write the heading, or take its mark away.";
        writer.find(at, Code::HeadingEmpty, &["this heading has no text"], hint);
    }
}

/// A section's heading, and what comes after it.
pub(super) fn section(
    writer: &mut Writer<'_>,
    families: &Families,
    heading: &Heading,
    at: usize,
    after: &Markdown<'_>,
) {
    let next_level = split_first(after).map(|(block, _)| heading_level(block));
    let is_empty = match next_level {
        None => true,
        Some(next_level) => next_level.is_some_and(|next| next <= heading.level),
    };
    let text = heading.text.as_str();
    if is_empty && !text.is_empty() {
        let message = ["nothing stands under the heading `", text, "`"];
        writer.find(at, Code::SectionEmpty, &message, "Fill the section, or delete its heading.");
    }
    if families.is_empty() || text.is_empty() || !families.fitting(text).is_empty() {
        return;
    }
    let message = ["the heading `", text, "` belongs to no section family"];
    let list = "or add it to a family's `headings` in `masthead.toml`.";
    let hint = match families.nearest(text) {
        Some(nearest) => {
            ["Write it like the nearest family, `", &nearest.name, "`, ", list].concat()
        }
        None => ["Write it like one of the families, ", list].concat(),
    };
    writer.find(at, Code::SectionUnmapped, &message, &hint);
}
