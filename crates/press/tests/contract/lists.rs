//! The lists of addresses for programs: `sitemap.xml`, `robots.txt` and `llms.txt`.

use std::collections::BTreeSet;

use bundle_format::{markdown_path, page_file};
use press::config::Arguments;
use roxmltree::Document;

use crate::site::{Site, fixture, folder_with, hostile, is_document, repository};

const SITE: &str = "https://lwkd.info";

fn sample() -> Site {
    Site::of_posts(repository().join("public/posts"))
}

fn listed(site: &Site) -> Vec<(String, Option<String>)> {
    let xml = site.text("sitemap.xml");
    let document = Document::parse(&xml).unwrap();
    let urls = document.descendants().filter(|node| node.has_tag_name("url"));
    let text = |node: roxmltree::Node<'_, '_>, name| {
        let child = node.children().find(|child| child.has_tag_name(name))?;
        child.text().map(str::to_owned)
    };
    urls.map(|url| (text(url, "loc").unwrap(), text(url, "lastmod"))).collect()
}

#[test]
fn the_sitemap_lists_every_document_but_search_and_404_once() {
    let site = sample();
    let listed = listed(&site);
    let files: BTreeSet<String> =
        listed.iter().map(|(address, _)| page_file(address.strip_prefix(SITE).unwrap())).collect();
    assert_eq!(files.len(), listed.len());
    let mut documents: BTreeSet<_> =
        site.files().into_keys().filter(|file| is_document(file)).collect();
    assert!(documents.remove("search.html") && documents.remove("404.html"));
    assert_eq!(files, documents);
}

#[test]
fn what_changed_last_comes_from_the_posts() {
    let post = |head: &str| format!("---\n{head}\n---\n\n## News\n\n* A\n");
    let folder = folder_with(&[
        (
            "masthead.toml",
            "site_url = 'https://a.example'\npermalink = '/:year/:title'\npages = ['about.md']\n\
             [[families]]\nid = 'news'\nname = 'News'\nheadings = ['News']\n\
             [[families]]\nid = 'other'\nname = 'Other'\nheadings = []\n",
        ),
        ("posts/2023-01-01-a.md", &post("title: A\nlast_modified_at: 2024-05-06")),
        ("posts/2024-01-01-b.md", &post("title: B")),
        ("about.md", "# About\n"),
    ]);
    let site = Site::of_posts(folder.path().join("posts"));
    let (first, second) = ("2023", "2024");
    let expect = [
        ("/", Some("2024-05-06T00:00:00Z")),
        ("/sections", Some("2024-05-06T00:00:00Z")),
        ("/sections/news", Some("2024-05-06T00:00:00Z")),
        ("/sections/other", None),
        (&format!("/{second}"), Some("2024-01-01T00:00:00Z")),
        (&format!("/{first}"), Some("2024-05-06T00:00:00Z")),
        ("/2024/b", Some("2024-01-01T00:00:00Z")),
        ("/2023/a", Some("2024-05-06T00:00:00Z")),
        ("/about", None),
    ];
    let expect = expect
        .map(|(path, changed)| (format!("https://a.example{path}"), changed.map(str::to_owned)));
    assert_eq!(listed(&site), expect);
}

#[test]
fn robots_are_told_where_the_sitemap_is_if_there_is_one() {
    let robots = sample().text("robots.txt");
    assert_eq!(robots, "User-agent: *\nAllow: /\nSitemap: https://lwkd.info/sitemap.xml\n");
    let folder = folder_with(&[("posts/2024-01-01-a.md", "---\ntitle: A\n---\n")]);
    let site = Site::of_posts(folder.path().join("posts"));
    assert_eq!(site.text("robots.txt"), "User-agent: *\nAllow: /\n");
    assert!(!site.files().contains_key("sitemap.xml"));
}

#[test]
fn the_markdown_of_every_issue_and_page_is_listed_and_there() {
    for posts in [repository().join("public/posts"), fixture("jekyll/_posts")] {
        let site = Site::of_posts(posts);
        let (list, files) = (site.text("llms.txt"), site.files());
        let root = site.archive.manifest.site_url.as_deref().unwrap();
        let issues = site.archive.posts.iter().map(|post| (&post.entry.path, &post.source));
        let pages = site.archive.pages.iter().map(|page| (&page.entry.path, &page.source));
        assert!(pages.len() > 0);
        for (path, source) in issues.chain(pages) {
            let file = markdown_path(path);
            assert!(list.contains(&format!("({root}{file})")), "{file} is not listed");
            assert_eq!(files.get(file.trim_start_matches('/')), Some(&source.bytes), "{file}");
        }
    }
}

#[test]
fn an_entry_stays_on_its_line_whatever_the_title_holds() {
    let site = hostile();
    let list = site.text("llms.txt");
    let entries = list.lines().filter(|line| line.starts_with("- [")).count();
    let expect = site.archive.posts.len() + list.matches("application/").count();
    assert_eq!(entries, expect);
    assert!(!list.contains(|c: char| c.is_control() && c != '\n'), "{list}");
}

#[test]
fn below_a_base_path_without_a_public_address_links_begin_at_the_host() {
    let folder = folder_with(&[("posts/2024-01-01-a.md", "---\ntitle: A\n---\n")]);
    let site = Site::build(&Arguments {
        posts: Some(folder.path().join("posts")),
        public_url: Some("/news/".to_owned()),
        ..Arguments::default()
    });
    let list = site.text("llms.txt");
    assert!(list.contains("(/news/2024/01/01/a.md)"), "{list}");
}
