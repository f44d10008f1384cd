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
            character.to_lowercase().for_each(|letter| push(folded, letter));
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

/// Soft hyphens, joiners and marks of direction.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

fn push(folded: &mut String, letter: char) {
    if is_invisible(letter) || matches!(letter, '\u{300}'..='\u{36f}') {
        return;
    }
    match FOLDED.iter().find(|(_, letters)| letters.contains(letter)) {
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
