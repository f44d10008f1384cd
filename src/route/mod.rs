//! Addresses: the only place where paths and query keys are spelt.
//!
//! Paths here are below the deployment's base path and begin with `/`. [`BasePath`] adds and removes
//! the rest.

use std::fmt::Write as _;

use bundle_format::{
    DEADLINES_PATH, EMBED_MAKER_PATH, Fingerprint, Manifest, SAVED_PATH, SEARCH_PATH,
    SECTIONS_PATH, section_page_path, year_path,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

const SECTIONS_KEY: &str = "section";
const WORDS_KEY: &str = "q";
const FROM_KEY: &str = "from";
const TO_KEY: &str = "to";
const SORT_KEY: &str = "sort";
const NEWEST: &str = "newest";
const MARKS_KEY: &str = "mark";
const EMBEDDED_ITEM_KEY: &str = "item";
/// What another app has shared with this one: a link, or a text with one. The web app manifest says so.
const SHARED_KEY: &str = "shared";

/// What RFC 3986 leaves alone in a query or fragment, and the comma between values.
const KEPT_IN_QUERY: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b',');

/// What RFC 3986 leaves alone in a path.
const KEPT_IN_PATH: &AsciiSet = &KEPT_IN_QUERY
    .remove(b'/')
    .remove(b':')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b';')
    .remove(b'=');

/// [`KEPT_IN_QUERY`], and what parts the path of an issue.
const KEPT_IN_ISSUE: &AsciiSet = &KEPT_IN_QUERY.remove(b'/');

/// The path that the archive is served under; begins and ends with `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasePath(String);

/// An address within the archive.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// Below the base path, beginning with `/`; decoded, as the manifest has it.
    pub path: String,
    /// What is chosen on the page.
    pub query: Query,
    /// Without the `#`, decoded; `None` if there is none.
    pub fragment: Option<String>,
}

/// The choices that an address holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Ids of the section families that are shown; all, if empty.
    pub sections: Vec<String>,
    /// What is searched for; may be empty.
    pub words: String,
    /// The first day of what is searched, such as `2023-01-01`; empty for the first there is.
    pub from: String,
    /// The last day of what is searched; empty for the last there is.
    pub to: String,
    /// Whether what is found is ordered by date and not by how well it fits.
    pub is_newest_first: bool,
    /// Pieces of text that are marked on the page.
    pub marks: Vec<String>,
}

/// A page of the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The newest issue, then all issues by year.
    Home,
    /// The issues of one year.
    Year(i32),
    /// The issue with this path.
    Issue(String),
    /// All section families.
    Sections,
    /// One family across all issues.
    Section {
        /// Its place in the manifest.
        family: u8,
        /// Where the list begins; from 1.
        page: u32,
    },
    /// Searching all items.
    Search,
    /// What is due, where anything was announced.
    Deadlines,
    /// What is kept on this device.
    Saved,
    /// The plain page with this path.
    Page(String),
    /// Nothing is here.
    NotFound(String),
}

impl Route {
    /// What stands at `path`. An ending `.html` or `/` is overlooked, as static hosts do.
    pub fn at(path: &str, manifest: &Manifest) -> Self {
        let trimmed = path.trim_end_matches('/');
        let plain = trimmed.strip_suffix(".html").unwrap_or(trimmed);
        if matches!(plain, "" | "/index") {
            return Self::Home;
        }
        let spellings = || [path, trimmed, plain].into_iter();
        if let Some((_, issue)) = spellings().find_map(|path| manifest.issue_at(path)) {
            return Self::Issue(issue.path.clone());
        }
        if let Some(page) = spellings().find_map(|path| manifest.page_at(path)) {
            return Self::Page(page.path.clone());
        }
        if plain == SECTIONS_PATH {
            return Self::Sections;
        }
        if plain == SEARCH_PATH {
            return Self::Search;
        }
        if plain == DEADLINES_PATH && manifest.deadlines.is_some() {
            return Self::Deadlines;
        }
        if plain == SAVED_PATH {
            return Self::Saved;
        }
        if let Some(section) = section_at(plain, manifest) {
            return section;
        }
        let year = plain.strip_prefix('/').and_then(|year| year.parse().ok());
        match year {
            Some(year) if manifest.issues.iter().any(|issue| issue.year() == year) => {
                Self::Year(year)
            }
            _ => Self::NotFound(path.to_owned()),
        }
    }
}

