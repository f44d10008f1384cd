//! A post's text as Markdown for another place than the archive, such as a mail: without the front
//! matter, with whole addresses, and without raw HTML. What it says, and how it is set, stays.

use std::fmt;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag, TagEnd};
use pulldown_cmark_to_cmark::{Options, cmark_with_source_range_and_options};

use crate::front_matter;
use crate::html::{Address, raw_as_text, resolve};
use crate::parse::options;
use crate::rules::Site;

/// The text cannot be written as Markdown again, as it can be with many marks of emphasis in a row
/// once a tag between them is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotPortable {
    /// The reason in the words of the library that writes Markdown.
    pub reason: String,
}

impl fmt::Display for NotPortable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the text cannot be written as Markdown again: {}", self.reason)
    }
}

impl std::error::Error for NotPortable {}

/// The body of `post`, the issue at `path`. `site_url` is the public address without a slash at the
/// end, such as `https://lwkd.info`; it is put before addresses of this site, places in the issue
/// included. Links that the app shows as text are text here too.
pub fn markdown(
    post: &str,
    path: &str,
    site: &Site,
    site_url: &str,
) -> Result<String, NotPortable> {
    let body = front_matter::split(post).body;
    let mut rewriting = Rewriting { path, site, site_url, events: Vec::new(), links: Vec::new() };
    let mut parser = Parser::new_ext(body, options()).into_offset_iter();
    while let Some((event, place)) = parser.next() {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                let lines =
                    parser.by_ref().take_while(|(event, _)| !matches!(event, Event::End(_)));
                rewriting.html_block(lines.map(|(event, _)| event));
            }
            event => rewriting.event(event, place),
        }
    }
    let mut markdown = String::new();
    let spelling = Options {
        increment_ordered_list_bullets: true,
        code_block_token_count: 3,
        ..Options::default()
    };
    let events = rewriting.events;
    cmark_with_source_range_and_options(events, body, &mut markdown, options(), spelling)
        .map_err(|error| NotPortable { reason: error.to_string() })?;
    markdown.retain(|character| character != '\r');
    Ok(markdown.trim_start_matches('\n').trim_end().replace(is_forbidden, "\u{fffd}") + "\n")
}

/// No mail holds control characters, and what is text with one could be a link without it.
fn is_forbidden(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\t')
}

/// Events on their way to other Markdown. Those that are as they were keep their places in the body,
/// so that they are spelt as the author spelt them.
struct Rewriting<'body> {
    path: &'body str,
    site: &'body Site,
    site_url: &'body str,
    events: Vec<(Event<'body>, Option<Range<usize>>)>,
    /// What becomes of the links and images that are open.
    links: Vec<Fate<'body>>,
}

/// What becomes of a link or image.
enum Fate<'body> {
    /// It stays, with this target; `is_changed` says whether it is another one than before.
    Kept { target: CowStr<'body>, is_changed: bool },
    /// Its words stay, and this is said after them.
    Text(String),
}

