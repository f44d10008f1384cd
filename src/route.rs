//! Addresses: the only place where paths and query keys are spelt.
//!
//! Paths here are below the deployment's base path and begin with `/`. [`BasePath`] adds and removes
//! the rest.

use std::fmt::Write as _;

use bundle_format::{
    EMBED_MAKER_PATH, Manifest, SEARCH_PATH, SECTIONS_PATH, section_page_path, year_path,
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

/// Searching for what `query` says.
pub fn search(query: Query) -> Address {
    Address { path: SEARCH_PATH.to_owned(), query, fragment: None }
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
mod tests {
    use bundle_format::{Family, IssueEntry, Manifest, PageEntry};

    use super::*;

    fn manifest() -> Manifest {
        Manifest {
            families: vec![Family {
                id: "deprecated".into(),
                name: "Deprecated".into(),
                headings: Vec::new(),
                is_featured: false,
            }],
            issues: vec![IssueEntry {
                path: "/2023/20230905".into(),
                published: 1_693_951_200,
                ..IssueEntry::default()
            }],
            pages: vec![PageEntry { path: "/authors".into(), ..PageEntry::default() }],
            ..Manifest::default()
        }
    }

    fn check(path: &str, expect: &Route) {
        assert_eq!(&Route::at(path, &manifest()), expect, "{path}");
    }

    #[test]
    fn every_page_is_found_at_its_path() {
        check("/", &Route::Home);
        check("/2023", &Route::Year(2023));
        check("/2023/20230905", &Route::Issue("/2023/20230905".into()));
        check("/sections", &Route::Sections);
        check("/sections/deprecated", &Route::Section { family: 0, page: 1 });
        check("/search", &Route::Search);
        check("/authors", &Route::Page("/authors".into()));
    }

    #[test]
    fn endings_that_static_hosts_overlook_are_overlooked() {
        check("/index.html", &Route::Home);
        check("/2023/", &Route::Year(2023));
        check("/2023/20230905.html", &Route::Issue("/2023/20230905".into()));
        check("/authors/", &Route::Page("/authors".into()));
    }

    #[test]
    fn a_long_list_has_pages() {
        let mut manifest = manifest();
        let sections = vec![bundle_format::SectionEntry { families: vec![0], items: 1 }];
        let issue = IssueEntry { sections, ..IssueEntry::default() };
        manifest.issues = vec![issue; bundle_format::SECTION_PAGE + 1];
        let at = |path: &str| Route::at(path, &manifest);
        assert_eq!(at("/sections/deprecated/2"), Route::Section { family: 0, page: 2 });
        for path in ["/sections/deprecated/3", "/sections/deprecated/02", "/sections/deprecated/"] {
            assert_ne!(at(path), Route::Section { family: 0, page: 2 }, "{path}");
        }
    }

    #[test]
    fn a_file_is_the_same_with_and_without_its_ending() {
        for path in ["/2023/1", "/2023/1/", "/2023/1.html"] {
            assert!(is_same_file(path, "/2023/1"), "{path}");
        }
        assert!(is_same_file("/index.html", "/"));
        assert!(!is_same_file("/2023/2", "/2023/1"));
    }

    #[test]
    fn a_path_is_encoded_in_addresses_only() {
        let base = BasePath::new("/");
        let address = Address { path: "/über uns/a+b".into(), ..Address::default() };
        let href = base.href(&address);
        assert_eq!(href, "/%C3%BCber%20uns/a+b");
        assert_eq!(base.address(&href, "", ""), Some(address));
    }

    #[test]
    fn a_year_without_issues_is_not_found() {
        check("/2017", &Route::NotFound("/2017".into()));
        check("/sections/unknown", &Route::NotFound("/sections/unknown".into()));
        check("/sections/deprecated/2", &Route::NotFound("/sections/deprecated/2".into()));
        check("/sections/deprecated/1", &Route::NotFound("/sections/deprecated/1".into()));
        check("/feed.xml", &Route::NotFound("/feed.xml".into()));
    }

    #[test]
    fn an_address_survives_its_href() {
        let base = BasePath::new("lwkd");
        let address = Address {
            path: "/2023/20230905".into(),
            query: Query {
                words: "50 % & #1 ü".into(),
                sections: vec!["a".into(), "b-c".into()],
                from: "2023-01-01".into(),
                to: "2023-12-31".into(),
                is_newest_first: true,
                marks: vec!["a b".into(), "c".into()],
            },
            fragment: Some("größe-1".into()),
        };
        let href = base.href(&address);
        assert_eq!(
            href,
            "/lwkd/2023/20230905?q=50%20%25%20%26%20%231%20%C3%BC&section=a,b-c&from=2023-01-01&to=2023-12-31&sort=newest&mark=a%20b,c#gr%C3%B6%C3%9Fe-1"
        );
        let (rest, fragment) = href.split_once('#').unwrap();
        let (path, query) = rest.split_once('?').unwrap();
        assert_eq!(base.address(path, query, fragment), Some(address));
    }

    #[test]
    fn the_base_path_without_its_slash_is_home() {
        let base = BasePath::new("/lwkd/");
        assert_eq!(base.address("/lwkd", "", ""), Some(home()));
        assert_eq!(base.address("/lwkd/", "?", "#"), Some(home()));
        assert_eq!(base.address("/other", "", ""), None);
    }

    #[test]
    fn a_snippet_is_taken_from_one_page_for_everything() {
        let base = BasePath::new("/lwkd/");
        let issue = base.embed_href(&Embedded::Issue("/2023/a&b=ü"));
        assert_eq!(issue, "/lwkd/embed/make?issue=2023/a%26b%3D%C3%BC");
        assert_eq!(with_item(&issue, "i-1"), format!("{issue}&item=i-1"));
        assert_eq!(base.embed_href(&Embedded::Section("a-b")), "/lwkd/embed/make?section=a-b");
        assert_eq!(base.embed_href(&Embedded::Search), "/lwkd/embed/make?search");
    }

    #[test]
    fn unknown_keys_are_passed_over() {
        assert_eq!(Query::parse("?utm_source=x&section=&q=&sort=old"), Query::default());
    }
}
