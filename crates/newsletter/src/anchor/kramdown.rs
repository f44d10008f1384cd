//! Heading ids as kramdown's GFM parser makes them, which is what Jekyll publishes.
//!
//! Its `generate_gfm_header_id`: lower case, everything but `\p{Word}`, `-`, space and tab removed,
//! spaces and tabs made `-`. `\p{Word}` is letters, marks, decimal digits and connectors.

/// The id of a heading with this text, before duplicates are told apart. Where kramdown would leave
/// it empty, as for a heading of one emoji, it is `section`.
pub(super) fn heading_id(text: &str) -> String {
    let mut id = String::with_capacity(text.len());
    // Letter by letter, as Ruby does: a sigma at the end of a word is no exception.
    for character in text.chars().flat_map(char::to_lowercase) {
        match character {
            ' ' | '\t' => id.push('-'),
            '-' | '_' => id.push(character),
            _ if is_word(character) => id.push(character),
            _ => {}
        }
    }
    if id.is_empty() { "section".to_owned() } else { id }
}

/// `\p{Word}` without a table of its own: what the standard library calls alphanumeric, without the
/// numbers that are not digits and with the marks that are not letters, both for the scripts and
/// symbols that headings are made of. Marks of rarer scripts and newer letters may differ.
fn is_word(character: char) -> bool {
    if character.is_alphanumeric() { !is_other_number(character) } else { is_other_mark(character) }
}

/// Superscripts, fractions, numbers in circles.
fn is_other_number(character: char) -> bool {
    matches!(
        character,
        '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{bc}'..='\u{be}' | '\u{2070}' | '\u{2074}'..='\u{2089}'
            | '\u{2150}'..='\u{215f}' | '\u{2460}'..='\u{249b}' | '\u{24ea}'..='\u{24ff}'
            | '\u{2776}'..='\u{2793}'
    )
}

/// Accents that stand alone, Hebrew accents, Indic nuktas and viramas, Thai tone marks, keycaps,
/// Japanese voicing marks, the variation selectors of emoji.
fn is_other_mark(character: char) -> bool {
    match character {
        '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{489}'
        | '\u{591}'..='\u{5af}'
        | '\u{e47}'..='\u{e4e}'
        | '\u{20d0}'..='\u{20f0}'
        | '\u{302a}'..='\u{302f}'
        | '\u{3099}'
        | '\u{309a}'
        | '\u{fe00}'..='\u{fe0f}' => true,
        // The nine scripts from Devanagari to Malayalam have the same layout.
        '\u{900}'..='\u{d7f}' => matches!(u32::from(character) & 0x7f, 0x3c | 0x4d),
        _ => false,
    }
}
