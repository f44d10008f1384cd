//! Feeds, read as a stranger reads them.

use std::collections::BTreeSet;
use std::fs;

use press::config::Arguments;
use roxmltree::{Document, Node};
use serde_json::Value;

use crate::real_archive;
use crate::site::{Site, folder_with, hostile, repository};

/// Jekyll's reading of an archive is of this site.
const JEKYLLS_SITE: &str = "https://lwkd.info";

fn sample() -> Site {
    Site::of_posts(repository().join("public/posts"))
}

/// A feed's entries: the text of one child of each.
fn texts(xml: &str, child: &str) -> Vec<String> {
    let document = Document::parse(xml).unwrap();
    let entries = document.descendants().filter(|node| node.has_tag_name("entry"));
    entries.map(|entry| text(entry, child)).collect()
}

fn text(node: Node<'_, '_>, child: &str) -> String {
    let found = node.children().find(|node| node.has_tag_name(child)).unwrap();
    found.text().unwrap_or_default().to_owned()
}

/// Files of feeds, by their endings.
pub(crate) fn feeds(site: &Site, ending: &str) -> Vec<String> {
    let is_feed = |file: &String| {
        file.strip_suffix(ending)
            .is_some_and(|stem| matches!(stem, "feed" | "items") || stem.starts_with("sections/"))
    };
    site.files().into_keys().filter(is_feed).collect()
}

/// Every address that markup links to or shows.
fn addresses(html: &str) -> impl Iterator<Item = &str> {
    let attributes = html.split([' ', '<']).filter_map(|piece| {
        let value = piece.strip_prefix("href=\"").or_else(|| piece.strip_prefix("src=\""))?;
        value.split('"').next()
    });
    attributes.map(str::trim)
}

