//! What the heads of a built site say agrees with what is in the site.

#![expect(clippy::indexing_slicing, reason = "what a test needs and does not get is its failure")]

use std::collections::{BTreeMap, BTreeSet};

use press::config::Arguments;
use serde_json::Value;

use crate::site::{Site, fixture, is_document};

/// The head of one document, as far as others read it.
pub(crate) struct Head {
    html: String,
}

impl Head {
    pub(crate) fn of(site: &Site, file: &str) -> Self {
        let html = site.text(file);
        let (head, _) = html.split_once("</head>").unwrap();
        Self { html: head.to_owned() }
    }

    /// The value of `wanted` in each tag that has the attribute `name="value"`, unescaped.
    pub(crate) fn all(&self, name: &str, value: &str, wanted: &str) -> Vec<String> {
        self.tags()
            .filter(|tag| attribute(tag, name) == Some(value))
            .filter_map(|tag| attribute(tag, wanted))
            .map(unescaped)
            .collect()
    }

    /// The value of this attribute in each tag that has it.
    fn values(&self, name: &str) -> Vec<String> {
        self.tags().filter_map(|tag| attribute(tag, name)).map(unescaped).collect()
    }

    fn tags(&self) -> impl Iterator<Item = &str> {
        self.html.split('<').filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag)
    }

    /// [`Self::all`], where there is at most one.
    pub(crate) fn one(&self, name: &str, value: &str, wanted: &str) -> Option<String> {
        let mut all = self.all(name, value, wanted);
        assert!(all.len() < 2, "{name}={value} is there {} times: {}", all.len(), self.html);
        all.pop()
    }

    /// What the page is said to be, by kind.
    pub(crate) fn things(&self) -> BTreeMap<String, Value> {
        let Some((_, rest)) = self.html.split_once("<script type=\"application/ld+json\">") else {
            return BTreeMap::new();
        };
        let data: Value = serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap();
        assert_eq!(data["@context"], "https://schema.org");
        let things = data["@graph"].as_array().unwrap().clone();
        things
            .into_iter()
            .map(|thing| (thing["@type"].as_str().unwrap().to_owned(), thing))
            .collect()
    }
}

fn attribute<'tag>(tag: &'tag str, name: &str) -> Option<&'tag str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

