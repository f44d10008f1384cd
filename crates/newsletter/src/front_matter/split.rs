//! Where the front matter ends and the body begins. Needs no library, so the app can afford it.

use super::Flavour;
use crate::diagnostic::LineNumber;

/// A post in two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Split<'post> {
    /// The front matter without its fences, and its flavour; `None` if there is none.
    pub head: Option<(Flavour, &'post str)>,
    /// The line that the head's first line stands on; 1 if there is no front matter.
    pub head_line: LineNumber,
    /// Everything after the front matter; without it, the whole post but for a byte order mark.
    pub body: &'post str,
    /// The line that the body begins on.
    pub body_line: LineNumber,
}

/// Cuts a post into front matter and body.
///
/// A byte order mark and blank lines may stand above the front matter, which is one of:
///
/// - YAML from a line `---` to a line `---` or `...`. Its first line that is neither blank nor a
///   comment must look like `key:` or begin with `{`, so that text between two rules at the top of a
///   post stays text.
/// - TOML from a line `+++` to a line `+++`.
/// - Pelican's `Key: value` lines, up to the first blank one. All of them must have that form or be
///   indented by four columns; the first must have a key that Pelican knows, and there must be a
///   title or two such keys, so that a paragraph that begins with `Summary:` stays text.
///
/// A fence without its partner leaves the whole post as the body.
pub fn split(post: &str) -> Split<'_> {
    let whole = Lines::of(post);
    let (flavour, start) = whole.skip_blank().open();
    start.head(flavour).filter(|split| split.head.is_some_and(is_plausible)).unwrap_or(Split {
        head: None,
        head_line: LineNumber(1),
        body: whole.rest,
        body_line: LineNumber(whole.line),
    })
}

/// The line of a fence that opens front matter and has no partner.
pub(super) fn unclosed_fence(post: &str) -> Option<LineNumber> {
    let fence = Lines::of(post).skip_blank();
    let (flavour, start) = fence.open();
    start.head(flavour).is_none().then_some(LineNumber(fence.line))
}

/// The lines from one place on. A copy remembers the place.
#[derive(Clone, Copy)]
struct Lines<'post> {
    rest: &'post str,
    /// The number of the next line.
    line: u32,
}

impl<'post> Lines<'post> {
    fn of(post: &'post str) -> Self {
        Self { rest: post.strip_prefix('\u{feff}').unwrap_or(post), line: 1 }
    }

    /// Takes the next line with its line feed.
    fn take(&mut self) -> Option<&'post str> {
        let line = self.rest.split_inclusive('\n').next()?;
        self.rest = self.rest.strip_prefix(line)?;
        self.line = self.line.saturating_add(u32::from(line.ends_with('\n')));
        Some(line)
    }

    fn skip_blank(mut self) -> Self {
        loop {
            let here = self;
            if !self.take().is_some_and(is_blank) {
                return here;
            }
        }
    }

    /// The flavour that the next line announces, and the lines below the fence.
    fn open(self) -> (Flavour, Self) {
        let mut below = self;
        match below.take().map(str::trim_end) {
            Some("---") => (Flavour::Yaml, below),
            Some("+++") => (Flavour::Toml, below),
            _ => (Flavour::Pelican, self),
        }
    }

    /// Splits at the line that ends a head of this flavour; `None` without one.
    fn head(self, flavour: Flavour) -> Option<Split<'post>> {
        let mut lines = self;
        loop {
            let end = lines;
            let line = lines.take();
            if ends_head(flavour, line) {
                let (head, _) = self.rest.split_at(self.rest.len() - end.rest.len());
                return Some(Split {
                    head: Some((flavour, head)),
                    head_line: LineNumber(self.line),
                    body: lines.rest,
                    body_line: LineNumber(lines.line),
                });
            }
            line?;
        }
    }
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

/// `None` is the end of the post.
fn ends_head(flavour: Flavour, line: Option<&str>) -> bool {
    match (flavour, line) {
        (Flavour::Yaml, Some(line)) => matches!(line.trim_end(), "---" | "..."),
        (Flavour::Toml, Some(line)) => line.trim_end() == "+++",
        (Flavour::Pelican, Some(line)) => is_blank(line),
        (Flavour::Pelican, None) => true,
        (Flavour::Yaml | Flavour::Toml, None) => false,
    }
}

fn is_plausible((flavour, head): (Flavour, &str)) -> bool {
    match flavour {
        Flavour::Yaml => head
            .lines()
            .find(|line| !is_blank(line) && !line.starts_with('#'))
            .is_none_or(|line| line.starts_with('{') || begins_with_key(line)),
        Flavour::Toml => true,
        Flavour::Pelican => super::pelican::is_head(head),
    }
}

