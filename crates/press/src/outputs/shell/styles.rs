//! The styles that the first paint needs, as one element of each document.

use std::ops::Range;

use super::tag::Tag;

/// Where the fonts are, below the base path.
const FONTS: &str = "fonts/";

/// The document with all its `style` elements as one, at the place of the first, without what only
/// people need, and with fonts below `base_path`.
pub(super) fn gathered(html: &str, base_path: &str) -> String {
    let elements = elements(html);
    let Some(first) = elements.first() else { return html.to_owned() };
    let mut css = String::new();
    let mut rest = html.get(..first.0.start).unwrap_or_default().to_owned();
    let mut end = first.0.start;
    for (element, content) in &elements {
        rest.push_str(html.get(end..element.start).unwrap_or_default().trim_end());
        css.push_str(html.get(content.clone()).unwrap_or_default());
        end = element.end;
    }
    let start = first.0.start;
    rest.push_str(html.get(end..).unwrap_or_default());
    let style = format!("<style>{}</style>", with_fonts(&squeezed(&css), base_path));
    rest.insert_str(start.min(rest.len()), &style);
    rest
}

/// Every `style` element, with the place of its content.
fn elements(html: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let ends = |tag: Tag<'_>| {
        let length = html.get(tag.end..)?.find("</style>")?;
        let content = tag.end..tag.end + length;
        Some((tag.start..content.end + "</style>".len(), content))
    };
    Tag::all(html, "style").filter_map(ends).collect()
}

/// Without comments, and with white space only where it separates words. Where it stands in a string, it
/// is kept as one space; no style of ours has more.
pub(crate) fn squeezed(css: &str) -> String {
    let mut squeezed = String::with_capacity(css.len());
    for word in without_comments(css).split_ascii_whitespace() {
        let before = squeezed.chars().next_back();
        let is_joined = before.is_none_or(|c| "{};,:>".contains(c)) || word.starts_with(['{', '}']);
        if !is_joined {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    squeezed.replace(";}", "}")
}

fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

/// Addresses of fonts are relative to a style sheet; in a document they have to be whole.
fn with_fonts(css: &str, base_path: &str) -> String {
    let mut whole = String::with_capacity(css.len());
    for (place, part) in css.split("url(\"").enumerate() {
        if place > 0 {
            whole.push_str("url(\"");
        }
        let (address, _) = part.split_once('"').unwrap_or((part, ""));
        match address.find(FONTS).filter(|_| place > 0) {
            Some(start) => {
                whole.push_str(base_path);
                whole.push_str(part.get(start..).unwrap_or_default());
            }
            None => whole.push_str(part),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expect: &str) {
        assert_eq!(gathered(html, "/lwkd/"), expect);
        assert_eq!(gathered(expect, "/lwkd/"), expect, "gathered twice");
    }

    #[test]
    fn several_styles_become_one_at_the_place_of_the_first() {
        let html = "<a><style>b { c: d; }\n</style>\n  <style type=\"x\">e > f { g: 1px + 2px }</style><h>";
        check(html, "<a><style>b{c:d}e >f{g:1px + 2px}</style><h>");
    }

    #[test]
    fn a_document_without_styles_stays() {
        check("<a>", "<a>");
    }

    #[test]
    fn comments_go_and_selectors_keep_their_spaces() {
        let css = "/* a */ b :hover,\n c:not(.d > e) {\n f: calc(1rem + 2 * 3px);\n }\n/* open";
        assert_eq!(squeezed(css), "b :hover,c:not(.d >e){f:calc(1rem + 2 * 3px)}");
    }

    #[test]
    fn fonts_are_below_the_base_path() {
        for address in ["fonts/a.woff2", "./fonts/a.woff2", "/old/fonts/a.woff2"] {
            let html = format!("<style>@font-face{{src:url(\"{address}\")}}</style>");
            check(&html, "<style>@font-face{src:url(\"/lwkd/fonts/a.woff2\")}</style>");
        }
    }
}
