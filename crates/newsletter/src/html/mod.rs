//! From Markdown to HTML that is safe to show. Nothing outside this folder can make a [`SafeHtml`].
//!
//! What gets through: our own elements, a short list of raw tags without attributes (`raw_html`),
//! and addresses of a few schemes (`address`). All else is escaped and stays visible as text.

use std::fmt;

mod address;
mod escape;
mod folded_text;
mod raw_html;
mod reference;
mod writer;

pub(crate) use raw_html::details_left_open;
pub(crate) use reference::leading_reference;
pub(crate) use writer::{Content, Finding, Footnote, Markdown, Writer};

/// HTML in which nothing can run: only this module makes it, from Markdown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SafeHtml {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
