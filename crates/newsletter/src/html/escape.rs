//! Text as HTML text.

/// Appends `text` so that it is only text, in content and in double-quoted attributes alike.
/// Control characters, which neither HTML nor XML may hold, become U+FFFD.
pub(super) fn push_escaped(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(needs_a_look) {
        let (plain, special) = rest.split_at_checked(at).unwrap_or((rest, ""));
        html.push_str(plain);
        let mut characters = special.chars();
        match characters.next() {
            Some('&') => html.push_str("&amp;"),
            Some('<') => html.push_str("&lt;"),
            Some('>') => html.push_str("&gt;"),
            Some('"') => html.push_str("&quot;"),
            Some('\r') => html.push('\n'),
            Some(character @ ('\t' | '\n')) => html.push(character),
            Some(character) if character.is_control() => html.push('\u{FFFD}'),
            Some(character) => html.push(character),
            None => {}
        }
        rest = characters.as_str();
    }
    html.push_str(rest);
}

/// Whether a byte may begin a character that cannot stay as it is; C2 begins U+0080 to U+00BF.
fn needs_a_look(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | ..b' ' | 0x7f | 0xc2)
}

#[cfg(test)]
mod tests {
    use super::push_escaped;

    fn check(text: &str, expect: &str) {
        let mut html = String::new();
        push_escaped(&mut html, text);
        assert_eq!(html, expect);
    }

    #[test]
    fn marks_of_html_are_escaped() {
        check("a <b class=\"c\"> & 'd'", "a &lt;b class=&quot;c&quot;&gt; &amp; 'd'");
        check("plain", "plain");
        check("&", "&amp;");
        check("", "");
    }

    #[test]
    fn control_characters_are_replaced_but_white_space_stays() {
        check("a\tb\nc\r\u{0}\u{1b}\u{7f}\u{85}", "a\tb\nc\n\u{fffd}\u{fffd}\u{fffd}\u{fffd}");
        check("\u{a0}\u{a9}é日🎉", "\u{a0}\u{a9}é日🎉");
    }
}
