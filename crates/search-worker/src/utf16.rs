//! Places in a text as JavaScript counts them: in units of UTF-16.

use std::ops::Range;

/// Places in one text, asked for from front to back, so that the text is walked through once.
#[derive(Debug)]
pub(crate) struct Utf16<'text> {
    text: &'text str,
    /// How many bytes have been counted, and how many units they are.
    at: usize,
    units: usize,
}

impl<'text> Utf16<'text> {
    pub(crate) fn of(text: &'text str) -> Self {
        Self { text, at: 0, units: 0 }
    }

    /// Both ends of a range of bytes in units. A range that begins before the end of the last one is
    /// taken to begin there, and one that does not lie on characters in the text ends with the text.
    pub(crate) fn range(&mut self, bytes: &Range<usize>) -> [usize; 2] {
        [self.place(bytes.start), self.place(bytes.end)]
    }

    fn place(&mut self, byte: usize) -> usize {
        if byte > self.at {
            let passed = self.text.get(self.at..byte).or_else(|| self.text.get(self.at..));
            let passed = passed.unwrap_or_default();
            self.units += passed.chars().map(char::len_utf16).sum::<usize>();
            self.at += passed.len();
        }
        self.units
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, ranges: &[Range<usize>]) {
        let mut places = Utf16::of(text);
        for range in ranges {
            let units: Vec<u16> = text.encode_utf16().collect();
            let [start, end] = places.range(range);
            let cut = String::from_utf16(&units[start..end]).unwrap();
            assert_eq!(cut, text[range.clone()], "{text} {range:?}");
        }
    }

    #[test]
    fn places_are_those_of_the_same_text_in_javascript() {
        check("plain text", &[0..5, 6..10]);
        check("größer \u{1f680} 漢字", &[0..4, 4..6, 9..13, 14..17, 17..20]);
        check("a\u{1f680}\u{1f680}", &[1..5, 5..9]);
    }

    #[test]
    fn what_is_not_in_the_text_ends_with_it() {
        assert_eq!(Utf16::of("ab").range(&(1..9)), [1, 2]);
        assert_eq!(Utf16::of("aé").range(&(2..3)), [2, 2]);
    }
}
