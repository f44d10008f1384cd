//! The leading reference of a heading: `#119157:`, `119157 `, `KEP-4009:`, `website#13340:`.

/// The reference that a heading's text begins with, in bytes of that text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reference {
    /// Where it begins, after white space.
    pub(crate) start: usize,
    /// Where its separator begins.
    pub(crate) separator: usize,
    /// Where its separator ends; the same place if only white space follows.
    pub(crate) end: usize,
}

/// A bare number without a separator is a reference from so many digits on: "12 merges" holds none.
const MIN_DIGITS_ALONE: usize = 5;

/// `None` without a reference, and if nothing follows it that could be a title.
pub(crate) fn leading_reference(text: &str) -> Option<Reference> {
    let start = text.len() - text.trim_start().len();
    let text = text.get(start..)?;
    let (len, needs_separator) =
        number(text).or_else(|| code(text)).or_else(|| repository(text))?;
    let rest = text.get(len..)?;
    let separator_len = match separator_len(rest) {
        0 if needs_separator || !rest.starts_with(char::is_whitespace) => return None,
        separator_len => separator_len,
    };
    let has_title = rest.get(separator_len..)?.contains(char::is_alphanumeric);
    let separator = start + len;
    has_title.then_some(Reference { start, separator, end: separator + separator_len })
}

/// `#1234` or `12345`: its length, and whether only a separator makes it a reference.
fn number(text: &str) -> Option<(usize, bool)> {
    if let Some(number) = text.strip_prefix('#') {
        return Some((1 + digits_len(number), false)).filter(|(len, _)| *len > 1);
    }
    let len = digits_len(text);
    let is_year = len == 4 && (text.starts_with("19") || text.starts_with("20"));
    (len > 0 && !is_year).then_some((len, len < MIN_DIGITS_ALONE))
}

/// `KEP-4009`, `KEP 4009`, `KEP #4009`, `CVE-2023-5528`.
fn code(text: &str) -> Option<(usize, bool)> {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    if !(2..=5).contains(&letters) {
        return None;
    }
    let mut len = letters;
    while let Some(rest) = text.get(len..) {
        let number = rest.trim_start_matches(['-', ' ', '#']);
        let digits = digits_len(number);
        if digits == 0 || rest.len() - number.len() != 1 && !rest.starts_with(" #") {
            break;
        }
        len += rest.len() - number.len() + digits;
    }
    (len > letters).then_some((len, true))
}

/// `website#13340`, `kubernetes/website#13340`.
fn repository(text: &str) -> Option<(usize, bool)> {
    let is_name = |character: char| character.is_ascii_alphanumeric() || "-_./".contains(character);
    let name_len = text.len() - text.trim_start_matches(is_name).len();
    let (len, _) = number(text.get(name_len..).filter(|number| number.starts_with('#'))?)?;
    (name_len > 0).then_some((name_len + len, true))
}

fn digits_len(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// A colon, or a dash with white space on both sides, and the white space before it.
fn separator_len(rest: &str) -> usize {
    let trimmed = rest.trim_start();
    let Some(sign) = trimmed.chars().next() else { return 0 };
    let after = trimmed.get(sign.len_utf8()..).unwrap_or_default();
    let is_dash = matches!(sign, '-' | '–' | '—')
        && trimmed.len() < rest.len()
        && after.starts_with(char::is_whitespace);
    if sign == ':' || is_dash { rest.len() - after.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::leading_reference;

    /// `expect` is the reference, its separator and the rest, parted by `|`.
    fn check(text: &str, expect: Option<&str>) {
        let parted = leading_reference(text).map(|reference| {
            let (before, rest) = text.split_at(reference.end);
            let (name, separator) = before.split_at(reference.separator);
            [&name[reference.start..], separator, rest].join("|")
        });
        assert_eq!(parted.as_deref(), expect, "{text:?}");
    }

    #[test]
    fn a_number_or_code_before_a_title_is_a_reference() {
        check("#119157: WebSockets", Some("#119157|:| WebSockets"));
        check("119157: WebSockets", Some("119157|:| WebSockets"));
        check("119157 WebSockets", Some("119157|| WebSockets"));
        check(" #12 WebSockets", Some("#12|| WebSockets"));
        check("KEP-4009: CDI devices", Some("KEP-4009|:| CDI devices"));
        check("KEP 4009 - CDI devices", Some("KEP 4009| -| CDI devices"));
        check("KEP #4009 – CDI devices", Some("KEP #4009| –| CDI devices"));
        check("CVE-2023-5528: escalation", Some("CVE-2023-5528|:| escalation"));
        check("34: Sysctl support", Some("34|:| Sysctl support"));
        check("website#13340: German", Some("website#13340|:| German"));
        check("k/website#13340: German", Some("k/website#13340|:| German"));
        check("#117503:[KEP-2395] Phase 4", Some("#117503|:|[KEP-2395] Phase 4"));
    }

    #[test]
    fn other_numbers_are_words() {
        check("2024: a review", None);
        check("12 merges", None);
        check("119157", None);
        check("#119157: …", None);
        check("119157th merge", None);
        check("API 2 changes", None);
        check("KEP of the Week: 4009", None);
        check("KEP-4009-based work", None);
        check("Fixes for website#13340: German", None);
        check("#: nothing", None);
        check("", None);
    }
}
