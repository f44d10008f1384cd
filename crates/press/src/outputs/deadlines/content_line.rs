//! The lines of a calendar, as RFC 5545 has them: <https://www.rfc-editor.org/rfc/rfc5545#section-3.1>.

/// The most octets of a line without its end.
const MOST_OCTETS: usize = 75;

/// Appends the line of a property, folded where it is too long, but never within a character.
/// `value` is as the property's type wants it; see [`text`].
pub(super) fn push(name: &str, value: &str, calendar: &mut String) {
    let mut octets = 0;
    for letter in name.chars().chain(":".chars()).chain(value.chars()) {
        if octets + letter.len_utf8() > MOST_OCTETS {
            calendar.push_str("\r\n ");
            // The space counts.
            octets = 1;
        }
        calendar.push(letter);
        octets += letter.len_utf8();
    }
    calendar.push_str("\r\n");
}

/// A value of type TEXT: line feeds and marks with a meaning are escaped, other control characters,
/// which the format forbids, are left out.
pub(super) fn text(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_at_75_octets_and_between_characters() {
        let mut calendar = String::new();
        let value = "é".repeat(100);
        push("SUMMARY", &value, &mut calendar);
        let lines: Vec<&str> = calendar.split_terminator("\r\n").collect();
        let octets: Vec<usize> = lines.iter().map(|line| line.len()).collect();
        assert_eq!(octets, [74, 75, 61]);
        assert_eq!(calendar.replace("\r\n ", ""), format!("SUMMARY:{value}\r\n"));
    }

    #[test]
    fn a_line_that_fits_is_not_folded() {
        let mut calendar = String::new();
        push("SUMMARY", &"x".repeat(67), &mut calendar);
        assert_eq!(calendar, format!("SUMMARY:{}\r\n", "x".repeat(67)));
    }

    #[test]
    fn text_is_escaped_and_loses_what_no_calendar_may_hold() {
        assert_eq!(text("a, b; c\\d: \"e\"\nf\u{7}\r"), "a\\, b\\; c\\\\d: \"e\"\\nf");
    }
}
