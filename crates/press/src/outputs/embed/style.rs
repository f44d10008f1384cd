//! Styles of the app, without what a page in a frame has no use for.

use crate::outputs::shell::squeezed;

const TOKENS: &str = include_str!("../../../../../style/tokens.css");

/// Those tokens that a style asks for, without the fonts of the archive: a frame on another site fetches none,
/// and what stands in for them on the reader's machine does so for good.
pub(super) fn needed_tokens(style: &str) -> String {
    without_idle(&without_fonts(&squeezed(TOKENS)), style)
}

/// Takes away the fonts to fetch, and of those on the machine what spares a page the jump when others come.
fn without_fonts(css: &str) -> String {
    let is_of_fonts = |rule: &str| {
        rule.starts_with(":root[data-fonts]")
            || (rule.starts_with("@font-face") && rule.contains("url("))
    };
    let rules = css.split_inclusive('}').filter(|rule| !is_of_fonts(rule));
    let is_for_jumps = |name: &str| name.ends_with("-override");
    rules.map(|rule| without_declarations(rule, is_for_jumps)).collect()
}

/// Takes away the tokens that neither `css` itself nor `style` asks for.
fn without_idle(css: &str, style: &str) -> String {
    let is_idle = |name: &str| {
        let asked = format!("var({name})");
        name.starts_with("--") && !css.contains(&asked) && !style.contains(&asked)
    };
    without_declarations(css, is_idle)
}

/// Squeezed CSS without the declarations of certain names, and without rules that then hold nothing.
fn without_declarations(css: &str, is_out: impl Fn(&str) -> bool) -> String {
    let mut kept = String::with_capacity(css.len());
    for piece in css.split_inclusive([';', '{', '}']) {
        let is_kept = piece.split_once(':').is_none_or(|(name, _)| !is_out(name));
        if is_kept {
            kept.push_str(piece);
        } else if piece.ends_with('}') {
            kept.push('}');
        }
    }
    kept = kept.replace(";}", "}");
    while let Some(end) = kept.find("{}") {
        let before = kept.get(..end).unwrap_or_default();
        let start = before.rfind(['{', '}']).map_or(0, |brace| brace + 1);
        kept.replace_range(start..end + 2, "");
    }
    kept
}

/// How the elements and classes that a style of rendered Markdown is about begin in markup.
pub(super) fn named_in(prose: &str) -> Vec<String> {
    let selectors = prose.split('}').filter_map(|rule| rule.split_once('{'));
    let selectors = selectors.flat_map(|(selectors, _)| selectors.split(','));
    let names =
        selectors.filter_map(|selector| selector.strip_prefix(".prose ")?.split(' ').next());
    let mut marks: Vec<_> = names
        .map(|name| match name.strip_prefix('.') {
            Some(class) => format!("class=\"{class}"),
            None => format!("<{name}"),
        })
        .collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_of_the_machine_stay_and_those_to_fetch_go() {
        let css = "a{b:c}@font-face{src:url(\"d\")}@font-face{src:local(\"e\");ascent-override:97%}\
            :root[data-fonts]{--f:\"g\"}h{i:j}";
        assert_eq!(without_fonts(css), "a{b:c}@font-face{src:local(\"e\")}h{i:j}");
    }

    #[test]
    fn tokens_that_nothing_asks_for_go() {
        let css = ":root{color-scheme:dark;--a:1;--b:2;--bc:var(--a)}@media (e:f){:root{--b:3}}";
        let style = "p{margin:var(--bc)}";
        assert_eq!(without_idle(css, style), ":root{color-scheme:dark;--a:1;--bc:var(--a)}");
    }

    #[test]
    fn every_token_that_is_asked_for_is_there() {
        let tokens = needed_tokens("p{color:var(--ink);font-family:var(--sans)}");
        assert!(
            tokens.contains("--ink:#1b1d20") && tokens.contains("[data-theme=\"dark\"]{"),
            "{tokens}"
        );
        assert!(
            tokens.contains("--sans:\"Sans fallback\"") && !tokens.contains("--serif"),
            "{tokens}"
        );
    }

    #[test]
    fn a_style_tells_what_it_is_about() {
        let style = ".prose pre{a:b}.prose pre code{c:d}.prose th,.prose .table{e:f}";
        assert_eq!(named_in(style), ["<pre", "<th", "class=\"table"]);
    }
}