fn unescaped(value: &str) -> String {
    value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn documents(site: &Site) -> Vec<String> {
    // The shell for any address is at none itself.
    let has_address = |file: &String| is_document(file) && file != "shell.html";
    site.files().into_keys().filter(has_address).collect()
}

/// What holds for every document of every site at a public address.
pub(crate) fn check_all(site: &Site, site_url: &str) {
    let files = site.files();
    let mut canonicals = BTreeMap::new();
    for file in documents(site) {
        let head = Head::of(site, &file);
        assert_eq!(head.html.matches("<title>").count(), 1, "{file}");
        assert!(head.one("name", "description", "content").is_some(), "{file}");
        assert_eq!(head.all("name", "theme-color", "content").len(), 2, "{file}");
        let is_listed = head.one("name", "robots", "content").is_none();
        assert_eq!(
            is_listed,
            !["404.html", "saved.html", "search.html"].contains(&&*file),
            "{file}"
        );
        if file == "404.html" {
            assert_eq!(head.one("rel", "canonical", "href"), None);
            continue;
        }
        let canonical = head.one("rel", "canonical", "href").unwrap();
        let page = file.strip_suffix(".html").unwrap();
        let path = if page == "index" { "" } else { page };
        assert_eq!(canonical, format!("{site_url}/{path}"));
        assert_eq!(head.one("property", "og:url", "content"), Some(canonical.clone()));
        assert_eq!(canonicals.insert(canonical, file.clone()), None, "{file}");
        for (relation, ending) in [("prev", ".html"), ("next", ".html"), ("alternate", "")] {
            for link in head.all("rel", relation, "href") {
                let target = link.strip_prefix(&format!("{site_url}/")).unwrap();
                assert!(files.contains_key(&format!("{target}{ending}")), "{file}: {link}");
            }
        }
        let Some(picture) = head.one("property", "og:image", "content") else { continue };
        let png = &files[picture.strip_prefix(&format!("{site_url}/")).unwrap()];
        let measured = imagesize::blob_size(png).unwrap();
        let said = |name| head.one("property", name, "content").unwrap();
        assert_eq!(said("og:image:width"), measured.width.to_string());
        assert_eq!(said("og:image:height"), measured.height.to_string());
        assert!(!said("og:image:alt").is_empty());
        assert!(png.len() < 30_000, "{picture} has {} bytes", png.len());
    }
}

/// What the heads of issues say agrees with the manifest.
pub(crate) fn check_issues(site: &Site, site_url: &str) {
    let issues = site.manifest().issues;
    for (place, issue) in issues.iter().enumerate() {
        let head = Head::of(site, &format!("{}.html", issue.path.trim_start_matches('/')));
        let address =
            |place: usize| issues.get(place).map(|issue| format!("{site_url}{}", issue.path));
        assert_eq!(head.one("rel", "prev", "href"), address(place + 1));
        assert_eq!(head.one("rel", "next", "href"), place.checked_sub(1).and_then(address));
        assert_eq!(head.one("property", "og:type", "content").as_deref(), Some("article"));
        assert_eq!(head.one("property", "og:title", "content").as_deref(), Some(&*issue.title));
        let published = newsletter::date::Timestamp(issue.published).to_string();
        let said = head.one("property", "article:published_time", "content");
        assert_eq!(said.as_deref(), Some(&*published));
        let things = head.things();
        let posting = &things["BlogPosting"];
        assert_eq!(posting["datePublished"], *published);
        assert_eq!(posting["headline"], *issue.title);
        assert_eq!(posting["url"], head.one("rel", "canonical", "href").unwrap());
        assert_eq!(posting["isPartOf"]["@type"], "Periodical");
        let description = head.one("name", "description", "content").unwrap();
        assert_eq!(posting["description"], *description);
        assert_eq!(
            head.one("property", "og:description", "content").unwrap_or_default(),
            description
        );
        let steps = things["BreadcrumbList"]["itemListElement"].as_array().unwrap();
        assert_eq!(steps.iter().map(|step| &step["position"]).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(steps[1]["item"], format!("{site_url}/{}", issue.year()));
    }
}

const LIGHTHOUSES: &str = "https://lighthouses.example";

#[test]
fn heads_agree_with_the_site() {
    let site = Site::of_posts(fixture("jekyll/_posts"));
    assert!(documents(&site).len() > 15);
    check_all(&site, LIGHTHOUSES);
    check_issues(&site, LIGHTHOUSES);
    let pictures = |file: &str| Head::of(&site, file).all("property", "og:image", "content");
    assert_eq!(pictures("index.html"), pictures("2023.html"));
    assert_ne!(pictures("2023/20230905.html"), pictures("2023/20230930.html"));
}

#[test]
fn a_second_build_has_the_heads_of_the_first() {
    let site = Site::of_posts(fixture("jekyll/_posts"));
    let before = site.text("2023/20230905.html");
    press::build(&site.archive, site.folder.path(), None, None).unwrap();
    assert_eq!(site.text("2023/20230905.html"), before);
}

#[test]
fn the_home_page_says_what_the_site_is_and_how_it_is_searched() {
    let site = Site::of_posts(fixture("jekyll/_posts"));
    let things = Head::of(&site, "index.html").things();
    assert_eq!(things["Periodical"]["name"], "Last Month in Lighthouses");
    let template = &things["WebSite"]["potentialAction"]["target"]["urlTemplate"];
    assert_eq!(template, &format!("{LIGHTHOUSES}/search?q={{search_term_string}}"));
}

#[test]
fn cards_can_be_switched_off() {
    let folder = crate::site::folder_with(&[
        ("masthead.toml", "site_url = 'https://letter.example'\ncards = false"),
        ("posts/2024-01-01-one.md", "---\ntitle: One\ndate: 2024-01-01\n---\n"),
    ]);
    let posts = Some(folder.path().join("posts"));
    let site = Site::build(&Arguments { posts, ..Arguments::default() });
    assert!(!site.files().keys().any(|file| file.starts_with("cards/")));
    let head = Head::of(&site, "index.html");
    assert_eq!(head.one("property", "og:image", "content"), None);
    assert_eq!(head.one("name", "twitter:card", "content").as_deref(), Some("summary"));
}

#[test]
fn a_card_of_an_earlier_build_is_taken_from_there() {
    let earlier = Site::of_posts(fixture("jekyll/_posts"));
    let card = Head::of(&earlier, "index.html").one("property", "og:image", "content").unwrap();
    let card = card.strip_prefix(&format!("{LIGHTHOUSES}/")).unwrap();
    std::fs::write(earlier.folder.path().join(card), "the earlier one").unwrap();
    let out = tempfile::tempdir().unwrap();
    let shell = earlier.folder.path().join("index.html");
    let folder = Some(earlier.folder.path());
    press::rebuild(&earlier.archive, out.path(), folder, Some(&shell), None).unwrap();
    assert_eq!(std::fs::read(out.path().join(card)).unwrap(), b"the earlier one");
}

#[test]
fn the_documentation_names_what_heads_have() {
    let documentation = include_str!("../../../../docs/heads.md");
    let (_, rest) = documentation.split_once("## Page by page").unwrap();
    let (table, _) = rest.split_once("\n## ").unwrap();
    let cells = table.lines().filter_map(|line| line.split('|').nth(2));
    let named: BTreeSet<&str> = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    let site = Site::of_posts(fixture("jekyll/_posts"));
    let mut found = BTreeSet::from(["title".to_owned(), "SearchAction".to_owned()]);
    for file in documents(&site) {
        let head = Head::of(&site, &file);
        for key in ["name", "property", "rel"] {
            found.extend(head.values(key));
        }
        found.extend(head.things().into_keys());
    }
    assert!(site.text("index.html").contains("\"SearchAction\""));
    assert_eq!(named.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), found);
}
