//! The head of a post: title, date, slug and the like, in three flavours.
//!
//! A flavour is one file that gives `Entry`s under Jekyll's names, and one arm in [`read`]. What the
//! names mean is in `fields`; what an address is made of is not here but in [`crate::permalink`].

mod date;
mod entry;
mod fields;
pub(crate) mod file_name;
mod lines;
mod pelican;
mod split;
#[cfg(test)]
mod tests;
mod toml;
mod yaml;

use self::entry::Place;
use self::file_name::FileName;
pub use self::split::{Split, split};
use crate::date::Timestamp;
use crate::permalink::Permalink;
use crate::{Code, Diagnostic};

/// How the front matter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// YAML between `---` lines: Jekyll.
    Yaml,
    /// TOML between `+++` lines: Hugo and Zola.
    Toml,
    /// `Key: value` lines up to the first empty one: Pelican.
    Pelican,
}

/// What the front matter says, with every gap filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontMatter {
    /// Falls back to the words of the file name.
    pub title: String,
    /// The moment of publication, UTC. Falls back to the file name's date, then to 1970-01-01.
    pub published: Timestamp,
    /// When the author says that the content changed last: Jekyll's `last_modified_at`, Hugo's
    /// `lastmod`, Zola's `updated`, Pelican's `modified`. `None` without it, if it is no date, and if
    /// it is not after the publication.
    pub revised: Option<Timestamp>,
    /// As written; never used for the address unless the permalink asks for it by `:title` or
    /// `:slug`.
    pub slug: Option<String>,
    /// `categories` and `category` together, as written, without repeats.
    pub categories: Vec<String>,
    /// The post's own pattern, which goes before the archive's: Jekyll's `permalink`, Hugo's and
    /// Pelican's `url`, Zola's `path`.
    pub permalink: Option<Permalink>,
    /// Not to be published: Jekyll's `published: false`, `draft: true` or Pelican's `status: draft`.
    pub is_draft: bool,
    /// Keys that Masthead does not know, in order, with their values as text. Keys of nested tables
    /// are joined with full stops.
    pub others: Vec<(String, String)>,
}

/// Reads the front matter of `post`. `file_name` is the post's own, such as `2023-09-03-update.md`.
///
/// Whatever the post holds, there is a result: what a flavour's library refuses is read line by line,
/// and what is missing is filled in; the diagnostics, sorted by place, say so.
pub fn read(post: &str, file_name: &str) -> (FrontMatter, Vec<Diagnostic>) {
    let name = FileName::new(file_name);
    let Split { head, head_line, .. } = split(post);
    let (mut entries, refusal) = match head {
        Some((Flavour::Yaml, head)) => yaml::entries(head),
        Some((Flavour::Toml, head)) => toml::entries(head),
        Some((Flavour::Pelican, head)) => (pelican::entries(head), None),
        None => (Vec::new(), None),
    };
    for entry in &mut entries {
        entry.place = entry.place.in_post(head_line);
    }
    let top = Place::START.in_post(head_line);
    let (front_matter, mut diagnostics) = fields::interpret(entries, top, name);
    if head.is_none() {
        // One diagnostic says it all, unless the file name has no date either.
        diagnostics.retain(|diagnostic| diagnostic.code == Code::DateUnknown);
        diagnostics.push(missing(post));
    }
    diagnostics.extend(refusal.map(|refusal| refusal.into_diagnostic(head_line)));
    diagnostics.sort_by_key(|diagnostic| (diagnostic.line, diagnostic.column, diagnostic.code));
    (front_matter, diagnostics)
}

fn missing(post: &str) -> Diagnostic {
    if let Some(line) = split::unclosed_fence(post) {
        let fence = Place { line, ..Place::START };
        fence.diagnostic(
            Code::FrontMatterInvalid,
            "The front matter that begins here does not end.".to_owned(),
            "Repeat this line below the last key; until then the whole post is text.".to_owned(),
        )
    } else {
        Place::START.diagnostic(
            Code::FrontMatterMissing,
            "The post has no front matter.".to_owned(),
            "Begin the post with a line `---`, then `title: ...` and `date: ...`, then `---`; \
             until then the file name stands in for both."
                .to_owned(),
        )
    }
}
