//! Start tags of HTML, read as far as it takes to replace an attribute: quotes may be single, double
//! or left out, since minifiers leave out what they can.

use std::ops::Range;

/// A start tag.
pub(super) struct Tag<'html> {
    pub(super) attributes: Vec<Attribute<'html>>,
    /// Where it begins, in bytes of the document.
    pub(super) start: usize,
    /// Where its content begins, in bytes of the document.
    pub(super) end: usize,
}

/// One attribute of a start tag.
pub(super) struct Attribute<'html> {
    pub(super) name: &'html str,
    /// As written, without its quotes; empty if there is none.
    pub(super) value: &'html str,
    /// From the first letter of its name to the end of its value, in bytes of the document.
    pub(super) range: Range<usize>,
}

impl<'html> Tag<'html> {
    /// The first tag of this name in `html`, outside comments, that `is_wanted`.
    pub(super) fn find(
        html: &'html str,
        name: &str,
        is_wanted: impl Fn(&Self) -> bool,
    ) -> Option<Self> {
        Self::all(html, name).find(is_wanted)
    }

    /// Every tag of this name in `html`, outside comments.
    pub(super) fn all(html: &'html str, name: &str) -> impl Iterator<Item = Self> {
        let mut cursor = Cursor { html, at: 0 };
        std::iter::from_fn(move || {
            loop {
                cursor.take_while(|c| c != '<');
                if cursor.take("<!--") {
                    cursor.at += cursor.rest().find("-->")?;
                    continue;
                }
                let start = cursor.at;
                if !cursor.take("<") {
                    return None;
                }
                if cursor.take_while(|c| c.is_ascii_alphanumeric()).eq_ignore_ascii_case(name) {
                    return Self::read(start, &mut cursor);
                }
            }
        })
    }

    /// The attribute of this name.
    pub(super) fn attribute(&self, name: &str) -> Option<&Attribute<'html>> {
        self.attributes.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(name))
    }

    /// Whether the attribute of this name has this value.
    pub(super) fn is(&self, name: &str, value: &str) -> bool {
        self.attribute(name).is_some_and(|attribute| attribute.value == value)
    }

    /// Whether a script or style has its code in itself, which data blocks such as JSON and Markdown
    /// have not.
    pub(super) fn holds_code(&self) -> bool {
        self.attribute("src").is_none() && self.attribute("type").is_none()
    }

    /// Reads what follows a tag's name; `None` if the tag does not end.
    fn read(start: usize, cursor: &mut Cursor<'html>) -> Option<Self> {
        let mut attributes = Vec::new();
        loop {
            cursor.take_while(|c| c.is_ascii_whitespace() || c == '/');
            if cursor.take(">") {
                return Some(Self { attributes, start, end: cursor.at });
            }
            let name_start = cursor.at;
            let name = cursor.take_while(|c| !c.is_ascii_whitespace() && !"=>/".contains(c));
            let value = cursor.value();
            attributes.push(Attribute { name, value, range: name_start..cursor.at });
            // A document that ends here, or a sign where a name belongs.
            if cursor.at == name_start {
                return None;
            }
        }
    }
}

/// A place in a document.
struct Cursor<'html> {
    html: &'html str,
    at: usize,
}

impl<'html> Cursor<'html> {
    fn rest(&self) -> &'html str {
        self.html.get(self.at..).unwrap_or_default()
    }

    fn take(&mut self, text: &str) -> bool {
        let is_there = self.rest().starts_with(text);
        self.at += if is_there { text.len() } else { 0 };
        is_there
    }

    fn take_while(&mut self, belongs: impl Fn(char) -> bool) -> &'html str {
        let rest = self.rest();
        let length = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    /// The value of the attribute whose name has just been read; empty if it has none.
    fn value(&mut self) -> &'html str {
        let after_name = self.at;
        self.take_while(|c| c.is_ascii_whitespace());
        if !self.take("=") {
            self.at = after_name;
            return "";
        }
        self.take_while(|c| c.is_ascii_whitespace());
        for quote in ['"', '\''] {
            if self.take(quote.encode_utf8(&mut [0; 4])) {
                let value = self.take_while(|c| c != quote);
                self.take(quote.encode_utf8(&mut [0; 4]));
                return value;
            }
        }
        self.take_while(|c| !c.is_ascii_whitespace() && c != '>')
    }
}

/// The values of `href`, `data-glue` and `data-wasm` that end with a name that Trunk has put a hash into.
pub(super) fn hashed_files(html: &str) -> Vec<String> {
    let tags = ["link", "script"].into_iter().flat_map(|name| Tag::all(html, name));
    let values = tags.flat_map(|tag| {
        let attributes = ["href", "data-glue", "data-wasm"]
            .map(|name| tag.attribute(name).map(|attribute| attribute.value.to_owned()));
        attributes.into_iter().flatten()
    });
    values.filter(|value| has_hash(value)).collect()
}

/// Whether a name is such as `masthead-1f0c…_bg.wasm`: a run of 12 or more hexadecimal digits after a
/// hyphen.
fn has_hash(address: &str) -> bool {
    const FEWEST_DIGITS: usize = 12;
    let name = address.rsplit('/').next().unwrap_or(address);
    let digits = |part: &str| part.chars().take_while(char::is_ascii_hexdigit).count();
    name.split('-').skip(1).any(|part| digits(part) >= FEWEST_DIGITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expect: &[(&str, &str)]) {
        let tag = Tag::find(html, "html", |_| true).unwrap();
        let found: Vec<_> =
            tag.attributes.iter().map(|attribute| (attribute.name, attribute.value)).collect();
        assert_eq!(found, expect, "{html}");
    }

    #[test]
    fn attributes_are_found_however_they_are_quoted() {
        check(
            "<html lang=\"a b\" id='x>y' class=z hidden>",
            &[("lang", "a b"), ("id", "x>y"), ("class", "z"), ("hidden", "")],
        );
        check("<HTML lang = en\n/>", &[("lang", "en")]);
        check("<html>", &[]);
    }

    #[test]
    fn comments_and_longer_names_are_passed_over() {
        check("<!-- <html a> --><htmlx b><html c>", &[("c", "")]);
    }

    #[test]
    fn files_with_a_hash_in_their_names_are_told_from_others() {
        let html = "<link href=\"/a/print-3f84a83a6a53e461.css\"><link href=/opensearch.xml>\
            <script data-glue=\"/m-f0756acd8d98f12.js\" data-wasm=\"/m-f0756acd8d98f12_bg.wasm\"></script>";
        let expect = [
            "/a/print-3f84a83a6a53e461.css",
            "/m-f0756acd8d98f12.js",
            "/m-f0756acd8d98f12_bg.wasm",
        ];
        assert_eq!(hashed_files(html), expect);
    }

    #[test]
    fn a_tag_that_does_not_end_is_none() {
        for html in
            ["", "<", "<html", "<html lang", "<html lang=\"", "<html =", "<!-- <html>", "é<é"]
        {
            assert!(Tag::find(html, "html", |_| true).is_none(), "{html}");
        }
    }
}
