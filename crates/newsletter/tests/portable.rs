//! Markdown for other places says what the post says: parsed again it gives the same prose.

#![expect(
    clippy::unwrap_used,
    reason = "this is how tests fail; Clippy exempts only functions marked as tests"
)]

mod real_archive;
mod rules;

use std::fs;
use std::path::{Path, PathBuf};

use newsletter::rules::Site;
use newsletter::{Issue, Rules, portable};

const SITE: &str = "https://lwkd.info";

/// An address that is none of the site's sections, so that relative links show.
const PATH: &str = "/2023/20230905";

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn rules() -> Rules {
    let path = repository().join("crates/newsletter/tests/fixtures/rules.toml");
    let site = Site { base_path: "/".to_owned(), url: Some(SITE.to_owned()), ..Site::default() };
    Rules { site, ..rules::rules(&fs::read_to_string(path).unwrap()) }
}

fn posts(folder: &Path) -> Vec<(String, String)> {
    let mut posts: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .map(|path| {
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
            (path.display().to_string(), text)
        })
        .collect();
    posts.sort();
    posts
}

/// Everything that is shown, piece by piece.
fn prose(issue: &Issue) -> Vec<String> {
    let mut prose = Vec::new();
    for section in &issue.sections {
        prose.extend(section.heading.iter().map(|heading| heading.html.to_string()));
        for item in section.items() {
            prose.extend(item.heading.iter().map(|heading| heading.html.to_string()));
            prose.push(item.html.to_string());
        }
    }
    prose.extend(issue.footnotes.iter().map(ToString::to_string));
    prose
}

fn assert_says_the_same(posts: &[(String, String)]) {
    let rules = rules();
    assert!(!posts.is_empty());
    for (name, post) in posts {
        let markdown = portable::markdown(post, PATH, &rules.site, SITE).unwrap();
        let before = prose(&newsletter::parse(post, PATH, &rules).issue);
        let after = prose(&newsletter::parse(&markdown, PATH, &rules).issue);
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(before, after, "{name}\n{markdown}");
        }
        assert_eq!(before.len(), after.len(), "{name}");
    }
}

#[test]
fn every_sample_post_says_the_same() {
    assert_says_the_same(&posts(&repository().join("public/posts")));
}

#[test]
fn every_post_of_the_real_archive_says_the_same() {
    if let Some(posts) = real_archive::posts() {
        assert_says_the_same(&posts);
    }
}

#[test]
fn hostile_posts_become_markdown_without_raw_html_and_relative_addresses() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let rules = rules();
    let posts = posts(&repository().join("tests/hostile"));
    assert!(posts.len() > 10);
    for (name, post) in posts {
        let markdown = portable::markdown(&post, PATH, &rules.site, SITE).unwrap();
        for event in Parser::new_ext(&markdown, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES)
        {
            match event {
                Event::Html(html) | Event::InlineHtml(html) => assert_eq!(&*html, "", "{name}"),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    let is_whole = ["http://", "https://", "mailto:"]
                        .iter()
                        .any(|scheme| dest_url.to_lowercase().starts_with(scheme));
                    assert!(is_whole || dest_url.contains('@'), "{name}: {dest_url}");
                }
                _ => {}
            }
        }
    }
}
