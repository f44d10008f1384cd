//! Trunk's `index.html` as the document of every address: the same markup, with the words and the
//! addresses that are its own.

mod tag;

use std::ops::Range;

use thiserror::Error;

use self::tag::Tag;
use super::document::Document;
use super::opensearch::OPENSEARCH_FILE;
use crate::archive::Archive;

/// An `index.html` with a place for everything that differs between documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shell {
    /// The markup around the places.
    parts: Vec<String>,
    /// What belongs between one part and the next.
    places: Vec<Place>,
}

/// What differs between documents.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    Language,
    BasePath,
    Manifest,
    Title,
    Description,
    /// What `head` says.
    Head,
    /// The address of the file at this path below the base path. Trunk writes the base path into its
    /// own links only, which those to fonts and to the description of the search are not.
    File(String),
}

/// A place that the shell does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the shell has no `{missing}`, which every document needs: add it to index.html")]
pub struct ShellError {
    /// The markup that was looked for.
    pub missing: &'static str,
}

/// The beginnings of the files that the shell links to itself, below the base path.
const LINKED: [&str; 2] = ["fonts/", OPENSEARCH_FILE];

/// What is missing where a place is not found.
const MISSING_TITLE: &str = "<title></title>";
const MISSING_DESCRIPTION: &str = "<meta name=\"description\" content=\"\">";

/// What stands around the part of the head that `head` wrote, so that a later build finds it.
const HEAD_MARKS: [&str; 2] = ["<!--head-->", "<!--/head-->"];

impl Shell {
    /// Finds every place in `html`, whatever stands there now.
    pub fn new(html: &str) -> Result<Self, ShellError> {
        let root = Tag::find(html, "html", |_| true);
        let description = Tag::find(html, "meta", |tag| {
            tag.attribute("name").is_some_and(|name| name.value == "description")
        });
        let range = |tag: &Option<Tag<'_>>, name, missing| {
            let attribute = tag.as_ref().and_then(|tag| tag.attribute(name));
            attribute.map(|found| found.range.clone()).ok_or(ShellError { missing })
        };
        let title = title(html).ok_or(ShellError { missing: MISSING_TITLE })?;
        let mut found = vec![
            (range(&root, "lang", "<html lang=\"\">")?, Place::Language),
            (range(&root, "data-base", "<html data-base=\"\">")?, Place::BasePath),
            (range(&root, "data-manifest", "<html data-manifest=\"\">")?, Place::Manifest),
            (title.clone(), Place::Title),
            (range(&description, "content", MISSING_DESCRIPTION)?, Place::Description),
            (head(html, title.end), Place::Head),
        ];
        found.extend(linked_files(html));
        found.sort_by_key(|(range, _)| range.start);
        let mut parts = Vec::with_capacity(found.len() + 1);
        let mut end = 0;
        for (range, _) in &found {
            parts.push(html.get(end..range.start).unwrap_or_default().to_owned());
            end = range.end;
        }
        parts.push(html.get(end..).unwrap_or_default().to_owned());
        Ok(Self { parts, places: found.into_iter().map(|(_, place)| place).collect() })
    }

    /// The markup of one document, with this markup at the end of its head.
    pub(crate) fn with(
        &self,
        document: &Document<'_>,
        archive: &Archive,
        manifest: &str,
        head: &str,
    ) -> String {
        let mut html = String::new();
        let mut places = self.places.iter();
        for part in &self.parts {
            html.push_str(part);
            let file_path;
            let (attribute, value) = match places.next() {
                Some(Place::Language) => ("lang", archive.manifest.language.as_str()),
                Some(Place::BasePath) => ("data-base", archive.base_path.as_str()),
                Some(Place::Manifest) => ("data-manifest", manifest),
                Some(Place::Description) => ("content", document.description.as_str()),
                Some(Place::File(path)) => {
                    file_path = format!("{}{path}", archive.base_path);
                    ("href", file_path.as_str())
                }
                Some(Place::Title) => {
                    push_escaped(&document.title, &mut html);
                    continue;
                }
                Some(Place::Head) => {
                    let [begin, end] = HEAD_MARKS;
                    html.extend([begin, head, end]);
                    continue;
                }
                None => break,
            };
            html.push_str(attribute);
            html.push_str("=\"");
            push_escaped(value, &mut html);
            html.push('"');
        }
        html
    }
}

/// The addresses of files that the shell links to itself.
fn linked_files(html: &str) -> impl Iterator<Item = (Range<usize>, Place)> {
    Tag::all(html, "link").filter_map(|tag| {
        let href = tag.attribute("href")?;
        let start = LINKED.iter().find_map(|beginning| href.value.find(beginning))?;
        let path = href.value.get(start..)?;
        Some((href.range.clone(), Place::File(path.to_owned())))
    })
}

/// Where the part of `head` belongs: where it is from an earlier build, or else at the end of the head,
/// or, since minifiers leave out that end, behind the title.
fn head(html: &str, title_end: usize) -> Range<usize> {
    let [begin, end] = HEAD_MARKS;
    let earlier = html.find(begin).and_then(|start| {
        let length = html.get(start..)?.find(end)?;
        Some(start..start + length + end.len())
    });
    let at = html.find("</head>").unwrap_or(title_end + "</title>".len());
    earlier.unwrap_or(at..at)
}

/// Where the title's text is.
fn title(html: &str) -> Option<Range<usize>> {
    let start = Tag::find(html, "title", |_| true)?.end;
    let length = html.get(start..)?.find("</title")?;
    Some(start..start + length)
}

/// Text for an element or a double-quoted attribute.
pub(super) fn push_escaped(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests;
