//! The text of headings, as kramdown takes it for ids and as it is shown.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::html::Markdown;

/// The texts of all headings, in document order, as kramdown's `raw_text` has them: typographic signs
/// in place of dashes and dots (which leave no trace in the id), but not in code.
pub(super) fn all(events: &Markdown<'_>) -> Vec<String> {
    let mut texts = Vec::new();
    let mut current: Option<String> = None;
    let mut images = 0usize;
    for (event, _) in events {
        match event {
            Event::Start(Tag::Heading { .. }) => current = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => texts.extend(current.take()),
            Event::Start(Tag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images -= 1,
            Event::Text(text) if images == 0 => {
                push(&mut current, &text.replace("---", "—").replace("--", "–"));
            }
            Event::Code(code) if images == 0 => push(&mut current, code),
            _ => {}
        }
    }
    texts
}

fn push(current: &mut Option<String>, text: &str) {
    if let Some(current) = current {
        current.push_str(text);
    }
}

/// The characters that a heading shows, with its white space as it is.
pub(super) fn shown(heading: &Markdown<'_>) -> String {
    let shown = heading.iter().map(|(event, _)| match event {
        Event::Text(text) | Event::Code(text) => text.as_ref(),
        Event::SoftBreak | Event::HardBreak => " ",
        _ => "",
    });
    shown.collect()
}
