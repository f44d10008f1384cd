//! Every page at its path, and every choice through its address.

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
        deadlines: Some(1),
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
    check("/deadlines", &Route::Deadlines);
    check("/saved", &Route::Saved);
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
    check("/deadlines.ics", &Route::NotFound("/deadlines.ics".into()));
    let without = Manifest { deadlines: None, ..manifest() };
    assert_eq!(Route::at("/deadlines", &without), Route::NotFound("/deadlines".into()));
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
fn unknown_keys_are_passed_over() {
    assert_eq!(Query::parse("?utm_source=x&section=&q=&sort=old"), Query::default());
}

#[test]
fn what_is_shared_is_searched_for() {
    let link = "https://example.org/pull/119157";
    for (query, words) in [
        ("?shared=a%20flag", "a flag"),
        ("?shared=https://example.org/pull/119157", link),
        ("?shared=See+this:+https://example.org/pull/119157&shared=", link),
    ] {
        assert_eq!(Query::parse(query).words, words, "{query}");
    }
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
