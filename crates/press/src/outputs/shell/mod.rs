//! Trunk's `index.html` as the document of every address: the same markup, with the words and the
//! addresses that are its own.

mod files;
mod policy;
mod scripts;
mod styles;
mod tag;

use std::collections::BTreeMap;
use std::ops::Range;

use thiserror::Error;

pub(super) use self::files::has_ending;
pub(super) use self::policy::hashes;
pub(super) use self::styles::squeezed;
use self::tag::Tag;
use super::body::Body;
use super::document::Document;
use super::offline::WEB_MANIFEST;
use super::opensearch::OPENSEARCH_FILE;
use crate::archive::Archive;

/// An `index.html` with a place for everything that differs between documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shell {
    /// The markup around the places.
    parts: Vec<String>,
    /// What belongs between one part and the next.
    places: Vec<Place>,
    /// The content security policy, the same for every document.
    policy: String,
    /// The files beside it that belong to the program, by their paths from its folder.
    files: BTreeMap<String, Vec<u8>>,
}

/// What a document says of the builds that it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Versions<'a> {
    /// The name of the manifest; empty for a document that has to look for it.
    pub(crate) manifest: &'a str,
    /// The version of the program.
    pub(crate) program: &'a str,
}

/// What differs between documents.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    Language,
    BasePath,
    Manifest,
    Program,
    Title,
    Description,
    /// What `head` says.
    Head,
    Policy,
    /// The path of the page, on the element that holds it.
    Path,
    /// What is in that element, and what follows it.
    Page,
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
const LINKED: [&str; 3] = ["icons/", WEB_MANIFEST, OPENSEARCH_FILE];

/// What is missing where a place is not found.
const MISSING_TITLE: &str = "<title></title>";
const MISSING_POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"\">";
const MISSING_READER: &str = "<div id=\"reader\" data-path=\"\"></div>";
const MISSING_END: &str = "<template id=\"end\"></template>";
const MISSING_HEAD: &str = "</head>";
const MISSING_DESCRIPTION: &str = "<meta name=\"description\" content=\"\">";

impl Shell {
    /// Finds every place in `html`, whatever stands there now, for a site below `base_path`, which begins
    /// and ends with `/`.
    pub fn new(html: &str, base_path: &str) -> Result<Self, ShellError> {
        let html = &styles::gathered(&scripts::squeezed(&without_comments(html)), base_path);
        let root = Tag::find(html, "html", |_| true);
        let description = Tag::find(html, "meta", |tag| tag.is("name", "description"));
        let policy = Tag::find(html, "meta", |tag| tag.is("http-equiv", "Content-Security-Policy"));
        let reader = Tag::find(html, "div", |tag| tag.is("id", "reader"));
        let end = Tag::find(html, "template", |tag| tag.is("id", "end"));
        let page_start = reader.as_ref().map(|reader| reader.end);
        let page_end = end.map(|end| end.start);
        let page = page_start.ok_or(ShellError { missing: MISSING_READER })?
            ..page_end.ok_or(ShellError { missing: MISSING_END })?;
        let range = |tag: &Option<Tag<'_>>, name, missing| {
            let attribute = tag.as_ref().and_then(|tag| tag.attribute(name));
            attribute.map(|found| found.range.clone()).ok_or(ShellError { missing })
        };
        let mut found = vec![
            (range(&root, "lang", "<html lang=\"\">")?, Place::Language),
            (range(&root, "data-base", "<html data-base=\"\">")?, Place::BasePath),
            (range(&root, "data-manifest", "<html data-manifest=\"\">")?, Place::Manifest),
            (range(&root, "data-program", "<html data-program=\"\">")?, Place::Program),
            (title(html).ok_or(ShellError { missing: MISSING_TITLE })?, Place::Title),
            (range(&description, "content", MISSING_DESCRIPTION)?, Place::Description),
            (head(html).ok_or(ShellError { missing: MISSING_HEAD })?, Place::Head),
            (range(&policy, "content", MISSING_POLICY)?, Place::Policy),
            (range(&reader, "data-path", MISSING_READER)?, Place::Path),
            (page, Place::Page),
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
        let places = found.into_iter().map(|(_, place)| place).collect();
        Ok(Self { parts, places, policy: policy::of(html), files: BTreeMap::new() })
    }

    /// The content security policy of its documents and of those that have the scripts and styles in
    /// `markup` as well.
    pub(crate) fn policy_with(&self, markup: &str) -> String {
        policy::of(&[&self.parts.concat(), markup].concat())
    }

    /// The addresses of the files that it loads and whose names hold a hash of their content.
    pub(crate) fn hashed_files(&self) -> Vec<String> {
        tag::hashed_files(&self.parts.concat())
    }

    /// The markup of one document, with `head` at the end of its head.
    pub(crate) fn with(
        &self,
        document: &Document<'_>,
        archive: &Archive,
        versions: Versions<'_>,
        body: &Body,
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
                Some(Place::Manifest) => ("data-manifest", versions.manifest),
                Some(Place::Program) => ("data-program", versions.program),
                Some(Place::Policy) => ("content", self.policy.as_str()),
                Some(Place::Path) => ("data-path", body.path.as_str()),
                Some(Place::Page) => {
                    html.extend([body.page.as_str(), "</div>", body.sources.as_str(), "\n    "]);
                    continue;
                }
                Some(Place::Description) => ("content", document.description.as_str()),
                Some(Place::File(path)) => {
                    file_path = format!("{}{path}", archive.base_path);
                    ("href", file_path.as_str())
                }
                Some(Place::Head) => {
                    html.push_str(head);
                    continue;
                }
                Some(Place::Title) => {
                    push_escaped(&document.title, &mut html);
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

/// What people wrote into the shell for each other is not sent to readers.
fn without_comments(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        kept.push_str(before.trim_end_matches([' ', '\n']));
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    kept + rest
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

/// Where the part of `head` belongs: at the end of the head, in the place of what an earlier build has
/// put there, which begins with the first colour. Minifiers leave out the end tag, and then the body
/// begins there.
fn head(html: &str) -> Option<Range<usize>> {
    let body = || Some(Tag::find(html, "body", |_| true)?.start);
    let end = html.find("</head>").or_else(body)?;
    let colour = Tag::find(html, "meta", |tag| tag.is("name", "theme-color"));
    let start = colour.map_or(end, |colour| colour.start.min(end));
    Some(start..end)
}

/// Where the title's text is.
fn title(html: &str) -> Option<Range<usize>> {
    let start = Tag::find(html, "title", |_| true)?.end;
    let length = html.get(start..)?.find("</title")?;
    Some(start..start + length)
}

/// Text for an element or a double-quoted attribute.
pub(crate) fn push_escaped(text: &str, html: &mut String) {
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
