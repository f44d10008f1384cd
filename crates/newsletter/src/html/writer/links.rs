//! Links: where they lead, and what becomes of those that may not lead there.

use pulldown_cmark::LinkType;

use super::LinkSpan;
use super::run::{Open, Run};
use crate::Code;
use crate::html::address::{Address, resolve, scheme};
use crate::html::escape::push_escaped;

impl Run<'_, '_> {
    pub(super) fn link(&mut self, link_type: LinkType, target: &str, title: &str, at: usize) {
        let index = self.links.len();
        let start = self.text.len();
        self.links.push(LinkSpan { target: target.to_owned(), span: start..start });
        let address = if link_type == LinkType::Email {
            Address::Remote(["mailto:", target].concat())
        } else {
            resolve(target, self.writer.path, self.writer.site)
        };
        match address {
            Address::Empty => {
                let hint = "Put the address between the parentheses, or take the brackets away.";
                self.writer.find(at, Code::LinkEmpty, &["this link leads nowhere"], hint);
                self.open_inline("", "");
            }
            Address::Forbidden => {
                let message = ["the address `", target, "` is not allowed and shown as text"];
                let hint = "Use https, http or mailto, or a path of this site.";
                self.writer.find(at, Code::LinkForbidden, &message, hint);
                self.open.push(Open::Refused(index));
            }
            Address::Local(address) | Address::Remote(address) => {
                if link_type != LinkType::Email {
                    self.check_scheme(target, at);
                }
                self.html.push_str("<a href=\"");
                push_escaped(&mut self.html, &address);
                if !title.is_empty() {
                    self.html.push_str("\" title=\"");
                    push_escaped(&mut self.html, title);
                }
                self.html.push_str("\">");
                self.is_in_link = true;
                self.open.push(Open::Link(index));
            }
        }
    }

    /// `github.com/x` is a path on this site, which is hardly ever meant.
    fn check_scheme(&mut self, target: &str, at: usize) {
        let is_bare = |first: char| !matches!(first, '/' | '#' | '?' | '.');
        if target.trim_start().starts_with(is_bare) && scheme(target).is_none() {
            let message =
                ["the address `", target, "` has no scheme and leads to a path of this site"];
            let hint = "Write `https://` before it, or `./` if it is a path of this site.";
            self.writer.find(at, Code::LinkWithoutScheme, &message, hint);
        }
    }

    pub(super) fn close_link(&mut self, index: usize) {
        self.html.push_str("</a>");
        self.is_in_link = false;
        self.end_span(index);
    }

    pub(super) fn close_refused(&mut self, index: usize) {
        self.end_span(index);
        if let Some(target) = self.links.get(index).map(|link| [" (", &link.target, ")"].concat()) {
            self.push_text(&target);
        }
    }

    fn end_span(&mut self, index: usize) {
        if let Some(link) = self.links.get_mut(index) {
            link.span.end = self.text.len();
        }
    }
}
