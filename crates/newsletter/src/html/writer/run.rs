//! One run of events: the walk, the stack of open elements, text.

use pulldown_cmark::{Event, Tag};

use super::blocks::Table;
use super::{Content, LinkSpan, Markdown, Writer};
use crate::html::SafeHtml;
use crate::html::escape::push_escaped;
use crate::html::folded_text::FoldedText;
use crate::html::reference::Reference;

/// An element that has been opened; each knows how it is closed.
pub(super) enum Open {
    /// An element that parts the text before from the text after.
    Block(&'static str),
    Inline(&'static str),
    /// The link at this place in `links`.
    Link(usize),
    /// A link that must not be one: its target is shown after its text.
    Refused(usize),
    /// A raw tag, closed by its own closing tag or with the Markdown around it.
    Raw(&'static str),
}

/// The writing of one run of events.
pub(super) struct Run<'writer, 'rules> {
    pub(super) writer: &'writer mut Writer<'rules>,
    pub(super) html: String,
    pub(super) text: FoldedText,
    pub(super) links: Vec<LinkSpan>,
    pub(super) images: Vec<String>,
    pub(super) open: Vec<Open>,
    pub(super) is_in_link: bool,
    pub(super) table: Table,
    /// Still to be marked in the first text.
    reference: Option<Reference>,
}

/// The events that are still to be written.
pub(super) type Rest<'events, 'body> =
    std::slice::Iter<'events, (Event<'body>, std::ops::Range<usize>)>;

impl<'writer, 'rules> Run<'writer, 'rules> {
    pub(super) fn new(writer: &'writer mut Writer<'rules>, reference: Option<Reference>) -> Self {
        Self {
            writer,
            html: String::new(),
            text: FoldedText::default(),
            links: Vec::new(),
            images: Vec::new(),
            open: Vec::new(),
            is_in_link: false,
            table: Table::default(),
            reference,
        }
    }

    pub(super) fn finish(mut self, events: &Markdown<'_>) -> Content {
        let mut rest = events.iter();
        while let Some((event, place)) = rest.next() {
            match event {
                Event::Start(Tag::Image { dest_url, title, .. }) => {
                    self.image(&mut rest, dest_url, title, place.start);
                }
                Event::Start(Tag::HtmlBlock) => self.html_block(&mut rest),
                Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                    self.link(*link_type, dest_url, title, place.start);
                }
                Event::Start(Tag::Emphasis) => self.open_inline("<em>", "</em>"),
                Event::Start(Tag::Strong) => self.open_inline("<strong>", "</strong>"),
                Event::Start(Tag::Strikethrough) => self.open_inline("<del>", "</del>"),
                Event::Start(tag) => self.open_block(tag),
                Event::End(_) => self.close(),
                // Math is switched off, so that a dollar is a dollar.
                Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                    self.push_text(text);
                }
                Event::Code(code) => self.code(code),
                Event::Html(html) | Event::InlineHtml(html) => {
                    self.raw(html, place.start, false);
                }
                Event::FootnoteReference(name) => self.footnote_reference(name),
                Event::SoftBreak => self.push_break("\n"),
                Event::HardBreak => self.push_break("<br>\n"),
                Event::Rule => self.html.push_str("<hr>"),
                Event::TaskListMarker(is_done) => self.check_box(*is_done),
            }
        }
        while !self.open.is_empty() {
            self.close();
        }
        let Self { html, text, links, images, .. } = self;
        Content { html: SafeHtml(html), text: text.into_string(), links, images }
    }

    pub(super) fn open_inline(&mut self, opening: &str, closing: &'static str) {
        self.html.push_str(opening);
        self.open.push(Open::Inline(closing));
    }

    /// Closes the innermost Markdown element, after the raw tags that were opened in it.
    pub(super) fn close(&mut self) {
        while let Some(open) = self.open.pop() {
            match open {
                Open::Raw(name) => {
                    self.close_raw(name);
                    continue;
                }
                Open::Block(closing) => {
                    self.html.push_str(closing);
                    self.text.part();
                }
                Open::Inline(closing) => self.html.push_str(closing),
                Open::Link(index) => self.close_link(index),
                Open::Refused(index) => self.close_refused(index),
            }
            break;
        }
    }

    pub(super) fn push_text(&mut self, text: &str) {
        self.text.push(text);
        let mut rest = text;
        if let Some(reference) = self.reference.take() {
            rest = self.push_reference(text, reference).unwrap_or(text);
        }
        push_escaped(&mut self.html, rest);
    }

    /// Writes the reference that `text` begins with and gives what comes after it. `None` if the
    /// reference goes on beyond this text; it is not marked then.
    fn push_reference<'text>(
        &mut self,
        text: &'text str,
        reference: Reference,
    ) -> Option<&'text str> {
        let Reference { start, separator, end } = reference;
        let rest = text.get(end..)?;
        push_escaped(&mut self.html, text.get(..start)?);
        self.html.push_str("<span class=\"reference\">");
        push_escaped(&mut self.html, text.get(start..separator)?);
        if separator < end {
            self.html.push_str("<span class=\"separator\">");
            push_escaped(&mut self.html, text.get(separator..end)?);
            self.html.push_str("</span>");
        }
        self.html.push_str("</span>");
        Some(rest)
    }

    fn push_break(&mut self, html: &str) {
        self.html.push_str(html);
        self.text.push(" ");
    }

    fn code(&mut self, code: &str) {
        self.text.push(code);
        self.html.push_str("<code translate=\"no\">");
        push_escaped(&mut self.html, code);
        self.html.push_str("</code>");
    }

    fn check_box(&mut self, is_done: bool) {
        self.html.push_str("<input type=\"checkbox\" disabled");
        self.html.push_str(if is_done {
            " checked aria-label=\"Done\"> "
        } else {
            " aria-label=\"Not done\"> "
        });
    }
}