/// Whether a line of YAML looks like `key: value` or `"a key": value`.
fn begins_with_key(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, value)| {
        let is_word = !key.is_empty() && !key.contains(char::is_whitespace);
        let is_quoted = key.starts_with(['"', '\'']);
        (is_word || is_quoted) && (value.is_empty() || value.starts_with(char::is_whitespace))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(post: &str, head: Option<(Flavour, &str, u32)>, body: &str, body_line: u32) {
        let split = split(post);
        let ours = split.head.map(|(flavour, head)| (flavour, head, split.head_line.0));
        assert_eq!((ours, split.body, split.body_line.0), (head, body, body_line), "{post:?}");
        assert!(post.ends_with(split.body), "the body of {post:?} is not its end");
    }

    fn check_is_text(post: &str) {
        check(post, None, post, 1);
    }

    #[test]
    fn yaml_stands_between_fences() {
        let yaml = |head, line| Some((Flavour::Yaml, head, line));
        check("---\ntitle: T\n---\n\nBody\n", yaml("title: T\n", 2), "\nBody\n", 4);
        check("---\ntitle: T\n...\nBody", yaml("title: T\n", 2), "Body", 4);
        check("--- \t\n# c\n\ntitle: T\n---  \nB", yaml("# c\n\ntitle: T\n", 2), "B", 6);
        check("---\n{title: T}\n---\nB", yaml("{title: T}\n", 2), "B", 4);
        check("---\n\"the title\": T\n---\nB", yaml("\"the title\": T\n", 2), "B", 4);
        check("---\n---\nB", yaml("", 2), "B", 3);
        check("---\ntitle: T\n---", yaml("title: T\n", 2), "", 3);
    }

    #[test]
    fn toml_stands_between_fences() {
        let toml = |head, line| Some((Flavour::Toml, head, line));
        check("+++\ntitle = \"T\"\n+++\nB", toml("title = \"T\"\n", 2), "B", 4);
        check("\n+++\n---\n+++\n---\n", toml("---\n", 3), "---\n", 5);
    }

    #[test]
    fn pelican_ends_at_an_empty_line() {
        let pelican = |head, line| Some((Flavour::Pelican, head, line));
        check("Title: T\nDate: D\n\nB", pelican("Title: T\nDate: D\n", 1), "B", 4);
        let head = "date: D\nx-y_z:v\nSLUG: s\n";
        check("date: D\nx-y_z:v\nSLUG: s\n \nB", pelican(head, 1), "B", 5);
    }

    #[test]
    fn byte_order_mark_and_blank_lines_may_come_first() {
        let yaml = |head, line| Some((Flavour::Yaml, head, line));
        check("\u{feff}---\na: b\n---\nB", yaml("a: b\n", 2), "B", 4);
        check("\u{feff}\n \n---\na: b\n---\nB", yaml("a: b\n", 4), "B", 6);
        check("\n\nTitle: T\n\nB", Some((Flavour::Pelican, "Title: T\n", 3)), "B", 5);
        check("\u{feff}Text", None, "Text", 1);
    }

    #[test]
    fn carriage_returns_belong_to_the_line_end() {
        let yaml = Some((Flavour::Yaml, "a: b\r\n", 3));
        check("\r\n---\r\na: b\r\n---\r\n\r\nB\r\n", yaml, "\r\nB\r\n", 5);
        let pelican = Some((Flavour::Pelican, "Title: T\r\n", 1));
        check("Title: T\r\n\r\nB", pelican, "B", 3);
    }

    #[test]
    fn rules_in_the_text_are_not_fences() {
        check_is_text("Text\n\n---\n\ntitle: T\n\n---\n");
        check_is_text("---\n\nSome text between two rules.\n\n---\n\nMore.");
        check_is_text("---\nA heading\n---\n");
        check_is_text("---\nhttps://example.org/: an address\n---\n");
        check_is_text(" ---\ntitle: T\n---\n");
        check_is_text("----\ntitle: T\n----\n");
    }

    #[test]
    fn fence_without_its_partner_is_text() {
        check_is_text("---\ntitle: T\n\nBody\n");
        check_is_text("+++\ntitle = 1\n---\n");
        check_is_text("---");
        assert_eq!(unclosed_fence("\n---\ntitle: T\n"), Some(LineNumber(2)));
        assert_eq!(unclosed_fence("---\nText\n---\n"), None);
        assert_eq!(unclosed_fence("Text\n---\n"), None);
    }

    #[test]
    fn prose_is_not_pelican() {
        check_is_text("Summary: a quiet week.\n\nBody");
        check_is_text("Title: a heading\n---\n\nBody");
        check_is_text("Title: T\nand a second line of text\n\nBody");
        check_is_text("Note: this\nTitle: T\n\nBody");
        check_is_text("date:\n\nBody");
        check_is_text("## Heading\n\nTitle: T\n\n");
        check_is_text("    Title: T\n\nBody");
        check_is_text("");
        check_is_text("\n\n");
    }

    #[test]
    fn pelican_values_may_go_on_indented() {
        let head = "Title: T\nSummary: One\n    two\n";
        check("Title: T\nSummary: One\n    two\n\nB", Some((Flavour::Pelican, head, 1)), "B", 5);
        check("Title: T", Some((Flavour::Pelican, "Title: T", 1)), "", 1);
    }
}
