//! What other sites get: pages for frames, oEmbed, the module, headers; and what is written about them.

use std::collections::BTreeSet;

use masthead::widgets::options::OPTIONS;
use press::config::Arguments;

use crate::site::{Site, fixture, folder_with};

const EMBEDDING: &str = include_str!("../../../../docs/embedding.md");

fn fixture_site() -> Site {
    Site::build(&Arguments {
        posts: Some(fixture("jekyll/_posts")),
        site_url: Some("https://a.example/notes".to_owned()),
        public_url: Some("/notes/".to_owned()),
        ..Arguments::default()
    })
}

#[test]
fn every_option_is_documented_as_it_is() {
    for choice in OPTIONS {
        assert!(EMBEDDING.contains(&choice.row()), "docs/embedding.md lacks: {}", choice.row());
    }
    let rows = EMBEDDING.lines().filter(|line| line.contains("`?") || line.contains("`/embed/"));
    let options = rows.filter(|line| line.starts_with("| `")).count();
    assert_eq!(options + 2, OPTIONS.len(), "the element alone has two");
}

#[test]
fn every_option_is_known_to_the_scripts() {
    let site = fixture_site();
    let (module, page) = (site.text("embed/v1.js"), site.text("embed/2023/20230905.html"));
    for choice in OPTIONS {
        assert!(module.contains(&format!("\"{}\"", choice.name)), "v1.js: {}", choice.name);
        let is_in_address = matches!(choice.place, masthead::widgets::options::Place::Query);
        let is_known = page.contains(&format!("(\"{}\"", choice.name));
        assert_eq!(is_known, is_in_address, "frame.js, part.js: {}", choice.name);
    }
}

#[test]
fn an_issue_has_a_page_for_frames_with_all_of_its_items() {
    let site = fixture_site();
    let html = site.text("embed/2023/20230905.html");
    let issue =
        &site.archive.posts.iter().find(|post| post.entry.path == "/2023/20230905").unwrap().issue;
    assert!(issue.items().count() > 2);
    for item in issue.items() {
        assert!(html.contains(&format!("id=\"{}\"", item.anchor)), "{}", item.anchor);
        assert!(html.contains(item.html.as_str()), "{}", item.text);
    }
    for part in [
        "<meta name=\"robots\" content=\"noindex\">",
        "<link rel=\"canonical\" href=\"https://a.example/notes/2023/20230905\">",
        "<base target=\"_blank\">",
        "href=\"/notes/2023/20230905\"",
    ] {
        assert!(html.contains(part), "{part}");
    }
    assert!(!html.contains("<!>") && !html.contains(" style=") && !html.contains("Copy link"));
}

#[test]
fn the_latest_issue_has_an_address_that_stays() {
    let site = fixture_site();
    let newest = &site.archive.posts[0].entry;
    let html = site.text("embed/latest.html");
    assert!(html.contains(&newest.title));
    assert!(html.contains(&format!("href=\"https://a.example/notes{}\"", newest.path)));
}

#[test]
fn whose_text_it_is_stands_on_every_page() {
    let folder = folder_with(&[
        ("masthead.toml", "title = 'A & B'\n[licence]\nname = 'CC'\nurl = 'https://c.example/'\n"),
        (
            "posts/2024-01-01-one.md",
            "---\ntitle: One\ndate: 2024-01-01\n---\n\n## Deprecated\n\n* a\n",
        ),
    ]);
    let posts = Some(folder.path().join("posts"));
    let site = Site::build(&Arguments { posts, ..Arguments::default() });
    let is_shown = |file: &&String| {
        let tools = ["embed/make.html", "embed/missing.html"];
        file.starts_with("embed/") && file.ends_with(".html") && !tools.contains(&file.as_str())
    };
    let files = site.files();
    let pages: Vec<_> = files.keys().filter(is_shown).collect();
    assert!(pages.len() > 4, "{pages:?}");
    for page in pages {
        let html = site.text(page);
        assert!(html.contains(">A &amp; B</a>"), "{page}");
        assert!(html.contains("<a rel=\"license\" href=\"https://c.example/\">CC</a>"), "{page}");
    }
}