fn is_whole(address: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| {
        address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

#[test]
fn the_feed_holds_the_ten_newest_issues_under_jekylls_ids() {
    let xml = sample().text("feed.xml");
    assert_eq!(
        texts(&xml, "id"),
        jekylls_ids(&sample_reference()).into_iter().take(10).collect::<Vec<_>>()
    );
    let document = Document::parse(&xml).unwrap();
    let root = document.root_element();
    assert_eq!(text(root, "id"), "https://lwkd.info/feed.xml");
    assert_eq!(text(root, "updated"), texts(&xml, "updated")[0]);
    let own = root.children().find(|node| node.attribute("rel") == Some("self")).unwrap();
    assert_eq!(own.attribute("href"), Some("https://lwkd.info/feed.xml"));
}

fn sample_reference() -> Value {
    let path = repository().join("tests/fixtures/sample-reference.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Newest first.
fn jekylls_ids(reference: &Value) -> Vec<String> {
    let mut posts: Vec<_> = reference.as_array().unwrap().iter().collect();
    posts.sort_by_key(|post| std::cmp::Reverse(post["date"].as_str().unwrap()));
    posts.iter().map(|post| post["feed_id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_entry_is_the_whole_issue_as_the_app_shows_it() {
    let site = sample();
    let content = &texts(&site.text("feed.xml"), "content")[0];
    let newest = &site.archive.posts[0];
    let whole = |html: &newsletter::SafeHtml| html.with_whole_addresses("/", JEKYLLS_SITE);
    for item in newest.issue.items() {
        assert!(content.contains(whole(&item.html).as_str()), "{}", item.text);
    }
    for section in newest.issue.sections.iter().filter_map(|section| section.heading.as_ref()) {
        let mark = format!("href=\"{JEKYLLS_SITE}{}#{}\"", newest.entry.path, section.anchor);
        assert!(content.contains(&mark), "{mark}");
    }
}

#[test]
fn every_address_in_a_feed_is_whole_also_below_a_base_path() {
    let posts = Some(repository().join("public/posts"));
    let site_url = Some("https://a.example/news".to_owned());
    let public_url = Some("/news/".to_owned());
    let below = Site::build(&Arguments { posts, site_url, public_url, ..Arguments::default() });
    let mut own = 0;
    for file in feeds(&below, ".xml") {
        for content in texts(&below.text(&file), "content") {
            for address in addresses(&content) {
                assert!(is_whole(address), "{file}: {address}");
                assert!(!address.contains("/news/news/"), "{file}: {address}");
                own += usize::from(address.starts_with("https://a.example/news/"));
            }
        }
    }
    assert!(own > 100, "{own}");
}

#[test]
fn a_family_has_a_feed_of_the_issues_that_have_it() {
    let site = sample();
    let xml = site.text("sections/deprecated.xml");
    let document = Document::parse(&xml).unwrap();
    assert!(text(document.root_element(), "title").ends_with(": Deprecated"));
    let deprecated =
        site.archive.manifest.families.iter().position(|family| family.id == "deprecated");
    let deprecated = u8::try_from(deprecated.unwrap()).unwrap();
    let with_it =
        site.archive.posts.iter().filter(|post| post.entry.items_in(deprecated).is_some());
    let ids: Vec<_> =
        with_it.map(|post| format!("{JEKYLLS_SITE}{}?section=deprecated", post.identity)).collect();
    assert!(ids.len() > 3 && ids.len() < site.archive.posts.len());
    assert_eq!(texts(&xml, "id"), ids.into_iter().take(10).collect::<Vec<_>>());
    for content in texts(&xml, "content") {
        assert_eq!(content.matches("<h2").count(), 1, "{content}");
    }
}

#[test]
fn items_have_entries_of_their_own_with_their_anchors() {
    let site = sample();
    let xml = site.text("items.xml");
    let document = Document::parse(&xml).unwrap();
    let links = document.descendants().filter(|node| node.has_tag_name("entry")).map(|entry| {
        let is_own = |node: &Node<'_, '_>| node.attribute("rel") == Some("alternate");
        entry.children().find(is_own).unwrap().attribute("href").unwrap().to_owned()
    });
    let items = site.archive.posts.iter().flat_map(|post| {
        post.issue.items().map(|item| format!("{JEKYLLS_SITE}{}#{}", post.entry.path, item.anchor))
    });
    assert_eq!(links.collect::<Vec<_>>(), items.take(100).collect::<Vec<_>>());
    assert_eq!(texts(&xml, "title").iter().filter(|title| title.is_empty()).count(), 0);
}

#[test]
fn both_formats_say_the_same() {
    let site = sample();
    let atoms = feeds(&site, ".xml");
    assert_eq!(atoms.len(), feeds(&site, ".json").len());
    for file in atoms {
        let xml = site.text(&file);
        let json: Value = serde_json::from_str(&site.text(&file.replace(".xml", ".json"))).unwrap();
        let items = json["items"].as_array().unwrap();
        for (child, key) in [
            ("id", "id"),
            ("title", "title"),
            ("published", "date_published"),
            ("updated", "date_modified"),
            ("content", "content_html"),
        ] {
            let in_json: Vec<_> =
                items.iter().map(|item| item[key].as_str().unwrap().to_owned()).collect();
            assert_eq!(texts(&xml, child), in_json, "{file}: {key}");
        }
    }
}

#[test]
fn edits_change_no_id_and_only_a_stated_revision_moves_the_date() {
    let post = |head: &str, text: &str| {
        format!(
            "---\ndate: 2024-01-01\nslug: one\n{head}\n---\n\n## News\n\n* {text} [it](/1)\n* B\n"
        )
    };
    let folder = folder_with(&[
        ("masthead.toml", "site_url = 'https://a.example'"),
        ("posts/a.md", &post("title: A", "Fix")),
    ]);
    let build = || Site::of_posts(folder.path().join("posts"));
    let before = build();
    fs::write(folder.path().join("posts/a.md"), post("title: Other", "Now mended:")).unwrap();
    let after = build();
    let moved = post("title: A\nlast_modified_at: 2024-02-03 04:05 +0000", "Fix");
    fs::write(folder.path().join("posts/a.md"), moved).unwrap();
    let revised = build();
    for feed in ["feed.xml", "items.xml"] {
        assert_eq!(texts(&before.text(feed), "id"), texts(&after.text(feed), "id"));
        assert_eq!(texts(&before.text(feed), "updated"), texts(&after.text(feed), "updated"));
        assert_ne!(texts(&before.text(feed), "title"), texts(&after.text(feed), "title"));
    }
    assert_eq!(texts(&revised.text("feed.xml"), "updated"), ["2024-02-03T04:05:00Z"]);
    assert_eq!(texts(&revised.text("feed.xml"), "published"), ["2024-01-01T00:00:00Z"]);
    assert_eq!(
        texts(&revised.text("items.xml"), "updated"),
        texts(&before.text("items.xml"), "updated")
    );
}

#[test]
fn counts_and_the_beginning_of_ids_are_configured() {
    let folder = folder_with(&[
        (
            "masthead.toml",
            "site_url = 'https://new.example'\n[feeds]\nissues = 1\nitems = 3\n\
             id_base = 'https://old.example'",
        ),
        ("posts/2024-01-01-a.md", "---\ntitle: A\n---\n* 1\n* 2\n"),
        ("posts/2024-01-02-b.md", "---\ntitle: B\n---\n* 1\n* 2\n"),
    ]);
    let site = Site::of_posts(folder.path().join("posts"));
    assert_eq!(texts(&site.text("feed.xml"), "id"), ["https://old.example/2024/01/02/b"]);
    assert_eq!(texts(&site.text("items.xml"), "id").len(), 3);
    let root = site.text("feed.xml");
    assert!(root.contains("<id>https://old.example/feed.xml</id>"), "{root}");
    assert!(root.contains("href=\"https://new.example/2024/01/02/b.html\""), "{root}");
}

#[test]
fn the_older_of_two_posts_with_one_slug_keeps_the_id() {
    let post = |date: &str| format!("---\ntitle: T\nslug: same\ndate: {date}\n---\n");
    let folder = folder_with(&[
        ("masthead.toml", "site_url = 'https://a.example'\npermalink = '/:year/:month:day'"),
        ("posts/a.md", &post("2024-01-01")),
        ("posts/b.md", &post("2024-02-01")),
    ]);
    let site = Site::of_posts(folder.path().join("posts"));
    let ids = texts(&site.text("feed.xml"), "id");
    assert_eq!(ids, ["https://a.example/2024/same-2", "https://a.example/2024/same"]);
}

/// `version.json`, and the inventory in a folder of its own.
fn is_for_offline(file: &str) -> bool {
    file == "version.json" || file.contains("/inventory-")
}

#[test]
fn the_documentation_has_every_address_and_no_other() {
    let folder = folder_with(&[
        (
            "masthead.toml",
            "site_url = 'https://a.example'\npermalink = '/:year/:title'\n\
             [[families]]\nid = 'deprecated'\nname = 'D'\nheadings = ['D']\n\
             [[families]]\nid = 'unused'\nname = 'U'\nheadings = ['U']\n",
        ),
        ("posts/2024-01-02-a.md", "---\ntitle: A\n---\n## D\n* One\n"),
    ]);
    let files = Site::of_posts(folder.path().join("posts")).files();
    let is_here = |file: &String| {
        let is_listed = [".xml", ".json", ".txt"].iter().any(|ending| file.ends_with(ending));
        // The service worker's own files and widgets are described elsewhere.
        let is_elsewhere = ["api/", "embed/"].iter().any(|folder| file.starts_with(folder));
        is_listed && !is_elsewhere && !is_for_offline(file)
    };
    let written = files.into_keys().filter(is_here).map(|file| format!("/{file}"));
    let document = fs::read_to_string(repository().join("docs/feeds.md")).unwrap();
    let rows = document.lines().filter_map(|line| line.strip_prefix("| `/")?.split('`').next());
    assert_eq!(
        written.collect::<BTreeSet<_>>(),
        rows.map(|address| format!("/{address}")).collect()
    );
}

#[test]
fn without_a_public_address_there_are_no_feeds() {
    let folder = folder_with(&[("posts/2024-01-01-a.md", "---\ntitle: A\n---\n")]);
    let site = Site::of_posts(folder.path().join("posts"));
    assert_eq!(feeds(&site, ".xml"), Vec::<String>::new());
}

#[test]
fn no_post_however_hostile_breaks_a_feed() {
    let site = hostile();
    assert!(site.archive.posts.len() > 15);
    let mut entries = 0;
    for file in feeds(&site, ".xml") {
        for content in texts(&site.text(&file), "content") {
            entries += 1;
            let is_illegal = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
            assert!(!content.contains(is_illegal), "{file}: {content}");
            assert!(!content.contains(['\u{fffe}', '\u{ffff}']), "{file}");
            for address in addresses(&content) {
                assert!(is_whole(address), "{file}: {address}");
            }
        }
    }
    assert!(entries > 100, "{entries}");
}

#[test]
fn the_feed_of_the_real_archive_has_jekylls_ids_dates_and_addresses() {
    let Some(posts) = real_archive::posts() else { return };
    let jekylls = fs::read_to_string(posts.join("../jekyll-feed.xml")).unwrap();
    let reference = fs::read_to_string(posts.join("../jekyll-reference.json")).unwrap();
    let reference = jekylls_ids(&serde_json::from_str(&reference).unwrap());
    let site_url = Some(JEKYLLS_SITE.to_owned());
    let site = Site::build(&Arguments { posts: Some(posts), site_url, ..Arguments::default() });
    let ours: Vec<_> =
        site.archive.posts.iter().map(|post| format!("{JEKYLLS_SITE}{}", post.identity)).collect();
    assert_eq!(ours.len(), 309);
    assert_eq!(ours.iter().collect::<BTreeSet<_>>(), reference.iter().collect());
    let xml = site.text("feed.xml");
    for child in ["id", "title"] {
        assert_eq!(texts(&xml, child), texts(&jekylls, child), "{child}");
    }
    let dates = |xml: &str| texts(xml, "published").join(" ").replace('Z', "+00:00");
    assert_eq!(dates(&xml), dates(&jekylls));
    let links = |xml: &str| -> Vec<String> {
        let document = Document::parse(xml).unwrap();
        let links = document.descendants().filter(|node| node.has_tag_name("link"));
        links.map(|link| link.attribute("href").unwrap().to_owned()).collect()
    };
    let (mut ours, jekylls) = (links(&xml), links(&jekylls));
    ours.retain(|link| jekylls.contains(link));
    assert_eq!(ours, jekylls);
}
