//! Text in lines: what fits is broken at spaces, and what does not is cut.

use newsletter_search::fold;

use super::typeface::{Line, Style, Typeface};

const ELLIPSIS: char = '…';

/// What is looked at of a text, in characters: more than a card has room for.
const MOST: usize = 400;

/// How far lines are narrowed at a time to make them equally long, in pixels.
const STEP: f32 = 12.0;

/// The text as `face` can show it, with white space folded: a letter that it lacks is replaced by the
/// one below its accents, and left out if that is missing too. `None` if most of it would be left out.
pub(super) fn legible(text: &str, face: &Typeface) -> Option<String> {
    let mut shown = String::new();
    let (mut kept, mut lost) = (0_usize, 0_usize);
    for character in text.chars().take(MOST) {
        if character.is_whitespace() || face.has(character) {
            shown.push(character);
            kept += usize::from(character.is_alphanumeric());
            continue;
        }
        let base = base_letters(character);
        if !base.is_empty() && base.chars().all(|letter| face.has(letter)) {
            shown.push_str(&base);
            kept += 1;
        } else {
            lost += usize::from(character.is_alphanumeric());
        }
    }
    let words: Vec<&str> = shown.split_whitespace().collect();
    (kept > lost).then(|| words.join(" "))
}

/// The letter without its accents, in its own case.
fn base_letters(character: char) -> String {
    let folded = fold(character.encode_utf8(&mut [0; 4]));
    if character.is_uppercase() { folded.to_uppercase() } else { folded }
}

impl Style {
    /// As much of `text` as fits in one line of `width` pixels, with an ellipsis if it is cut.
    pub(super) fn fit(&self, text: &str, width: f32) -> Line {
        let whole = self.line(text);
        if whole.width <= width {
            return whole;
        }
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let cut = |end: usize| {
            let kept = text.get(..end).unwrap_or_default();
            let kept = kept.trim_end_matches(|last: char| !last.is_alphanumeric());
            self.line(&[kept, ELLIPSIS.encode_utf8(&mut [0; 4])].concat())
        };
        // Cut at a word, unless that would leave half of the line empty.
        let fitting = ends.partition_point(|&end| cut(end).width <= width);
        let longest = ends.get(fitting.saturating_sub(1)).copied().unwrap_or_default();
        let kept = text.get(..longest).unwrap_or_default();
        let at_word = cut(kept.rfind(' ').unwrap_or_default());
        if at_word.width > width / 2.0 { at_word } else { cut(longest) }
    }

    /// `text` in lines of at most `width` pixels, which are about equally long; a word that is longer
    /// than a line is broken.
    pub(super) fn wrap(&self, text: &str, width: f32) -> Vec<String> {
        let words: Vec<Word> = text
            .split(' ')
            .flat_map(|word| self.pieces(word, width))
            .map(|text| Word { width: self.line(&text).width, text })
            .collect();
        let space = self.line(" ").width;
        let mut lines = filled(&words, space, width);
        let mut narrower = width - STEP;
        while narrower > width / 2.0 {
            let narrow = filled(&words, space, narrower);
            if narrow.len() > lines.len() {
                break;
            }
            lines = narrow;
            narrower -= STEP;
        }
        lines
    }

    /// A word in pieces that fit; one piece, if it fits as a whole.
    fn pieces(&self, word: &str, width: f32) -> Vec<String> {
        if self.line(word).width <= width {
            return vec![word.to_owned()];
        }
        let mut pieces: Vec<String> = Vec::new();
        let mut used = width;
        for letter in word.chars().map(String::from) {
            let more = self.line(&letter).width;
            used += more;
            if let Some(last) = pieces.last_mut().filter(|_| used <= width) {
                last.push_str(&letter);
            } else {
                pieces.push(letter);
                used = more;
            }
        }
        pieces
    }
}

/// A word with its width in pixels.
struct Word {
    text: String,
    width: f32,
}

/// Lines that each take as many words as fit, at least one.
fn filled(words: &[Word], space: f32, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut used = width;
    for word in words {
        match lines.last_mut() {
            Some(last) if used + space + word.width <= width => {
                last.push(' ');
                last.push_str(&word.text);
                used += space + word.width;
            }
            _ => {
                lines.push(word.text.clone());
                used = word.width;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::typeface::Typefaces;
    use super::*;

    fn style() -> Style {
        Style { face: &Typefaces::get().serif, size: 30.0, tracking: 0.0 }
    }

    #[test]
    fn lines_hold_what_fits_and_lose_nothing() {
        let text = "The keeper of the western light reports a calm and moonless night";
        for width in [150.0, 300.0, 2_000.0] {
            let lines = style().wrap(text, width);
            assert_eq!(lines.join(" "), text);
            assert!(lines.iter().all(|line| style().line(line).width <= width), "{lines:?}");
        }
    }

    #[test]
    fn lines_are_about_equally_long() {
        let text = "The keeper of the western light reports";
        let lines = style().wrap(text, style().line(text).width - 1.0);
        assert_eq!(lines, ["The keeper of the", "western light reports"]);
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken() {
        let word = "KubeletFineGrainedAuthorizationAndThenSome";
        let lines = style().wrap(&format!("See {word}"), 200.0);
        assert_eq!(lines[1..].concat(), word);
        assert!(lines.iter().all(|line| style().line(line).width <= 200.0), "{lines:?}");
        assert_eq!(style().wrap("ab", 1.0), ["a", "b"]);
    }

    #[test]
    fn what_is_cut_fits_and_ends_at_a_word() {
        let width = style().line("The keeper of the west").width;
        let cut = style().fit("The keeper of the western light, as reported", width);
        let expect = style().line("The keeper of the…");
        assert!((cut.width - expect.width).abs() < 0.01);
        assert!(style().fit("Donaudampfschifffahrtsgesellschaft", 200.0).width <= 200.0);
    }

    #[test]
    fn what_the_typeface_lacks_is_replaced_or_left_out() {
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(legible(text, style().face).as_deref(), expect, "{text}");
        };
        check("Plain  text", Some("Plain text"));
        check("Čapek, Łódź & Ďábel", Some("Capek, Lódz & Dábel"));
        check("🎉 Party\u{a0}🎈 time", Some("Party time"));
        check("Release 灯台 notes", Some("Release notes"));
        check("灯台の週報 5", None);
        check("🎉", None);
        check("", None);
    }
}
