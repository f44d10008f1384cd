//! Issues as HTML for other places than the site: the prose that the app shows, with whole addresses
//! and plain elements around it.

use newsletter::{Block, Heading, Issue, Item, Section};

use super::address::Addresses;
use super::shell::push_escaped;

/// Writes content of the issue at one path.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Content<'archive> {
    /// Where the site is.
    pub(crate) addresses: Addresses<'archive>,
    /// The issue's path below the base path.
    pub(crate) path: &'archive str,
    /// Whether headings are followed by a link to where they are on the site. Items are not: forty
    /// marks in a row would be read aloud.
    pub(crate) has_marks: bool,
}

impl Content<'_> {
    /// The whole issue, footnotes included.
    pub(crate) fn of_issue(&self, issue: &Issue) -> String {
        let mut html = self.of_sections(issue.sections.iter());
        if let Some(footnotes) = &issue.footnotes {
            html.push_str(self.addresses.within(footnotes).as_str());
        }
        html
    }

    /// Some of an issue's sections, with their headings.
    pub(crate) fn of_sections<'issue>(
        &self,
        sections: impl Iterator<Item = &'issue Section>,
    ) -> String {
        let mut html = String::new();
        for section in sections {
            if let Some(heading) = &section.heading {
                self.push_heading("h2", heading, &mut html);
            }
            section.blocks.iter().for_each(|block| self.push_block(block, &mut html));
        }
        html
    }

    /// One item, with its heading if it has one.
    pub(crate) fn of_item(&self, item: &Item) -> String {
        let mut html = String::new();
        self.push_item(item, &mut html);
        html
    }

    fn push_block(&self, block: &Block, html: &mut String) {
        match block {
            Block::Rule => html.push_str("<hr>\n"),
            Block::Item(item) => {
                self.push_item(item, html);
                html.push('\n');
            }
            Block::List { start, items } => {
                let (opening, closing) = match start {
                    Some(1) => ("<ol>".to_owned(), "</ol>\n"),
                    Some(start) => (format!("<ol start=\"{start}\">"), "</ol>\n"),
                    None => ("<ul>".to_owned(), "</ul>\n"),
                };
                html.push_str(&opening);
                for item in items {
                    html.push_str("<li>");
                    self.push_item(item, html);
                    html.push_str("</li>");
                }
                html.push_str(closing);
            }
        }
    }

    fn push_item(&self, item: &Item, html: &mut String) {
        if let Some(heading) = &item.heading {
            self.push_heading(if heading.level == 3 { "h3" } else { "h4" }, heading, html);
        }
        html.push_str(self.addresses.within(&item.html).as_str());
    }

    fn push_heading(&self, element: &str, heading: &Heading, html: &mut String) {
        html.extend(["<", element, " id=\""]);
        push_escaped(heading.anchor.as_str(), html);
        html.extend(["\">", self.addresses.within(&heading.html).as_str()]);
        if self.has_marks {
            html.push_str(" <a href=\"");
            push_escaped(&self.addresses.of_place(self.path, heading.anchor.as_str()), html);
            html.push_str("\" title=\"Link to this place\">#</a>");
        }
        html.extend(["</", element, ">\n"]);
    }
}
