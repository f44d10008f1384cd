//! Words as labels are compared with them, by rules that are not the engine's; see `words.mjs` in
//! `tests/relevance/lib`.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Whether the words of `phrase` stand in `text` one after the other.
pub(crate) fn contains(text: &str, phrase: &str) -> bool {
    let (text, phrase) = (words(text), words(phrase));
    phrase.is_empty() || text.windows(phrase.len()).any(|run| run == phrase)
}

/// The words of a text, folded. Numbers with dots are kept whole, and a `v` before one does not count.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut letters = text.nfkd().filter(|sign| !is_combining_mark(*sign)).peekable();
    while let Some(letter) = letters.next() {
        let Some(word) = words.last_mut() else { break };
        let is_number =
            word.trim_start_matches('v').starts_with(|first: char| first.is_ascii_digit());
        let goes_on =
            letter == '.' && is_number && letters.peek().is_some_and(char::is_ascii_digit);
        match letter {
            'ł' | 'Ł' => word.push('l'),
            'ø' | 'Ø' => word.push('o'),
            'ß' => word.push_str("ss"),
            _ if letter.is_alphanumeric() || goes_on => word.extend(letter.to_lowercase()),
            _ => words.push(String::new()),
        }
    }
    let without_v = |word: String| match word.strip_prefix('v') {
        Some(number) if number.starts_with(|first: char| first.is_ascii_digit()) => {
            number.to_owned()
        }
        _ => word,
    };
    words.into_iter().filter(|word| !word.is_empty()).map(without_v).collect()
}

#[test]
fn words_are_compared_as_the_labels_were_written() {
    assert!(contains("Stanisław’s v1.30 is out.", "stanislaw s 1.30"));
    assert!(contains("#119157: Add CDI", "119157: add"));
    assert!(!contains("1.30.1 is out", "1.30"));
    assert!(!contains("sidecar container", "sidecar containers"));
}