/// The list of a family that a path without an ending stands for.
fn section_at(path: &str, manifest: &Manifest) -> Option<Route> {
    let inner = path.strip_prefix(SECTIONS_PATH)?.strip_prefix('/')?;
    let (id, page) = inner.split_once('/').map_or((inner, Some(1)), |(id, page)| {
        // Exactly as it is written, so that each page has one address.
        (id, page.parse().ok().filter(|number: &u32| number.to_string() == page && *number > 1))
    });
    let family = manifest.families.iter().position(|family| family.id == id)?;
    let (family, page) = (u8::try_from(family).ok()?, page?);
    (page <= manifest.section_pages(family)).then_some(Route::Section { family, page })
}

/// What another site can show of the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Embedded<'a> {
    /// The issue with this path.
    Issue(&'a str),
    /// The section family with this id, across issues.
    Section(&'a str),
    /// A search box.
    Search,
}

/// An address from [`BasePath::embed_href`] for one item of its issue.
pub fn with_item(embed_href: &str, anchor: &str) -> String {
    format!("{embed_href}&{EMBEDDED_ITEM_KEY}={}", utf8_percent_encode(anchor, KEPT_IN_QUERY))
}

/// Whether two paths are answered with the same file by static hosts.
pub fn is_same_file(one: &str, other: &str) -> bool {
    fn plain(path: &str) -> &str {
        let path = path.trim_end_matches('/');
        let path = path.strip_suffix(".html").unwrap_or(path);
        path.strip_suffix("/index").unwrap_or(path)
    }
    plain(one) == plain(other)
}

/// The home page.
pub fn home() -> Address {
    Address { path: "/".to_owned(), ..Address::default() }
}

/// The issues of one year.
pub fn year(year: i32) -> Address {
    Address { path: year_path(year), ..Address::default() }
}

/// The list of section families.
pub fn sections() -> Address {
    Address { path: SECTIONS_PATH.to_owned(), ..Address::default() }
}

/// What is kept on this device.
pub fn saved() -> Address {
    Address { path: SAVED_PATH.to_owned(), ..Address::default() }
}

/// Searching for what `query` says.
pub fn search(query: Query) -> Address {
    Address { path: SEARCH_PATH.to_owned(), query, fragment: None }
}

/// What is due.
pub fn deadlines() -> Address {
    Address { path: DEADLINES_PATH.to_owned(), ..Address::default() }
}

/// One family across all issues, from a page of the list on, which counts from 1.
pub fn section(family_id: &str, page: u32) -> Address {
    Address { path: section_page_path(family_id, page), ..Address::default() }
}

/// An issue or plain page by its own path.
pub fn entry(path: &str) -> Address {
    Address { path: path.to_owned(), ..Address::default() }
}

impl Address {
    /// The same place with another choice and no fragment.
    #[must_use]
    pub fn with_query(&self, query: Query) -> Self {
        Self { path: self.path.clone(), query, fragment: None }
    }

    /// A place in this page.
    #[must_use]
    pub fn with_fragment(&self, fragment: &str) -> Self {
        Self { fragment: Some(fragment.to_owned()), ..self.clone() }
    }

    /// Whether both are the same document in the same state, but for the fragment.
    pub fn is_same_page(&self, other: &Self) -> bool {
        self.path == other.path && self.query == other.query
    }
}

impl Query {
    /// Reads a query string, with or without its `?`; unknown keys are passed over.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for pair in text.trim_start_matches('?').split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value =
                percent_decode_str(&value.replace('+', " ")).decode_utf8_lossy().into_owned();
            match key {
                SECTIONS_KEY => query.sections = list(&value),
                WORDS_KEY => query.words = value,
                FROM_KEY => query.from = value,
                TO_KEY => query.to = value,
                SORT_KEY => query.is_newest_first = value == NEWEST,
                SHARED_KEY if !value.is_empty() => query.words = link_in(&value),
                MARKS_KEY => query.marks = list(&value),
                _ => {}
            }
        }
        query
    }

    /// The query string with its `?`; empty without a choice.
    fn print(&self) -> String {
        let mut text = String::new();
        let mut push = |key: &str, value: &str| {
            if !value.is_empty() {
                let mark = if text.is_empty() { '?' } else { '&' };
                let value = utf8_percent_encode(value, KEPT_IN_QUERY);
                // Writing into a String cannot fail.
                let _ = write!(text, "{mark}{key}={value}");
            }
        };
        push(WORDS_KEY, &self.words);
        push(SECTIONS_KEY, &self.sections.join(","));
        push(FROM_KEY, &self.from);
        push(TO_KEY, &self.to);
        push(SORT_KEY, if self.is_newest_first { NEWEST } else { "" });
        push(MARKS_KEY, &self.marks.join(","));
        text
    }
}

