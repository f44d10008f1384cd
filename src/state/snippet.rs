//! What is shown of a long text that was found: the part where the marks are.

use crate::state::search::Piece;

/// Characters that a snippet has at most, a word or so more or less.
const MOST: usize = 280;

/// Characters before the first mark, if the text is cut there.
const BEFORE: usize = 70;

/// The pieces that are shown of a text, cut between words, with "…" where something is left out.
pub fn snippet(pieces: &[Piece]) -> Vec<Piece> {
    let length = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.chars().count()).sum();
    let total: usize = length(pieces);
    if total <= MOST {
        return pieces.to_vec();
    }
    let first_mark = pieces.iter().position(|piece| piece.is_marked).unwrap_or_default();
    let lead: usize = length(pieces.get(..first_mark).unwrap_or_default());
    let skipped = lead.saturating_sub(BEFORE).min(total.saturating_sub(MOST));
    let (mut left_out, mut left) = (skipped, MOST);
    let mut shown = Vec::new();
    for piece in pieces {
        let count = piece.text.chars().count();
        let start = left_out.min(count);
        left_out -= start;
        let kept = (count - start).min(left);
        left -= kept;
        let mut text: String = piece.text.chars().skip(start).take(kept).collect();
        if start > 0 && kept > 0 {
            let word = text.find(char::is_whitespace).filter(|_| !piece.is_marked).unwrap_or(0);
            text = format!("…{}", text.split_at(word).1);
        }
        if kept > 0 && kept < count - start {
            let word = text.rfind(char::is_whitespace).filter(|_| !piece.is_marked);
            text.truncate(word.unwrap_or(text.len()));
            text.push('…');
        }
        if !text.is_empty() {
            shown.push(Piece { text, is_marked: piece.is_marked });
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(texts: &[(&str, bool)]) -> Vec<Piece> {
        texts
            .iter()
            .map(|(text, is_marked)| Piece { text: (*text).into(), is_marked: *is_marked })
            .collect()
    }

    fn check(texts: &[(&str, bool)], begins: &str, ends: &str) {
        let shown = snippet(&pieces(texts));
        let text: String = shown.iter().map(|piece| piece.text.as_str()).collect();
        assert!(text.starts_with(begins), "{text}");
        assert!(text.ends_with(ends), "{text}");
        assert!(text.chars().count() <= MOST + 2, "{text}");
        assert_eq!(
            shown.iter().any(|piece| piece.is_marked),
            texts.iter().any(|(_, is_marked)| *is_marked),
            "{text}"
        );
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        check(
            &[("Adds ", false), ("sidecar", true), (" containers", false)],
            "Adds ",
            "containers",
        );
    }

    #[test]
    fn a_long_text_is_shown_where_its_first_mark_is() {
        let long = "word ".repeat(100);
        check(&[(&long, false)], "word", "word…");
        check(&[(&long, false), ("mark", true), (" and the end", false)], "… word", "the end");
        check(&[("mark", true), (&long, false)], "mark", "word…");
        check(&[(&long, false), ("mark", true), (" ", false), (&long, false)], "… word", "word…");
    }

    #[test]
    fn a_text_without_spaces_is_cut_anyway() {
        check(&[(&"字".repeat(400), false)], "字", "字…");
    }
}
