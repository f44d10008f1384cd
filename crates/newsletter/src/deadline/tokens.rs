//! A line as words with their places, so that dates can be read word by word and names can be cut
//! out of the text.

/// One word, without the punctuation around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// In lower case.
    pub(super) word: String,
    /// Where the word begins, in bytes.
    pub(super) start: usize,
    /// Where the word ends, in bytes, punctuation left out.
    pub(super) end: usize,
}

/// What may stand around a word without being of it. A lone mark, such as the dash of a range, is a
/// word of its own.
const AROUND: &[char] =
    &[',', ';', ':', '.', '!', '?', '(', ')', '[', ']', '*', '"', '\'', '\u{201c}', '\u{201d}'];

/// The words of `text`, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut offset = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let core = word.trim_start_matches(AROUND);
        let start = offset + word.len() - core.len();
        let core = core.trim_end_matches(AROUND);
        if !core.is_empty() {
            tokens.push(Token { word: core.to_lowercase(), start, end: start + core.len() });
        }
        offset += piece.len();
    }
    tokens
}