/// The link in a shared text, or all of it if there is none.
fn link_in(text: &str) -> String {
    let is_link = |word: &&str| word.starts_with("https://") || word.starts_with("http://");
    text.split_whitespace().find(is_link).unwrap_or(text).to_owned()
}

fn list(value: &str) -> Vec<String> {
    value.split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

impl BasePath {
    /// From the shell's `data-base`; slashes at both ends are added where they are missing.
    pub fn new(path: &str) -> Self {
        match path.trim_matches('/') {
            "" => Self("/".to_owned()),
            inner => Self(format!("/{inner}/")),
        }
    }

    /// With both slashes.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The `href` of a file below the base path; `path` begins with `/` and is decoded.
    pub fn file(&self, path: &str) -> String {
        let path = utf8_percent_encode(path.trim_start_matches('/'), KEPT_IN_PATH);
        format!("{}{path}", self.0)
    }

    /// The `href` of a text that has this fingerprint. A changed text has another, so another address,
    /// and is never answered by an old cache.
    pub fn text(&self, path: &str, fingerprint: Fingerprint) -> String {
        format!("{}?v={:016x}", self.file(path), fingerprint.hash)
    }

    /// The `href` of an address.
    pub fn href(&self, address: &Address) -> String {
        let mut href = self.file(&address.path);
        href.push_str(&address.query.print());
        if let Some(fragment) = &address.fragment {
            let _ = write!(href, "#{}", utf8_percent_encode(fragment, KEPT_IN_QUERY));
        }
        href
    }

    /// The `href` of the page on which one takes a snippet for other sites. It is no page of the app.
    pub fn embed_href(&self, embedded: &Embedded<'_>) -> String {
        let page = self.file(EMBED_MAKER_PATH);
        match embedded {
            Embedded::Issue(path) => {
                format!(
                    "{page}?issue={}",
                    utf8_percent_encode(path.trim_start_matches('/'), KEPT_IN_ISSUE)
                )
            }
            Embedded::Section(id) => format!("{page}?section={id}"),
            Embedded::Search => format!("{page}?search"),
        }
    }

    /// The address that a location's path, query string and fragment stand for; `None` outside the
    /// base path.
    pub fn address(&self, path: &str, query: &str, fragment: &str) -> Option<Address> {
        let path = if format!("{path}/") == self.0 { "" } else { path.strip_prefix(&self.0)? };
        let fragment = fragment.trim_start_matches('#');
        Some(Address {
            path: format!("/{}", percent_decode_str(path).decode_utf8_lossy()),
            query: Query::parse(query),
            fragment: (!fragment.is_empty())
                .then(|| percent_decode_str(fragment).decode_utf8_lossy().into_owned()),
        })
    }
}

#[cfg(test)]
mod tests;
