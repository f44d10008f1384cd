//! Raw HTML in a post: which tags stay tags. A line here decides what gets through.

use std::ops::Range;

/// Tags that set words and do nothing else.
const INLINE_TAGS: [&str; 17] = [
    "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small",
    "strong", "sub", "sup", "u",
];

/// Tags around blocks, on lines of their own only: a paragraph cannot hold them.
const BLOCK_TAGS: [&str; 2] = ["details", "summary"];

/// Tags without content, as they are written out.
const VOID_TAGS: [(&str, &str); 2] = [("br", "<br>"), ("wbr", "<wbr>")];

/// A piece of raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'html> {
    /// `<br>` or `<wbr>`.
    Void(&'static str),
    /// An opening tag of the list. Of its attributes only the title of an `<abbr>` stays.
    Open { name: &'static str, title: Option<&'html str>, source: &'html str },
    /// A closing tag of the list.
    Close { name: &'static str, source: &'html str },
    /// Text, other tags, comments.
    Text(&'html str),
}

/// Cuts raw HTML into tags of the list and everything else, each with its offset.
pub(super) fn pieces(html: &str, allows_blocks: bool) -> Vec<(usize, Piece<'_>)> {
    let mut pieces = Vec::new();
    let mut text_from = 0;
    for (start, _) in html.match_indices('<') {
        let Some((piece, len)) = html.get(start..).and_then(|rest| tag(rest, allows_blocks)) else {
            continue;
        };
        push_text(&mut pieces, html, text_from..start);
        pieces.push((start, piece));
        text_from = start + len;
    }
    push_text(&mut pieces, html, text_from..html.len());
    pieces
}

fn push_text<'html>(
    pieces: &mut Vec<(usize, Piece<'html>)>,
    html: &'html str,
    place: Range<usize>,
) {
    let start = place.start;
    if let Some(text) = html.get(place).filter(|text| !text.is_empty()) {
        pieces.push((start, Piece::Text(text)));
    }
}

/// The tag of the list that `rest` begins with, and its length.
fn tag(rest: &str, allows_blocks: bool) -> Option<(Piece<'_>, usize)> {
    let (inner, _) = rest.strip_prefix('<')?.split_once(['>', '<'])?;
    let source = rest.get(..inner.len() + 2).filter(|source| source.ends_with('>'))?;
    let (is_closing, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let name_len = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, attributes) = inner.split_at_checked(name_len)?;
    // A quote that stays open goes on beyond the `>`, which is not the end of the tag then.
    let is_whole = attributes.matches(['"', '\'']).count() % 2 == 0
        && (attributes.is_empty() || attributes.starts_with([' ', '\t', '\n', '\r', '/']));
    if !is_whole {
        return None;
    }
    let is_named = |known: &str| known.eq_ignore_ascii_case(name);
    let piece = if let Some((_, tag)) = VOID_TAGS.iter().find(|(known, _)| is_named(known)) {
        Piece::Void(if is_closing { return None } else { tag })
    } else {
        let blocks: &[&str] = if allows_blocks { &BLOCK_TAGS } else { &[] };
        let name = INLINE_TAGS.iter().chain(blocks).copied().find(|known| is_named(known))?;
        let title = if name == "abbr" { title(attributes) } else { None };
        if is_closing { Piece::Close { name, source } } else { Piece::Open { name, title, source } }
    };
    Some((piece, source.len()))
}

/// The value of a `title` attribute that comes first and is quoted.
fn title(attributes: &str) -> Option<&str> {
    let value = attributes.trim_start().strip_prefix("title")?.trim_start().strip_prefix('=')?;
    let value = value.trim_start();
    let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    value.get(1..)?.split(quote).next()
}

/// Whether raw HTML holds tags that a paragraph cannot hold.
pub(super) fn has_blocks(html: &str) -> bool {
    pieces(html, true).iter().any(|(_, piece)| match piece {
        Piece::Open { name, .. } | Piece::Close { name, .. } => BLOCK_TAGS.contains(name),
        Piece::Void(_) | Piece::Text(_) => false,
    })
}

/// What raw HTML says without the tags of the list: everything else is shown as it is written.
pub(crate) fn as_text(html: &str) -> String {
    let pieces = pieces(html, true).into_iter().map(|(_, piece)| match piece {
        Piece::Text(text) => decoded(text),
        Piece::Void("<br>") => " ".to_owned(),
        Piece::Void(_) | Piece::Open { .. } | Piece::Close { .. } => String::new(),
    });
    pieces.collect()
}

/// How many `<details>` a piece of raw HTML opens more than it closes.
pub(crate) fn details_left_open(html: &str) -> isize {
    let change = pieces(html, true).into_iter().map(|(_, piece)| match piece {
        Piece::Open { name: "details", .. } => 1,
        Piece::Close { name: "details", .. } => -1,
        _ => 0,
    });
    change.sum()
}

/// Raw HTML's own spelling of the characters that it cannot hold; others stay as they are written.
pub(super) fn decoded(html: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    named.iter().fold(html.to_owned(), |html, (name, character)| html.replace(name, character))
}

#[cfg(test)]
mod tests {
    use super::{Piece, decoded, details_left_open, pieces};

    /// `expect` is the source again, each tag of the list between brackets.
    fn check(html: &str, allows_blocks: bool, expect: &str) {
        let shown = pieces(html, allows_blocks).into_iter().map(|(_, piece)| match piece {
            Piece::Void(tag) => ["[", tag, "]"].concat(),
            Piece::Open { name, title: None, .. } => ["[", name, "]"].concat(),
            Piece::Open { name, title: Some(title), .. } => ["[", name, ":", title, "]"].concat(),
            Piece::Close { name, .. } => ["[/", name, "]"].concat(),
            Piece::Text(text) => text.to_owned(),
        });
        assert_eq!(shown.collect::<String>(), expect, "{html:?}");
    }

    #[test]
    fn tags_of_the_list_lose_their_attributes() {
        check("<b>x</b>", false, "[b]x[/b]");
        check("<KBD class='a' onclick=\"x\">", false, "[kbd]");
        check("<br/><br /><BR><wbr>", false, "[<br>][<br>][<br>][<wbr>]");
        check("<abbr title=\"a &amp; b\">", false, "[abbr:a &amp; b]");
        check("<abbr title='x' onclick=y>", false, "[abbr:x]");
        check("<b title=\"x\">", false, "[b]");
    }

    #[test]
    fn tags_around_blocks_stand_on_their_own() {
        check(
            "<details open><summary>x</summary></details>",
            true,
            "[details][summary]x[/summary][/details]",
        );
        check("<details>", false, "<details>");
    }

    #[test]
    fn everything_else_is_text() {
        for html in [
            "<script>alert(1)</script>",
            "<string>",
            "Vec<T>",
            "<!-- b -->",
            "<!-- <bx> -->",
            "<p>",
            "<img src=x onerror=y>",
            "<b",
            "<b<i",
            "<b\"x\">",
            "</br>",
            "<b:x>",
            "<b title=\"a>b",
            "< b>",
            "<>",
            "</>",
            "<",
            "",
        ] {
            check(html, true, html);
        }
    }

    #[test]
    fn only_what_is_left_open_counts() {
        assert_eq!(details_left_open("<details><summary>x</summary>"), 1);
        assert_eq!(details_left_open("</details></details><details>"), -1);
        assert_eq!(details_left_open("<b>&lt;details></b>"), 0);
    }

    #[test]
    fn basic_character_references_are_decoded_once() {
        assert_eq!(decoded("&lt;&gt;&quot;&#39;&amp;&amp;lt;&copy;"), "<>\"'&&lt;&copy;");
    }

    #[test]
    fn a_tag_within_another_is_found() {
        check("<x<b>y", false, "<x[b]y");
        check("a < b > <i>c", false, "a < b > [i]c");
    }
}
