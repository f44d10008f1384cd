//! Images: lazy, with their size where it is known, and never from another origin.

use pulldown_cmark::Event;

use super::run::{Rest, Run};
use crate::Code;
use crate::html::address::{Address, resolve};
use crate::html::escape::push_escaped;

impl Run<'_, '_> {
    pub(super) fn image(&mut self, rest: &mut Rest<'_, '_>, target: &str, title: &str, at: usize) {
        self.images.push(target.to_owned());
        let alt = alternative_text(rest);
        let has_alt = !alt.trim().is_empty();
        if !has_alt {
            let message = ["the image `", target, "` has no description"];
            let hint = "Say between the brackets what the picture shows.";
            self.writer.find(at, Code::ImageWithoutAlt, &message, hint);
        }
        let words = if has_alt { &alt } else { target };
        match resolve(target, self.writer.path, self.writer.site) {
            Address::Local(address) => {
                self.text.push(&alt);
                self.local_image(&address, &alt, title);
            }
            Address::Remote(address) => self.remote_image(&address, words),
            Address::Empty => self.push_text(words),
            Address::Forbidden => {
                let message = ["the address `", target, "` is not allowed and shown as text"];
                let hint = "Use an image of this site.";
                self.writer.find(at, Code::LinkForbidden, &message, hint);
                self.push_text(words);
            }
        }
    }

    fn local_image(&mut self, address: &str, alt: &str, title: &str) {
        let html = &mut self.html;
        html.push_str("<img src=\"");
        push_escaped(html, address);
        html.push_str("\" alt=\"");
        push_escaped(html, alt);
        if !title.is_empty() {
            html.push_str("\" title=\"");
            push_escaped(html, title);
        }
        let site = self.writer.site;
        let below_base =
            address.get(site.base_path.trim_end_matches('/').len()..).unwrap_or_default();
        let file = below_base.split(['?', '#']).next().unwrap_or_default();
        if let Some(size) = site.images.iter().find(|size| size.path == file) {
            html.push_str("\" width=\"");
            html.push_str(&size.width.to_string());
            html.push_str("\" height=\"");
            html.push_str(&size.height.to_string());
        }
        html.push_str("\" loading=\"lazy\" decoding=\"async\">");
    }

    /// No page may ask another origin for anything, so the reader decides.
    fn remote_image(&mut self, address: &str, words: &str) {
        if self.is_in_link {
            self.html.push_str("<span class=\"remote-image\">");
        } else {
            self.html.push_str("<a class=\"remote-image\" href=\"");
            push_escaped(&mut self.html, address);
            self.html.push_str("\">");
        }
        self.push_text(words);
        self.html.push_str(if self.is_in_link { "</span>" } else { "</a>" });
    }
}

/// The words between an image's brackets.
fn alternative_text(rest: &mut Rest<'_, '_>) -> String {
    let mut alt = String::new();
    let mut depth = 0usize;
    for (event, _) in rest {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => break,
            Event::End(_) => depth -= 1,
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => alt.push_str(text),
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            _ => {}
        }
    }
    alt
}