#[test]
fn a_saved_search_finds_whole_items_and_never_most_of_its_words() {
    let search = |id: &str, query: &str| {
        format!("[[embeds]]\nid = '{id}'\ntitle = 'Found'\nquery = '{query}'\n")
    };
    let toml = search("one", "lamp") + &search("none", "lamp whale");
    let post = "---\ntitle: One\ndate: 2024-01-01\n---\n\n## News\n\n* the *lamp* is lit\n* the fog is thick\n";
    let folder = folder_with(&[("masthead.toml", &toml), ("posts/2024-01-01-one.md", post)]);
    let posts = Some(folder.path().join("posts"));
    let site = Site::build(&Arguments { posts, ..Arguments::default() });
    let found = site.text("embed/saved/one.html");
    assert!(found.contains("the <em>lamp</em> is lit") && !found.contains("fog"), "{found}");
    let nothing = site.text("embed/saved/none.html");
    assert!(!nothing.contains("is lit") && nothing.contains("<p class=\"nothing\">"), "{nothing}");
}

#[test]
fn every_page_tells_of_itself_and_the_archive_leads_there() {
    let site = fixture_site();
    let files = site.files();
    for (page, told) in [
        ("2023/20230905.html", "embed/2023/20230905.json"),
        ("sections/deprecated.html", "embed/sections/deprecated.json"),
        ("index.html", "embed/headlines.json"),
        ("embed/latest.html", "embed/latest.json"),
    ] {
        let html = site.text(page);
        assert_eq!(html.matches("application/json+oembed").count(), 1, "{page}");
        assert!(html.contains(&format!("href=\"https://a.example/notes/{told}\"")), "{page}");
        let json: serde_json::Value = serde_json::from_slice(&files[told]).unwrap();
        assert_eq!((&json["version"], &json["type"]), (&"1.0".into(), &"rich".into()));
        let html = json["html"].as_str().unwrap();
        // What WordPress lets through: text with a link, then a frame with a title.
        assert!(
            html.starts_with("<blockquote class=\"wp-embedded-content\"><p><a href=\"https://"),
            "{html}"
        );
        assert!(
            html.contains("<iframe class=\"wp-embedded-content\" sandbox=\"allow-scripts\""),
            "{html}"
        );
        let frame = told.trim_end_matches(".json");
        assert!(
            html.contains(&format!("src=\"https://a.example/notes/{frame}\" title=\"")),
            "{html}"
        );
    }
    assert!(!site.text("404.html").contains("oembed"));
}

#[test]
fn without_a_public_address_nothing_tells_of_pages() {
    let site = Site::of_posts(fixture("jekyll/_posts"));
    let told: Vec<_> = site
        .files()
        .into_keys()
        .filter(|file| file.starts_with("embed/") && file.ends_with(".json"))
        .collect();
    let is_known = site.archive.manifest.site_url.is_some();
    assert_eq!(told.is_empty(), !is_known);
    assert_eq!(site.text("index.html").contains("oembed"), is_known);
}

#[test]
fn headers_let_every_document_run_what_its_own_policy_does() {
    let site = fixture_site();
    let headers = site.text("_headers");
    let hashes = |text: &str| -> BTreeSet<String> {
        text.split('\'').filter(|part| part.starts_with("sha256-")).map(str::to_owned).collect()
    };
    let allowed = hashes(&headers);
    for file in ["index.html", "embed/latest.html", "embed/search.html", "embed/make.html"] {
        let html = site.text(file);
        let policy = html.split("Content-Security-Policy\" content=\"").nth(1).unwrap();
        let own = hashes(policy.split('"').next().unwrap());
        assert!(own.is_subset(&allowed), "{file}");
    }
    assert!(headers.contains("\n/notes/embed/*\n  Access-Control-Allow-Origin: *\n"), "{headers}");
    let manifest = site.root_attribute("index.html", "data-manifest");
    assert!(headers.contains(&format!("\n/notes/{manifest}\n  Cache-Control: ")), "{headers}");
}
