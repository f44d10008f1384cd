//! Footnotes: numbered by their first reference, one list at the end, with links back.

use std::collections::HashMap;

use super::Writer;
use super::run::Run;
use crate::anchor::{Anchor, Anchors};
use crate::html::SafeHtml;
use crate::html::escape::push_escaped;

/// A definition, taken out of the text around it.
pub(crate) struct Footnote<'body> {
    pub(crate) name: String,
    pub(crate) events: Vec<(pulldown_cmark::Event<'body>, std::ops::Range<usize>)>,
}

/// What has been referred to so far.
pub(super) struct Footnotes {
    /// The place of each name in `notes`; the first definition of a name counts.
    by_name: HashMap<String, usize>,
    notes: Vec<Note>,
    /// Places in `notes`, by number.
    numbered: Vec<usize>,
}

struct Note {
    anchor: Anchor,
    /// From 1; `None` until there is a reference.
    number: Option<usize>,
    references: Vec<Anchor>,
}

impl Footnotes {
    pub(super) fn new(footnotes: &[Footnote<'_>], anchors: &mut Anchors) -> Self {
        let mut by_name = HashMap::new();
        let mut notes = Vec::new();
        for footnote in footnotes {
            by_name.entry(folded(&footnote.name)).or_insert(notes.len());
            let anchor = anchors.footnote("fn-", &footnote.name);
            notes.push(Note { anchor, number: None, references: Vec::new() });
        }
        Self { by_name, notes, numbered: Vec::new() }
    }

    /// The note at a place, with the next number if it has none.
    fn numbered(&mut self, index: usize) -> Option<(usize, &mut Note)> {
        let note = self.notes.get_mut(index)?;
        let number = *note.number.get_or_insert_with(|| {
            self.numbered.push(index);
            self.numbered.len()
        });
        Some((number, note))
    }
}

/// Names are compared without case, as Markdown does with all labels.
fn folded(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).collect()
}

impl Run<'_, '_> {
    pub(super) fn footnote_reference(&mut self, name: &str) {
        let reference = self.writer.anchors.footnote("fnref-", name);
        let footnotes = &mut self.writer.footnotes;
        let index = footnotes.by_name.get(&folded(name)).copied();
        let Some((number, note)) = index.and_then(|index| footnotes.numbered(index)) else {
            return self.push_text(&["[^", name, "]"].concat());
        };
        note.references.push(reference.clone());
        let anchor = note.anchor.clone();
        let number = number.to_string();
        self.html.push_str("<sup class=\"footnote-reference\" id=\"");
        push_escaped(&mut self.html, reference.as_str());
        self.html.push_str("\">");
        // A link within a link is none.
        if self.is_in_link {
            self.html.push_str(&number);
        } else {
            self.html.push_str("<a href=\"");
            self.writer.push_own_address(&mut self.html, &anchor);
            self.html.push_str("\">");
            self.html.push_str(&number);
            self.html.push_str("</a>");
        }
        self.html.push_str("</sup>");
    }
}

impl Writer<'_> {
    /// All definitions: by number, then those that nothing refers to. `None` if there are none.
    pub(crate) fn footnotes(&mut self, footnotes: &[Footnote<'_>]) -> Option<SafeHtml> {
        let mut entries = Vec::new();
        let mut unnumbered = 0..footnotes.len();
        loop {
            // A definition may be the first to refer to another one, so the list grows on the way.
            while let Some(index) = self.footnotes.numbered.get(entries.len()).copied() {
                let events = footnotes.get(index).map(|footnote| footnote.events.as_slice());
                entries.push((index, self.content(events.unwrap_or_default())));
            }
            let Some(index) = unnumbered.next() else { break };
            self.footnotes.numbered(index);
        }
        let mut html = "<ol class=\"footnotes\">".to_owned();
        for (index, content) in &entries {
            self.push_entry(&mut html, *index, content.html.as_str());
        }
        html.push_str("</ol>");
        (!entries.is_empty()).then_some(SafeHtml(html))
    }

    fn push_entry(&self, html: &mut String, index: usize, content: &str) {
        let Some(note) = self.footnotes.notes.get(index) else { return };
        html.push_str("<li id=\"");
        push_escaped(html, note.anchor.as_str());
        html.push_str("\">");
        // The links back stand at the end of the last paragraph.
        let (content, closing) = match content.strip_suffix("</p>") {
            Some(content) => (content, "</p>"),
            None => (content, ""),
        };
        html.push_str(content);
        for (index, reference) in note.references.iter().enumerate() {
            let ordinal = (index + 1).to_string();
            html.push_str(" <a class=\"footnote-back\" href=\"");
            self.push_own_address(html, reference);
            html.push_str("\" aria-label=\"Back to reference ");
            html.push_str(&ordinal);
            html.push_str("\">↩");
            if index > 0 {
                html.push_str("<sup>");
                html.push_str(&ordinal);
                html.push_str("</sup>");
            }
            html.push_str("</a>");
        }
        html.push_str(closing);
        html.push_str("</li>");
    }
}
