//! Pulldown's events as HTML, with the visible text and the link targets on the way.
//!
//! What the text holds: all words that are shown, code included, and the description of an image,
//! which stands for the picture. What it leaves out: footnote numbers and the states of check boxes,
//! since both change without the words around them.

use std::ops::Range;

use pulldown_cmark::Event;

use super::reference::Reference;
use super::{SafeHtml, escape};
use crate::Code;
use crate::anchor::{Anchor, Anchors};
use crate::rules::Site;

mod blocks;
mod footnotes;
mod images;
mod links;
mod raw;
mod run;

pub(crate) use footnotes::Footnote;
use footnotes::Footnotes;
use run::Run;

/// Events with their places in the body.
pub(crate) type Markdown<'body> = [(Event<'body>, Range<usize>)];

/// What a run of events becomes.
#[derive(Debug, Default)]
pub(crate) struct Content {
    pub(crate) html: SafeHtml,
    /// See [`crate::Item::text`].
    pub(crate) text: String,
    /// See [`crate::Item::links`].
    pub(crate) links: Vec<LinkSpan>,
    /// The sources of images as the post writes them.
    pub(crate) images: Vec<String>,
}

/// A link, and the bytes of the text that lead there.
#[derive(Debug)]
pub(crate) struct LinkSpan {
    pub(crate) target: String,
    pub(crate) span: Range<usize>,
}

/// A diagnostic whose place is still an offset in the body.
#[derive(Debug)]
pub(crate) struct Finding {
    pub(crate) at: usize,
    pub(crate) code: Code,
    pub(crate) message: String,
    pub(crate) hint: String,
}

/// Writes the HTML of one post, piece by piece and in document order.
pub(crate) struct Writer<'rules> {
    pub(crate) site: &'rules Site,
    /// The issue's own path.
    pub(crate) path: &'rules str,
    pub(crate) anchors: Anchors,
    /// Those of the headings that are still to come.
    heading_ids: std::vec::IntoIter<Anchor>,
    /// What is wrong, in the order in which it is met.
    pub(crate) findings: Vec<Finding>,
    footnotes: Footnotes,
}

impl<'rules> Writer<'rules> {
    /// `headings` are the texts of all headings outside footnotes, as kramdown takes them.
    pub(crate) fn new(
        site: &'rules Site,
        path: &'rules str,
        headings: &[String],
        footnotes: &[Footnote<'_>],
    ) -> Self {
        let mut anchors = Anchors::default();
        let heading_ids = headings.iter().map(|text| anchors.heading(text)).collect::<Vec<_>>();
        let footnotes = Footnotes::new(footnotes, &mut anchors);
        let findings = Vec::new();
        Self { site, path, anchors, heading_ids: heading_ids.into_iter(), findings, footnotes }
    }

    /// The HTML, text and links of a run of events.
    pub(crate) fn content(&mut self, events: &Markdown<'_>) -> Content {
        Run::new(self, None).finish(events)
    }

    /// The same of the inside of a heading, with its leading reference marked.
    pub(crate) fn heading(
        &mut self,
        events: &Markdown<'_>,
        reference: Option<Reference>,
    ) -> Content {
        Run::new(self, reference).finish(events)
    }

    /// The id of the heading that is written next. The headings in footnotes, which are written out
    /// of order, are numbered.
    pub(crate) fn next_heading_id(&mut self) -> Anchor {
        self.heading_ids.next().unwrap_or_else(|| self.anchors.heading("footnote"))
    }

    pub(crate) fn find(&mut self, at: usize, code: Code, message: &[&str], hint: &str) {
        // A message is one line, whatever it quotes.
        let message = message.concat().replace(|quoted: char| quoted.is_control(), " ");
        self.findings.push(Finding { at, code, message, hint: hint.to_owned() });
    }

    /// Appends an attribute for a fragment of this issue, which holds on every page.
    fn push_own_address(&self, html: &mut String, anchor: &Anchor) {
        html.push_str(self.site.base_path.trim_end_matches('/'));
        escape::push_escaped(html, self.path);
        html.push('#');
        escape::push_escaped(html, anchor.as_str());
    }
}
