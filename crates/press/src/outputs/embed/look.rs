//! How embedded pages look and what runs in them: one style and one script of their own, within each page.

use bundle_format::Manifest;
use masthead::widgets::only_id;

use super::page::Kind;
use super::script;
use super::style::{named_in, needed_tokens};
use crate::outputs::shell::squeezed;

const ITEMS: &str = include_str!("../../../../../style/items.css");
const PROSE: &str = include_str!("../../../../../style/prose.css");
const RARE: &str = include_str!("../../../../../style/prose-rare.css");
const RESET: &str = include_str!("../../../../../style/embed-reset.css");
const EMBED: &str = include_str!("../../../../../style/embed.css");
const ISSUE: &str = include_str!("../../../../../style/embed-issue.css");
const LIST: &str = include_str!("../../../../../style/embed-list.css");
const SEARCH: &str = include_str!("../../../../../style/embed-search.css");
const MAKER: &str = include_str!("../../../../../style/embed-maker.css");

const FRAME_SCRIPT: &str = include_str!("../../../js/frame.js");
const PART_SCRIPT: &str = include_str!("../../../js/part.js");
const SEARCH_SCRIPT: &str = include_str!("../../../js/search-box.js");
const MAKER_SCRIPT: &str = include_str!("../../../js/maker.js");

/// Elements for the heads and ends of all pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Look {
    plain: Elements,
    issue: Elements,
    search: Elements,
    maker: Elements,
    /// The style of text that few pages hold, and what tells that one does.
    rare: String,
    rare_marks: Vec<String>,
}

/// What pages of one kind have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Elements {
    pub(super) style: String,
    pub(super) script: String,
}

impl Look {
    pub(super) fn of(manifest: &Manifest) -> Self {
        let rare = squeezed(RARE);
        let elements = |styles: &[&str], scripts: &[&str]| {
            let style = squeezed(&styles.concat());
            // What is rare asks for tokens too.
            let tokens = needed_tokens(&[style.as_str(), &rare].concat());
            let scripts: Vec<_> = scripts.iter().map(|text| script::squeezed(text)).collect();
            Elements {
                style: element("style", &[tokens, style].concat()),
                script: element("script", &scripts.join("\n")),
            }
        };
        let text = [ITEMS, PROSE, RESET, EMBED].concat();
        Self {
            plain: elements(&[&text, LIST], &[PART_SCRIPT, FRAME_SCRIPT]),
            issue: elements(&[&text, ISSUE, &only(manifest)], &[PART_SCRIPT, FRAME_SCRIPT]),
            search: elements(&[RESET, EMBED, SEARCH], &[FRAME_SCRIPT, SEARCH_SCRIPT]),
            maker: elements(&[RESET, MAKER], &[MAKER_SCRIPT]),
            rare_marks: named_in(&rare),
            rare: element("style", &rare),
        }
    }

    /// What pages of a kind have.
    pub(super) fn elements(&self, kind: Kind) -> &Elements {
        match kind {
            Kind::Plain => &self.plain,
            Kind::Issue => &self.issue,
            Kind::Search => &self.search,
            Kind::Maker => &self.maker,
        }
    }

    /// The style that a page with this markup has besides; empty if it needs none.
    pub(super) fn rare(&self, markup: &str) -> &str {
        let is_needed = self.rare_marks.iter().any(|mark| markup.contains(mark));
        if is_needed { &self.rare } else { "" }
    }

    /// Everything, for a policy that lets all of it through.
    pub(super) fn all(&self) -> String {
        let kinds = [&self.plain, &self.issue, &self.search, &self.maker];
        let elements = kinds.iter().flat_map(|kind| [kind.style.as_str(), &kind.script]);
        elements.chain([self.rare.as_str()]).collect()
    }
}

fn element(name: &str, content: &str) -> String {
    format!("<{name}>{content}</{name}>")
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What a frame may run, in bytes as they are sent uncompressed.
    const MOST_SCRIPT: usize = 5_000;

    #[test]
    fn a_frame_runs_no_more_than_it_may() {
        let look = Look::of(&Manifest::default());
        for kind in [Kind::Plain, Kind::Issue, Kind::Search] {
            let bytes = look.elements(kind).script.len();
            assert!(bytes <= MOST_SCRIPT, "{bytes}");
        }
    }

    #[test]
    fn text_that_few_pages_hold_has_its_style_where_it_is() {
        let look = Look::of(&Manifest::default());
        for markup in [
            "<pre><code class=\"language-go\">",
            "<blockquote>",
            "<img src=\"/a.png\" alt=\"\">",
            "<div class=\"table\" tabindex=\"0\">",
            "<a class=\"remote-image\" href=\"https://a.example\">",
            "<input type=\"checkbox\" disabled>",
            "<sup class=\"footnote-reference\" id=\"1\">",
        ] {
            assert_eq!(look.rare(markup), look.rare, "{markup}");
        }
        let usual =
            "<main class=\"widget\"><header>A table</header><p><a href=\"#\">pre</a></p></main>";
        assert_eq!(look.rare(usual), "");
    }

    #[test]
    fn nothing_is_measured_by_the_height_of_the_window() {
        let all = Look::of(&Manifest::default()).all();
        for measure in ["vh", "vmin", "vmax", "height:100%", "url("] {
            assert!(!all.contains(measure), "{measure}");
        }
    }
}
