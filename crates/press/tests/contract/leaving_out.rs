//! What cannot be published is left out by name, and the rest is published.

use press::archive::Archive;
use press::config::Arguments;

use crate::site::{fixture, folder_with, read};

fn found<'a>(archive: &'a Archive, code: &str) -> Vec<(&'a str, String)> {
    let findings = archive.findings.iter().filter(|finding| finding.code == code);
    findings
        .map(|finding| {
            (finding.path.file_name().unwrap().to_str().unwrap(), finding.position.to_string())
        })
        .collect()
}

fn read_fixture(posts: &str) -> Archive {
    read(&Arguments { posts: Some(fixture(posts)), ..Arguments::default() })
}

#[cfg(unix)]
#[test]
fn a_post_that_cannot_be_read_is_named_and_skipped() {
    let folder =
        folder_with(&[("posts/2024-01-02-b.md", "---\ntitle: B\ndate: 2024-01-02\n---\n")]);
    let posts = folder.path().join("posts");
    std::os::unix::fs::symlink("nowhere", posts.join("2024-01-01-a.md")).unwrap();
    let archive = read(&Arguments { posts: Some(posts), ..Arguments::default() });
    assert_eq!(found(&archive, "file-unreadable"), [("2024-01-01-a.md", "1:1".to_owned())]);
    assert_eq!(archive.posts.len(), 1);
}

#[test]
fn bytes_that_are_not_utf_8_are_named_with_their_line_and_the_post_stays() {
    let archive = read_fixture("jekyll/_posts");
    assert_eq!(found(&archive, "encoding-invalid"), [("2022-05-01-pier.md", "7:61".to_owned())]);
    let pier = archive.posts.last().unwrap();
    let text: String = pier.issue.items().map(|item| item.text.as_str()).collect();
    assert!(text.starts_with("The café at the pier") && text.ends_with("caf\u{fffd}"), "{text}");
    assert!(pier.source.bytes.ends_with(b"caf\xe9\r\n"), "the file itself is unchanged");
}

#[test]
fn drafts_and_files_for_developers_are_noted() {
    assert_eq!(
        found(&read_fixture("flavours/posts"), "draft"),
        [("2024-02-04-unfinished.md", "1:1".to_owned())]
    );
    assert_eq!(
        found(&read_fixture("jekyll/_posts"), "not-a-post"),
        [("README.md", "1:1".to_owned())]
    );
}

#[test]
fn a_named_page_or_folder_that_is_not_there_is_an_error() {
    let folder = folder_with(&[
        ("masthead.toml", "pages = ['about.md']\nassets = ['images']"),
        ("posts/2024-01-02-b.md", "---\ntitle: B\ndate: 2024-01-02\n---\n"),
    ]);
    let posts = folder.path().join("posts");
    let archive = read(&Arguments { posts: Some(posts), ..Arguments::default() });
    assert_eq!(
        found(&archive, "file-unreadable"),
        [("about.md", "1:1".to_owned()), ("images", "1:1".to_owned())]
    );
    assert_eq!(archive.posts.len(), 1);
}

#[test]
fn a_page_needs_no_front_matter() {
    let archive = read_fixture("jekyll/_posts");
    let about_page: Vec<_> =
        archive.findings.iter().filter(|finding| finding.path.ends_with("authors.md")).collect();
    assert!(about_page.is_empty(), "{about_page:?}");
}

#[test]
fn an_address_that_no_host_can_serve_leaves_its_post_out() {
    let folder = folder_with(&[(
        "posts/2024-01-02-b.md",
        "---\ntitle: B\ndate: 2024-01-02\npermalink: /what%3Fnow/\n---\n",
    )]);
    let posts = folder.path().join("posts");
    let archive = read(&Arguments { posts: Some(posts), ..Arguments::default() });
    assert_eq!(found(&archive, "address-unusable"), [("2024-01-02-b.md", "1:1".to_owned())]);
    assert_eq!(archive.manifest.issues, []);
}
