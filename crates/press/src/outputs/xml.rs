//! XML that is well-formed whatever the text in it holds.

/// What no XML document may hold, however it is written, becomes this character.
const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;

/// A document that is being written, an element a line.
pub(crate) struct Xml {
    text: String,
    /// Elements that have been opened, outermost first.
    open: Vec<&'static str>,
}

/// Names and values.
pub(crate) type Attributes<'values> = &'values [(&'static str, &'values str)];

impl Xml {
    /// A document without its root element.
    pub(crate) fn new() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>".to_owned(), open: Vec::new() }
    }

    /// Begins an element that holds others.
    pub(crate) fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.text.push('>');
        self.open.push(name);
    }

    /// Ends the innermost element.
    pub(crate) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.line();
            self.text.extend(["</", name, ">"]);
        }
    }

    /// An element that holds nothing.
    pub(crate) fn empty(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.text.push_str("/>");
    }

    /// An element that holds text.
    pub(crate) fn element(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) {
        self.tag(name, attributes);
        self.text.push('>');
        text.chars().for_each(|character| push(character, false, &mut self.text));
        self.text.extend(["</", name, ">"]);
    }

    /// The document, with all that is open closed.
    pub(crate) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text.push('\n');
        self.text
    }

    fn tag(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.line();
        self.text.extend(["<", name]);
        for (attribute, value) in attributes {
            self.text.extend([" ", attribute, "=\""]);
            value.chars().for_each(|character| push(character, true, &mut self.text));
            self.text.push('"');
        }
    }

    fn line(&mut self) {
        self.text.push('\n');
        self.open.iter().for_each(|_| self.text.push_str("  "));
    }
}

/// Appends a character of text or of an attribute's value. White space that a reader would fold in a
/// value is written by its number.
fn push(character: char, is_value: bool, xml: &mut String) {
    match character {
        '&' => xml.push_str("&amp;"),
        '<' => xml.push_str("&lt;"),
        '>' => xml.push_str("&gt;"),
        '"' if is_value => xml.push_str("&quot;"),
        '\n' if is_value => xml.push_str("&#10;"),
        '\t' if is_value => xml.push_str("&#9;"),
        '\r' => xml.push_str("&#13;"),
        character if is_allowed(character) => xml.push(character),
        _ => xml.push(REPLACEMENT),
    }
}

/// The characters of <https://www.w3.org/TR/xml/#charsets>; surrogates are none in Rust.
fn is_allowed(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        character => character >= ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::Xml;

    #[test]
    fn every_text_comes_back_as_it_was_but_for_what_xml_forbids() {
        let kept = "a <b> & \"c\" 'd' ]]> <![CDATA[ \t\n\r é \u{85}\u{2028}\u{fffd}\u{10ffff}";
        let every: String = ('\0'..='\u{ffff}').collect();
        for (text, expect) in [
            (kept, kept.to_owned()),
            (
                &every,
                every.chars().map(|c| if super::is_allowed(c) { c } else { '\u{fffd}' }).collect(),
            ),
        ] {
            let mut xml = Xml::new();
            xml.open("root", &[("value", text)]);
            xml.element("child", &[], text);
            let xml = xml.finish();
            let document = roxmltree::Document::parse(&xml).unwrap();
            let child = document.descendants().find(|node| node.has_tag_name("child")).unwrap();
            assert_eq!(document.root_element().attribute("value"), Some(&*expect));
            assert_eq!(child.text(), Some(&*expect));
        }
    }

    #[test]
    fn elements_stand_on_lines_of_their_own_and_end() {
        let mut xml = Xml::new();
        xml.open("a", &[("b", "c")]);
        xml.open("d", &[]);
        xml.close();
        xml.open("e", &[]);
        xml.empty("f", &[]);
        let expect = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"c\">\n  <d>\n  </d>\n  <e>\n    <f/>\n  </e>\n</a>\n";
        assert_eq!(xml.finish(), expect);
    }
}
