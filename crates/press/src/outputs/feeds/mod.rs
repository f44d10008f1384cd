//! Feeds: Atom and JSON Feed of the issues, of each section family and of the items. `docs/feeds.md`
//! lists their addresses. Without a public address there are none, since ids and links in a feed are
//! whole addresses.

mod atom;
mod check;
mod feed;
mod json;
mod source;

use std::fmt;
use std::path::PathBuf;

use newsletter::diagnostic::LineNumber;

use self::check::Fault;
use self::feed::Feed;
use self::source::Source;
use super::address::Addresses;
use super::files::{Files, Origin};
use super::plan_error::PlanError;
use crate::archive::Archive;

/// A feed that no reader would take; nothing is built then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct FeedError {
    /// The feed's path in the output folder.
    pub file: String,
    /// The post that the fault comes from, and the line; `None` for the head of the feed.
    pub place: Option<(PathBuf, LineNumber)>,
    /// What is wrong, in words.
    pub what: String,
}

impl fmt::Display for FeedError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((post, line)) = &self.place {
            write!(formatter, "{}:{line}: ", post.display())?;
        }
        write!(formatter, "{} cannot be read by others: {}", self.file, self.what)
    }
}

/// How pages, lists and readers refer to a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FeedLink {
    /// What it holds, and of which archive.
    pub(crate) title: String,
    /// Whole.
    pub(crate) address: String,
    /// Such as `application/atom+xml`.
    pub(crate) media_type: &'static str,
}

/// A way to write feeds.
struct Format {
    ending: &'static str,
    media_type: &'static str,
    write: fn(&Feed<'_>, &Source<'_>) -> String,
    check: fn(&str) -> Result<(), Fault>,
}

const FORMATS: [Format; 2] = [
    Format {
        ending: atom::ENDING,
        media_type: atom::MEDIA_TYPE,
        write: atom::write,
        check: check::atom,
    },
    Format {
        ending: json::ENDING,
        media_type: json::MEDIA_TYPE,
        write: json::write,
        check: check::json,
    },
];

/// Plans every feed in every format, and says how to refer to them: those of all issues first.
pub(crate) fn plan(archive: &Archive, files: &mut Files) -> Result<Vec<FeedLink>, PlanError> {
    let Some(source) = source(archive) else {
        return Ok(Vec::new());
    };
    let mut links = Vec::new();
    for feed in source.feeds() {
        for format in &FORMATS {
            let path = format!("{}{}", feed.path, format.ending);
            let text = (format.write)(&feed, &source);
            (format.check)(&text).map_err(|fault| error(&path, &feed, fault))?;
            let origin = Origin::Archive(format!("the feed `{}`", feed.title));
            files.add(&path, origin, text.into_bytes())?;
            links.push(FeedLink {
                title: feed.title.clone(),
                address: source.addresses.of(&path),
                media_type: format.media_type,
            });
        }
    }
    Ok(links)
}

fn source(archive: &Archive) -> Option<Source<'_>> {
    let addresses = Addresses::public(archive)?;
    let moved = archive.feeds.id_base.as_deref();
    let id_base = moved.or(archive.manifest.site_url.as_deref())?;
    Some(Source { archive, addresses, id_base })
}

fn error(path: &str, feed: &Feed<'_>, fault: Fault) -> FeedError {
    let entry = fault.entry.and_then(|place| feed.entries.get(place));
    FeedError {
        file: path.trim_start_matches('/').to_owned(),
        place: entry.map(|entry| (entry.post.to_owned(), entry.line)),
        what: fault.what,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use newsletter::date::Timestamp;

    use super::feed::Entry;
    use super::*;

    fn entry(post: &str, line: u32) -> Entry<'_> {
        Entry {
            id: String::new(),
            url: String::new(),
            title: String::new(),
            published: Timestamp(0),
            updated: Timestamp(0),
            summary: String::new(),
            html: String::new(),
            families: Vec::new(),
            post: Path::new(post),
            line: LineNumber(line),
        }
    }

    #[test]
    fn a_fault_names_the_post_and_the_line_of_its_entry() {
        let feed = Feed {
            path: "/items".to_owned(),
            title: String::new(),
            description: String::new(),
            page: String::new(),
            entries: vec![entry("posts/a.md", 3), entry("posts/b.md", 7)],
        };
        let said = |entry| {
            let what = "it has no `title`".to_owned();
            error("/items.xml", &feed, Fault { entry, what }).to_string()
        };
        let words = "items.xml cannot be read by others: it has no `title`";
        assert_eq!(said(Some(1)), format!("posts/b.md:7: {words}"));
        assert_eq!(said(None), words);
    }
}
