//! Raw HTML: tags of the list are balanced here, everything else becomes text.

use pulldown_cmark::Event;

use super::run::{Open, Rest, Run};
use crate::Code;
use crate::html::escape::push_escaped;
use crate::html::raw_html::{Piece, decoded, has_blocks, pieces};

/// So many raw tags may be open in one element; more are text. Nobody needs them, and looking for
/// the partner of a closing tag stays cheap.
const MAX_RAW_DEPTH: usize = 16;

/// The beginning of a tag that a diagnostic quotes.
const QUOTED_CHARS: usize = 40;

impl Run<'_, '_> {
    pub(super) fn html_block(&mut self, rest: &mut Rest<'_, '_>) {
        let block = rest.as_slice();
        let len = block.iter().position(|(event, _)| matches!(event, Event::End(_)));
        let lines = len.and_then(|len| block.get(..len)).unwrap_or(block);
        *rest = block.get(lines.len() + 1..).unwrap_or_default().iter();
        let is_paragraph = !lines.iter().any(|(event, _)| has_blocks(line(event)));
        if is_paragraph {
            self.block("<p>", "</p>");
        } else {
            self.text.part();
        }
        for (event, place) in lines {
            self.raw(line(event), place.start, !is_paragraph);
        }
        if is_paragraph {
            self.close();
        } else {
            self.text.part();
        }
    }

    /// Writes the raw HTML that begins at `at`.
    pub(super) fn raw(&mut self, html: &str, at: usize, allows_blocks: bool) {
        for (offset, piece) in pieces(html, allows_blocks) {
            let at = at + offset;
            match piece {
                Piece::Void(tag) => {
                    self.html.push_str(tag);
                    self.text.push(if tag == "<br>" { " " } else { "" });
                }
                Piece::Open { name, title, source } => {
                    if self.raw_depth() < MAX_RAW_DEPTH {
                        self.open_raw(name, title);
                    } else {
                        self.shown_as_text(source, at);
                    }
                }
                Piece::Close { name, source } => {
                    if !self.close_raw_named(name) {
                        self.shown_as_text(source, at);
                    }
                }
                Piece::Text(text) => self.shown_as_text(text, at),
            }
        }
    }

    /// The raw tags that are open within the innermost Markdown element.
    fn raw_depth(&self) -> usize {
        self.open.iter().rev().take_while(|open| matches!(open, Open::Raw(_))).count()
    }

    fn open_raw(&mut self, name: &'static str, title: Option<&str>) {
        self.html.push('<');
        self.html.push_str(name);
        if let Some(title) = title {
            self.html.push_str(" title=\"");
            push_escaped(&mut self.html, &decoded(title));
            self.html.push('"');
        }
        self.html.push('>');
        self.open.push(Open::Raw(name));
    }

    /// Closes the raw tag of this name and those within it; `false` if there is none.
    fn close_raw_named(&mut self, name: &str) -> bool {
        let innermost = self.open.iter().rev().take(self.raw_depth());
        let is_named = |open: &Open| matches!(open, Open::Raw(open) if *open == name);
        let Some(within) =
            innermost.enumerate().find_map(|(within, open)| is_named(open).then_some(within))
        else {
            return false;
        };
        for _ in 0..=within {
            if let Some(Open::Raw(name)) = self.open.pop() {
                self.close_raw(name);
            }
        }
        true
    }

    pub(super) fn close_raw(&mut self, name: &str) {
        self.html.push_str("</");
        self.html.push_str(name);
        self.html.push('>');
    }

    fn shown_as_text(&mut self, text: &str, at: usize) {
        if let Some(offset) = text.find('<') {
            let tag = text.get(offset..).unwrap_or_default();
            let end = tag.char_indices().nth(QUOTED_CHARS).map_or(tag.len(), |(end, _)| end);
            let quoted = tag.get(..end).and_then(|tag| tag.lines().next()).unwrap_or_default();
            let hint = "Put it between back-ticks if it is code, or write it in Markdown.";
            let message = ["`", quoted, "` is shown as text"];
            self.writer.find(at + offset, Code::HtmlShownAsText, &message, hint);
        }
        self.push_text(&decoded(text));
    }
}

/// A line of an HTML block.
fn line<'event>(event: &'event Event<'_>) -> &'event str {
    match event {
        Event::Html(line) | Event::Text(line) => line,
        _ => "",
    }
}