impl<'body> Rewriting<'body> {
    fn event(&mut self, event: Event<'body>, place: Range<usize>) {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let fate = self.fate(link_type, dest_url);
                if let Fate::Kept { target, is_changed } = &fate {
                    let dest_url = target.clone();
                    let tag = if *is_changed {
                        Tag::Link { link_type: LinkType::Inline, dest_url, title, id: "".into() }
                    } else {
                        Tag::Link { link_type, dest_url, title, id }
                    };
                    self.push(Event::Start(tag), (!is_changed).then_some(place));
                }
                self.links.push(fate);
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let fate = self.fate(link_type, dest_url);
                if let Fate::Kept { target, is_changed } = &fate {
                    let dest_url = target.clone();
                    let tag = if *is_changed {
                        Tag::Image { link_type: LinkType::Inline, dest_url, title, id: "".into() }
                    } else {
                        Tag::Image { link_type, dest_url, title, id }
                    };
                    self.push(Event::Start(tag), (!is_changed).then_some(place));
                }
                self.links.push(fate);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => match self.links.pop() {
                Some(Fate::Text(after)) => self.text(&after),
                Some(Fate::Kept { is_changed, .. }) => {
                    self.push(event, (!is_changed).then_some(place));
                }
                None => {}
            },
            Event::Text(text) if text.contains(is_forbidden) => {
                self.push(Event::Text(text.replace(is_forbidden, "\u{fffd}").into()), None);
            }
            Event::Html(html) | Event::InlineHtml(html) => self.text(&raw_as_text(&html)),
            event => self.push(event, Some(place)),
        }
    }

    fn fate(&self, link_type: LinkType, target: CowStr<'body>) -> Fate<'body> {
        if link_type == LinkType::Email {
            return Fate::Kept { target, is_changed: false };
        }
        match resolve(&target, self.path, self.site) {
            Address::Local(address) => {
                let below = address.strip_prefix(&self.site.base_path).unwrap_or(&address);
                let whole = [self.site_url, "/", below.trim_start_matches('/')].concat();
                Fate::Kept { is_changed: *whole != *target, target: whole.into() }
            }
            Address::Remote(address) => {
                Fate::Kept { is_changed: *address != *target, target: address.into() }
            }
            Address::Empty => Fate::Text(String::new()),
            Address::Forbidden => Fate::Text([" (", &target, ")"].concat()),
        }
    }

    /// What is left of a block of raw HTML is a paragraph.
    fn html_block(&mut self, lines: impl Iterator<Item = Event<'body>>) {
        let html: String = lines
            .filter_map(|event| match event {
                Event::Html(line) | Event::Text(line) => Some(line.into_string()),
                _ => None,
            })
            .collect();
        let text = raw_as_text(&html);
        if !text.trim().is_empty() {
            self.push(Event::Start(Tag::Paragraph), None);
            self.text(text.trim());
            self.push(Event::End(TagEnd::Paragraph), None);
        }
    }

    fn text(&mut self, text: &str) {
        for (number, line) in text.lines().enumerate() {
            if number > 0 {
                self.push(Event::SoftBreak, None);
            }
            if !line.is_empty() {
                self.push(Event::Text(line.to_owned().into()), None);
            }
        }
    }

    fn push(&mut self, event: Event<'body>, place: Option<Range<usize>>) {
        self.events.push((event, place));
    }
}

#[cfg(test)]
mod tests {
    use super::markdown;
    use crate::rules::Site;

    fn check(body: &str, expect: &str) {
        let site = Site {
            base_path: "/news/".to_owned(),
            url: Some("https://a.example/news".to_owned()),
            images: Vec::new(),
        };
        let post = format!("---\ntitle: T\n---\n\n{body}");
        let markdown = markdown(&post, "/2023/20230905", &site, "https://a.example/news");
        assert_eq!(markdown.as_deref(), Ok(format!("{expect}\n").as_str()), "{body}");
    }

    #[test]
    fn addresses_become_whole_and_the_rest_is_as_it_was() {
        check(
            "## News\n\n* One [issue](/2023/1#a)\n* [here](#news)\n\n![A](/i.png \"t\")\n",
            "## News\n\n* One [issue](https://a.example/news/2023/1#a)\n* [here](https://a.example/news/2023/20230905#news)\n\n![A](https://a.example/news/i.png \"t\")",
        );
        let plain = "1. `a` **b** *c* ~~d~~ <https://b.example> [e](https://b.example/f)\n2. k@l.example\n\n```sh\ncode\n```";
        check(plain, plain);
        check("[a][b]\n\n[b]: /x\n", "[a](https://a.example/news/x)");
    }

    #[test]
    fn raw_html_becomes_the_text_that_it_shows() {
        check("a <b>bold</b> and <string>", "a bold and \\<string>");
        check("<details>\n\nText\n\n</details>\n", "Text");
        check("<div>\nx\n</div>\n", "\\<div>\nx\n\\</div>");
    }

    #[test]
    fn links_that_may_not_lead_anywhere_are_text() {
        check("[a](javascript:x) [b]()", "a (javascript:x) b");
        check("![a](data:x)", "a (data:x)");
    }

    #[test]
    fn control_characters_and_carriage_returns_are_gone() {
        check("a\u{7}b `c\u{1b}`\r\nd\r\n", "a\u{fffd}b `c\u{fffd}`\nd");
        check("", "");
    }
}
