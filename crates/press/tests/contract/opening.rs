//! The app finds in the files what `press` found in the posts.

use press::config::Arguments;

use crate::site::{Site, fixture, is_document};

#[test]
fn every_issue_has_the_counts_that_the_manifest_promises() {
    for posts in ["jekyll/_posts", "flavours/posts"] {
        let site = Site::of_posts(fixture(posts));
        let manifest = site.manifest();
        assert!(!manifest.issues.is_empty());
        for entry in &manifest.issues {
            let issue = site.parsed(&entry.path).issue;
            assert_eq!(issue.word_count(), entry.words as usize, "{}", entry.path);
            assert_eq!(issue.headlines(&site.rules().families), entry.headlines);
            assert_eq!(issue.sections.len(), entry.sections.len());
            for (section, promised) in issue.sections.iter().zip(&entry.sections) {
                let families: Vec<u8> = section.families.iter().map(|family| family.0).collect();
                assert_eq!(families, promised.families, "{}", entry.path);
                assert_eq!(section.items().count(), promised.items as usize, "{}", entry.path);
            }
        }
    }
}

#[test]
fn a_jekyll_archive_is_as_its_files_say() {
    let site = Site::of_posts(fixture("jekyll/_posts"));
    let manifest = site.manifest();
    assert_eq!(manifest.title, "Last Month in Lighthouses");
    assert_eq!(manifest.site_url.as_deref(), Some("https://lighthouses.example"));
    let issues: Vec<_> =
        manifest.issues.iter().map(|issue| (&*issue.path, &*issue.file, &*issue.title)).collect();
    assert_eq!(
        issues,
        [
            // Half past one in the morning, two hours east of Greenwich, is the day before.
            ("/2023/20230930", "2023-10-01-fog.md", "Month Ending October 1, 2023"),
            ("/2023/20230905", "2023-09-03-lamps.md", "Month Ending September 3, 2023 & a <lamp>"),
            ("/2022/20220501", "2022-05-01-pier.md", "Month Ending May 1, 2022"),
        ]
    );
    let lamps = &manifest.issues[1];
    assert_eq!(lamps.headlines, ["Turn the lens without oil"]);
    let families: Vec<Vec<&str>> = lamps
        .sections
        .iter()
        .map(|section| {
            let family = |index: &u8| manifest.families[usize::from(*index)].id.as_str();
            section.families.iter().map(family).collect()
        })
        .collect();
    assert_eq!(families, [vec![], vec!["featured-prs"], vec!["deprecated", "reversions"]]);
}

#[test]
fn pages_and_images_beside_the_posts_are_there() {
    let site = Site::of_posts(fixture("jekyll/_posts"));
    let manifest = site.manifest();
    let pages: Vec<_> =
        manifest.pages.iter().map(|page| (&*page.path, &*page.file, &*page.title)).collect();
    assert_eq!(pages, [("/authors", "authors.md", "Who keeps the light")]);
    let images: Vec<_> =
        manifest.images.iter().map(|image| (&*image.path, image.width, image.height)).collect();
    assert_eq!(images, [("/images/lens.png", 8, 6), ("/images/plan.svg", 24, 12)]);
    let html: String =
        site.parsed("/2023/20230905").issue.items().map(|item| item.html.to_string()).collect();
    assert!(html.contains(r#"src="/images/lens.png""#), "{html}");
    assert!(html.contains(r#"width="8" height="6""#), "{html}");
}

#[test]
fn every_address_has_its_document() {
    let site = Site::of_posts(fixture("jekyll/_posts"));
    let files: Vec<String> = site.files().into_keys().collect();
    for file in [
        "index.html",
        "404.html",
        "2022.html",
        "2023.html",
        "2023/20230905.html",
        "2023/20230905.md",
        "2023/20230930.html",
        "2022/20220501.html",
        "authors.html",
        "authors.md",
        "sections.html",
        "sections/deprecated.html",
        "sections/other.html",
        "images/lens.png",
        "images/plan.svg",
        ".nojekyll",
    ] {
        assert!(files.iter().any(|there| there == file), "{file} is not in {files:?}");
    }
    for part in ["README", "index.md", "storm", "docs", "notes.psd", "_config"] {
        assert!(!files.iter().any(|there| there.contains(part)), "{part} is in {files:?}");
    }
}

#[test]
fn a_document_has_the_words_of_its_address() {
    let site = Site::of_posts(fixture("jekyll/_posts"));
    for (file, title, description) in [
        ("index.html", "Last Month in Lighthouses", "Lamps, lenses &amp; fog signals."),
        (
            "2023/20230905.html",
            "Month Ending September 3, 2023 &amp; a &lt;lamp&gt; · Last Month in Lighthouses",
            "Turn the lens without oil: The lens floats on air now.",
        ),
        (
            "2023.html",
            "2023 · Last Month in Lighthouses",
            "2 issues of Last Month in Lighthouses from 2023.",
        ),
        (
            "sections/deprecated.html",
            "Deprecated · Last Month in Lighthouses",
            "Deprecated in every issue of Last Month in Lighthouses.",
        ),
        (
            "authors.html",
            "Who keeps the light · Last Month in Lighthouses",
            "Keepers, and their children.",
        ),
        (
            "404.html",
            "Page not found · Last Month in Lighthouses",
            "Lamps, lenses &amp; fog signals.",
        ),
    ] {
        let html = site.text(file);
        assert!(html.contains(&format!("<title>{title}</title>")), "{file}: {html}");
        assert!(html.contains(&format!("content=\"{description}\"")), "{file}: {html}");
    }
}

#[test]
fn posts_of_other_generators_are_read_in_their_flavour() {
    let site = Site::of_posts(fixture("flavours/posts"));
    let manifest = site.manifest();
    let issues: Vec<_> =
        manifest.issues.iter().map(|issue| (&*issue.path, &*issue.title)).collect();
    // The draft of February is not among them.
    assert_eq!(issues, [("/2024/zola", "High water"), ("/2023/ebb", "Low water")]);
    assert_eq!(manifest.short_title, "HW");
    assert_eq!(site.root_attribute("2024/zola.html", "lang"), "de");
    assert_eq!(manifest.family_count(0).issues, 2);
}

#[test]
fn a_base_path_reaches_every_document_and_every_link() {
    let site = Site::build(&Arguments {
        posts: Some(fixture("jekyll/_posts")),
        public_url: Some("/lwkd/".to_owned()),
        ..Arguments::default()
    });
    for file in site.files().into_keys().filter(|file| is_document(file)) {
        assert_eq!(site.root_attribute(&file, "data-base"), "/lwkd/", "{file}");
    }
    let html: String =
        site.parsed("/2023/20230905").issue.items().map(|item| item.html.to_string()).collect();
    assert!(html.contains(r#"href="/lwkd/2023/20230930#fog-signals""#), "{html}");
    assert!(html.contains(r#"src="/lwkd/images/lens.png""#), "{html}");
    // Addresses in the manifest and paths of files do not have it.
    assert!(site.manifest().issue_at("/2023/20230905").is_some());
}
