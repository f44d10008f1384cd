//! Folding: what is the same letter to somebody who searches.

/// Letters that stand for others, after lower-casing: what they fold to, and which they are. All of
/// Latin, Greek and Cyrillic that Unicode decomposes, and what it does not but people type plainly.
const FOLDED: [(&str, &str); 64] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ("ae", "æǣǽ"),
    ("b", "ƀḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ðďđḋḍḏḑḓ"),
    ("dz", "ǆǳ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ("f", "ḟ"),
    ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋɨḭḯỉị"),
    ("ij", "ĳ"),
    ("j", "ĵǰ"),
    ("k", "ķĸǩḱḳḵ"),
    ("l", "ĺļľłḷḹḻḽ"),
    ("lj", "ǉ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňŋǹṅṇṉṋ"),
    ("nj", "ǌ"),
    ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšſșṡṣṥṧṩẛ"),
    ("ss", "ß"),
    ("t", "ţťŧțṫṭṯṱẗ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕ"),
    ("ʒ", "ǯ"),
    ("α", "ά"),
    ("β", "ϐ"),
    ("ε", "έϵ"),
    ("η", "ή"),
    ("θ", "ϑ"),
    ("ι", "ΐίϊ"),
    ("κ", "ϰ"),
    ("ο", "ό"),
    ("π", "ϖ"),
    ("ρ", "ϱ"),
    ("σ", "ςϲ"),
    ("υ", "ΰϋύϒϓϔ"),
    ("φ", "ϕ"),
    ("ω", "ώ"),
    ("а", "ӑӓ"),
    ("г", "ѓ"),
    ("е", "ѐёӗ"),
    ("ж", "ӂӝ"),
    ("з", "ӟ"),
    ("и", "йѝӣӥ"),
    ("к", "ќ"),
    ("о", "ӧ"),
    ("у", "ўӯӱӳ"),
    ("ч", "ӵ"),
    ("ы", "ӹ"),
    ("э", "ӭ"),
    ("і", "ї"),
    ("ѵ", "ѷ"),
    ("ә", "ӛ"),
    ("ө", "ӫ"),
];

/// Adds a word to `folded`: without case, width, accents and apostrophes.
pub(crate) fn fold_into(folded: &mut String, word: &str) {
    for character in word.chars().map(narrow) {
        if character.is_ascii() {
            folded.extend(Some(character.to_ascii_lowercase()).filter(|letter| *letter != '\''));
        } else {
            push(folded, lower_case(character));
        }
    }
}

/// The folded form of a text of one or more words.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(&mut folded, text);
    folded
}

/// The ASCII character that a full-width one is a form of.
pub(crate) fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xff01 + 0x21).unwrap_or(character)
        }
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
        '\u{2010}'..='\u{2014}' | '\u{2212}' => '-',
        _ => character,
    }
}

/// The lower case of a Latin, Greek, Cyrillic or Armenian letter, but for the rare ones that stand in
/// no row with theirs, such as Ɓ. The standard library knows all
/// scripts, by a table of 11 kB that the browser would fetch.
fn lower_case(letter: char) -> char {
    let code = u32::from(letter);
    let (is_even, is_odd) = (code.is_multiple_of(2), !code.is_multiple_of(2));
    let step = match code {
        0xc0..=0xde if code != 0xd7 => 32,
        0x130 => return 'i',
        0x1b7 => return 'ʒ',
        0x178 => return '\u{ff}',
        0x1e9e => return 'ß',
        0x100..=0x137
        | 0x14a..=0x177
        | 0x1a0..=0x1a5
        | 0x1de..=0x1ef
        | 0x1f4..=0x1f5
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x246..=0x24f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f => u32::from(is_even),
        0x139..=0x148 | 0x1af | 0x1b0 | 0x179..=0x17e | 0x1cd..=0x1dc | 0x4c1..=0x4ce => {
            u32::from(is_odd)
        }
        0x386 => 38,
        0x388..=0x38a => 37,
        0x38c => 64,
        0x38e | 0x38f => 63,
        0x391..=0x3ab | 0x410..=0x42f if code != 0x3a2 => 32,
        0x400..=0x40f => 80,
        0x531..=0x556 => 48,
        _ => 0,
    };
    char::from_u32(code + step).unwrap_or(letter)
}

/// Whether it is a capital letter, as far as [`lower_case`] knows.
pub(super) fn is_capital(letter: char) -> bool {
    letter.is_ascii_uppercase() || lower_case(letter) != letter
}

/// What is no letter of its own: accents that follow their letter, and what nobody sees.
pub(super) fn is_mark(character: char) -> bool {
    is_invisible(character) || matches!(character, '\u{300}'..='\u{36f}')
}

/// Soft hyphens, joiners and marks of direction.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

fn push(folded: &mut String, letter: char) {
    if is_mark(letter) {
        return;
    }
    // Letter by letter: looking for a text within a text would be more of the program.
    match FOLDED.iter().find(|(_, letters)| letters.chars().any(|known| known == letter)) {
        Some((plain, _)) => folded.push_str(plain),
        None => folded.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization as _;
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    #[test]
    fn case_width_accents_and_apostrophes_fold() {
        for (text, expect) in [
            ("Kubernetes", "kubernetes"),
            ("Stanisław Müller", "stanislaw muller"),
            ("Straße ẞ", "strasse ss"),
            ("Ærø", "aero"),
            ("Ｋ８ｓ", "k8s"),
            ("don’t don't", "dont dont"),
            ("Cafe\u{301}", "cafe"),
            ("İ", "i"),
            ("soft\u{ad}ware", "software"),
            ("東京", "東京"),
        ] {
            assert_eq!(fold(text), expect, "{text}");
        }
    }

    #[test]
    fn lower_case_is_that_of_the_standard_library() {
        let letters = ('\u{c0}'..='\u{17f}').chain('\u{1cd}'..='\u{1ef}');
        let letters = letters.chain('\u{1e00}'..='\u{1eff}').chain('\u{386}'..='\u{3ce}');
        for letter in letters.chain('\u{400}'..='\u{52f}').chain('\u{531}'..='\u{556}') {
            // Two letters of Turkish and the palochka are not in pairs.
            if !matches!(letter, '\u{130}' | '\u{4c0}') {
                assert_eq!(
                    lower_case(letter).to_string(),
                    letter.to_lowercase().to_string(),
                    "{letter}"
                );
            }
        }
    }

    /// The table is checked against Unicode's own, which is too large to carry.
    #[test]
    fn every_accented_letter_folds_as_unicode_decomposes_it() {
        let letters = ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}');
        let letters = letters.chain('\u{386}'..='\u{3ce}').chain('\u{400}'..='\u{4ff}');
        for letter in letters.filter(|letter| letter.is_alphabetic()) {
            let decomposed: String =
                letter.nfd().filter(|part| !is_combining_mark(*part)).collect();
            assert_eq!(fold(&letter.to_string()), fold(&decomposed), "{letter}");
        }
    }
}
