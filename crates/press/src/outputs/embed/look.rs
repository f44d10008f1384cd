//! How embedded pages look and what runs in them: styles and scripts of their own, within each page.

use bundle_format::Manifest;
use masthead::widgets::only_id;

use super::script;
use crate::outputs::shell::squeezed;

const TOKENS: &str = include_str!("../../../../../style/tokens.css");
const ITEMS: &str = include_str!("../../../../../style/items.css");
const PROSE: &str = include_str!("../../../../../style/prose.css");
const RESET: &str = include_str!("../../../../../style/embed-reset.css");
const EMBED: &str = include_str!("../../../../../style/embed.css");
const MAKER: &str = include_str!("../../../../../style/embed-maker.css");

/// Elements for the pages' heads and ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Look {
    /// Of every widget.
    pub(super) style: String,
    /// Of issues: what an address hides that points to a single family.
    pub(super) only: String,
    /// Of the page for making snippets.
    pub(super) maker_style: String,
    /// What runs in every widget.
    pub(super) frame: String,
    /// What runs where an address can ask for a part.
    pub(super) part: String,
    /// What runs in the search box.
    pub(super) search: String,
    /// What runs in the page for making snippets.
    pub(super) maker: String,
}

impl Look {
    pub(super) fn of(manifest: &Manifest) -> Self {
        let tokens = without_fonts(TOKENS);
        let element = |name: &str, content: String| format!("<{name}>{content}</{name}>");
        let style = |css: &[&str]| element("style", squeezed(&css.concat()));
        let script = |text: &str| element("script", script::squeezed(text));
        Self {
            style: style(&[&tokens, ITEMS, PROSE, RESET, EMBED]),
            only: element("style", only(manifest)),
            maker_style: style(&[&tokens, RESET, MAKER]),
            frame: script(include_str!("../../../js/frame.js")),
            part: script(include_str!("../../../js/part.js")),
            search: script(include_str!("../../../js/search-box.js")),
            maker: script(include_str!("../../../js/maker.js")),
        }
    }

    /// Everything, for a policy that lets all of it through.
    pub(super) fn all(&self) -> String {
        let Self { style, only, maker_style, frame, part, search, maker } = self;
        [style, only, maker_style, frame, part, search, maker].map(String::as_str).concat()
    }
}

/// Works where no script does: ids of families hold nothing that CSS takes for its own.
fn only(manifest: &Manifest) -> String {
    let rules = manifest.families.iter().map(|family| {
        let (id, family) = (only_id(&family.id), &family.id);
        format!("#{id}:target~.content>.part:not([data-families~=\"{family}\"])")
    });
    let mut css = rules.collect::<Vec<_>>().join(",");
    if !css.is_empty() {
        css.push_str("{display:none}");
    }
    css
}

/// A frame on another site fetches no fonts: those that stand in for them are on the reader's machine.
fn without_fonts(css: &str) -> String {
    const RULE: &str = "@font-face {";
    let mut rules = css.split(RULE);
    let mut kept = rules.next().unwrap_or_default().to_owned();
    for rule in rules {
        let (face, rest) = rule.split_once('}').unwrap_or((rule, ""));
        if !face.contains("url(") {
            kept.extend([RULE, face, "}"]);
        }
        kept.push_str(rest);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a frame may run, in bytes as they are sent uncompressed.
    const MOST_SCRIPT: usize = 5_000;

    #[test]
    fn a_frame_runs_no_more_than_it_may() {
        let look = Look::of(&Manifest::default());
        for other in [look.part.len(), look.search.len()] {
            let bytes = look.frame.len() + other;
            assert!(bytes <= MOST_SCRIPT, "{bytes}");
        }
    }

    #[test]
    fn fonts_of_the_machine_stay_and_those_to_fetch_go() {
        let css = "a {}\n@font-face { src: url(\"b\"); }\n@font-face { src: local(\"c\"); }\nd {}";
        assert_eq!(without_fonts(css), "a {}\n\n@font-face { src: local(\"c\"); }\nd {}");
    }

    #[test]
    fn nothing_is_measured_by_the_height_of_the_window() {
        let style = Look::of(&Manifest::default()).style;
        for measure in ["vh", "vmin", "vmax", "height:100%", "url("] {
            assert!(!style.contains(measure), "{measure}");
        }
    }
}
