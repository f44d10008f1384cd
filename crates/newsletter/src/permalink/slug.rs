//! Words as one piece of an address: Jekyll's `slugify`.

/// Letters, digits and the characters that are readable in addresses and allowed in file names stay;
/// everything between them becomes one hyphen. Jekyll's mode `pretty`, with case.
pub(super) fn pretty(text: &str) -> String {
    hyphenated(text, |char| is_letter_or_digit(char) || "._~!$&'()+,;=@".contains(char))
}

/// Lower-case letters and digits stay; everything between them becomes one hyphen. Jekyll's mode
/// `default`.
pub(super) fn plain(text: &str) -> String {
    hyphenated(text, is_letter_or_digit).to_lowercase()
}

fn hyphenated(text: &str, stays: impl Fn(char) -> bool) -> String {
    let words = text.split(|char| !stays(char)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn is_letter_or_digit(char: char) -> bool {
    // An accent written as a character of its own belongs to its letter.
    char.is_alphanumeric() || matches!(char, '\u{300}'..='\u{36f}')
}
