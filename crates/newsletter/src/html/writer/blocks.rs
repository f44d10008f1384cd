//! Paragraphs, headings inside items, quotations, lists, code, tables.

use pulldown_cmark::{Alignment, CodeBlockKind, Tag};

use super::run::{Open, Run};
use crate::html::escape::push_escaped;

/// Where the writing of a table stands.
#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    is_head: bool,
}

impl Run<'_, '_> {
    pub(super) fn open_block(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph => self.block("<p>", "</p>"),
            Tag::Heading { level, .. } => self.inner_heading(*level as usize),
            Tag::BlockQuote(_) => self.block("<blockquote>", "</blockquote>"),
            Tag::CodeBlock(kind) => self.code_block(kind),
            Tag::List(None) => self.block("<ul>", "</ul>"),
            Tag::List(Some(1)) => self.block("<ol>", "</ol>"),
            Tag::List(Some(start)) => {
                self.block(&["<ol start=\"", &start.to_string(), "\">"].concat(), "</ol>");
            }
            Tag::Item => self.block("<li>", "</li>"),
            Tag::Table(alignments) => self.table(alignments),
            Tag::TableHead => {
                self.row(true);
                self.block("<thead><tr>", "</tr></thead><tbody>");
            }
            Tag::TableRow => {
                self.row(false);
                self.block("<tr>", "</tr>");
            }
            Tag::TableCell => self.cell(),
            _ => self.block("", ""),
        }
    }

    pub(super) fn block(&mut self, opening: &str, closing: &'static str) {
        self.text.part();
        self.html.push_str(opening);
        self.open.push(Open::Block(closing));
    }

    fn inner_heading(&mut self, level: usize) {
        const TAGS: [(&str, &str); 6] = [
            ("<h1 id=\"", "</h1>"),
            ("<h2 id=\"", "</h2>"),
            ("<h3 id=\"", "</h3>"),
            ("<h4 id=\"", "</h4>"),
            ("<h5 id=\"", "</h5>"),
            ("<h6 id=\"", "</h6>"),
        ];
        let (opening, closing) = TAGS.get(level - 1).copied().unwrap_or_default();
        let id = self.writer.next_heading_id();
        self.block(opening, closing);
        push_escaped(&mut self.html, id.as_str());
        self.html.push_str("\">");
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        let info = if let CodeBlockKind::Fenced(info) = kind { info } else { "" };
        let language = info.split([' ', ',', '\t']).next().unwrap_or_default();
        self.block("<pre tabindex=\"0\"><code", "</code></pre>");
        if !language.is_empty() {
            self.html.push_str(" class=\"language-");
            push_escaped(&mut self.html, language);
            self.html.push('"');
        }
        self.html.push_str(" translate=\"no\">");
    }

    /// Wide tables scroll within a region that the keyboard reaches.
    fn table(&mut self, alignments: &[Alignment]) {
        self.table.alignments = alignments.to_vec();
        self.block(
            "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>",
            "</tbody></table></div>",
        );
    }

    fn row(&mut self, is_head: bool) {
        self.table.is_head = is_head;
        self.table.column = 0;
    }

    fn cell(&mut self) {
        let alignment = self.table.alignments.get(self.table.column);
        self.table.column += 1;
        self.text.push(" ");
        self.html.push_str(if self.table.is_head { "<th scope=\"col\"" } else { "<td" });
        self.html.push_str(match alignment {
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            _ => "",
        });
        self.open_inline(">", if self.table.is_head { "</th>" } else { "</td>" });
    }
}
