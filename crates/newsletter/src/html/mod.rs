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

pub(crate) use address::{Address, resolve};
pub(crate) use raw_html::{as_text as raw_as_text, details_left_open};
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

    /// The markup for another place than the archive, such as a feed reader: every address that is
    /// on this site, fragments of the issue included, with `site` before it. `base_path` is the one
    /// of the rules that the post was parsed by; `site` is the same as a whole address, such as
    /// `https://lwkd.info`, without a slash at the end.
    #[must_use]
    pub fn with_whole_addresses(&self, base_path: &str, site: &str) -> Self {
        const LOCAL: [&str; 2] = [" href=\"/", " src=\"/"];
        let mut base = String::new();
        escape::push_escaped(&mut base, base_path);
        let mut html = String::with_capacity(self.0.len());
        let mut rest = self.0.as_str();
        // A quotation mark in text is escaped, so these are attributes.
        let next = |rest: &str| {
            LOCAL.iter().filter_map(|local| Some(rest.find(local)? + local.len() - 1)).min()
        };
        while let Some((before, path)) = next(rest).and_then(|at| rest.split_at_checked(at)) {
            html.push_str(before);
            escape::push_escaped(&mut html, site);
            html.push('/');
            let below = path.strip_prefix(base.as_str()).unwrap_or(path);
            rest = below.trim_start_matches('/');
        }
        html.push_str(rest);
        Self(html)
    }
}

impl fmt::Display for SafeHtml {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::SafeHtml;

    fn check(base_path: &str, html: &str, expect: &str) {
        let html = SafeHtml(html.to_owned());
        let whole = html.with_whole_addresses(base_path, "https://a.example/news");
        assert_eq!(whole.as_str(), expect);
    }

    #[test]
    fn addresses_of_the_site_become_whole_and_others_stay() {
        let before = "<p>/x <a href=\"/2023/1#a\" title=\"/\">/</a><img src=\"/i.png\" alt=\"\"> \
            <a href=\"https://b.example/\">b</a> href=&quot;/x&quot;</p>";
        let after = before
            .replace("\"/2023", "\"https://a.example/news/2023")
            .replace("\"/i", "\"https://a.example/news/i");
        check("/", before, &after);
        let below = before.replace("\"/2023", "\"/base/2023").replace("\"/i", "\"/base/i");
        check("/base/", &below, &after);
        check("/a&b/", "<a href=\"/a&amp;b/x\">", "<a href=\"https://a.example/news/x\">");
        check("/", "", "");
        check("/", "<a href=\"/\">", "<a href=\"https://a.example/news/\">");
    }
}
