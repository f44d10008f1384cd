//! From a post's text to an [`Issue`].

use pulldown_cmark::{Options, Parser};

use crate::html::Writer;
use crate::{Diagnostic, Issue, Rules, front_matter};

mod blocks;
mod events;
mod heading_text;
mod lint;
mod places;

use blocks::Reader;
use places::Places;

/// An issue, and what is wrong with the post it came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parsed {
    /// Always there, whatever the post holds; none of its text is lost.
    pub issue: Issue,
    /// By line and column.
    pub diagnostics: Vec<Diagnostic>,
}

/// The Markdown that posts are written in, beyond the core of it.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

/// Parses the body of a post. `post` is the whole file, so that line numbers count from its top;
/// `path` is the issue's own path (`/2023/20230905`), against which relative links are resolved.
pub fn parse(post: &str, path: &str, rules: &Rules) -> Parsed {
    let split = front_matter::split(post);
    let parser = Parser::new_ext(split.body, options()).into_offset_iter();
    let (events, footnotes) = events::without_footnotes(parser);
    let places = Places::new(split.body, split.body_line);
    let headings = heading_text::all(&events);
    let mut writer = Writer::new(&rules.site, path, &headings, &footnotes);
    lint::events(&mut writer, split.body, &events);
    for footnote in &footnotes {
        lint::events(&mut writer, split.body, &footnote.events);
    }
    let sections = Reader::new(rules, &places, &mut writer).sections(&events);
    let footnotes = writer.footnotes(&footnotes);
    let diagnostics = places.diagnostics(writer.findings);
    Parsed { issue: Issue { sections, footnotes }, diagnostics }
}
