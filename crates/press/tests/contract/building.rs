//! What a build promises beside its content: the same bytes, no lost files, no half sites.

use std::fs;

use press::BuildError;
use press::config::Arguments;

use crate::site::{SHELL, Site, fixture, folder_with, is_document, read};

/// What of the API a post without sections is in.
const API_OF_A: [&str; 3] =
    ["api/v1/archive.jsonl.gz", "api/v1/index.json", "api/v1/issues/2024/01/01/a.json"];

fn posts(folder: &tempfile::TempDir) -> Arguments {
    Arguments { posts: Some(folder.path().join("posts")), ..Arguments::default() }
}

#[test]
fn two_builds_have_equal_bytes() {
    let one = Site::of_posts(fixture("jekyll/_posts")).files();
    let other = Site::of_posts(fixture("jekyll/_posts")).files();
    assert!(one.len() > 20);
    assert_eq!(one, other);
}

#[test]
fn a_second_build_into_the_same_folder_writes_nothing() {
    let site = Site::of_posts(fixture("jekyll/_posts"));
    let before = site.files();
    let written = press::build(&site.archive, site.folder.path(), None, None).unwrap();
    assert_eq!(written.changed, 0);
    assert_eq!(written.unchanged, before.len());
    assert_eq!(site.files(), before);
}

#[test]
fn one_changed_post_changes_only_its_files_and_what_names_the_manifest() {
    let post = |text: &str| format!("---\ntitle: A\ndate: 2024-01-01\n---\n\n{text}\n");
    let folder = folder_with(&[("posts/a.md", &post("one")), ("posts/b.md", &post("same"))]);
    let site = Site::build(&posts(&folder));
    let before = site.files();
    fs::write(folder.path().join("posts/a.md"), post("one and another")).unwrap();
    press::build(&read(&posts(&folder)), site.folder.path(), None, None).unwrap();
    let changed: Vec<String> = site
        .files()
        .into_iter()
        .filter(|(file, bytes)| {
            !is_document(file) && !file.starts_with("embed/") && before.get(file) != Some(bytes)
        })
        .map(|(file, _)| file)
        .collect();
    // The index of the new text is in a folder of its own, whole.
    let (index, others): (Vec<_>, Vec<_>) =
        changed.into_iter().partition(|file| file.starts_with("search-"));
    assert!(index.iter().any(|file| file.ends_with("/root.bin")), "{index:?}");
    let (api, others): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|file| file.starts_with("api/v1/"));
    assert_eq!(api, API_OF_A, "what only the other post is in stays");
    let expect = [
        "2024/01/01/a.md",
        "_headers",
        "archive-",
        "llms.txt",
        "packs/inventory-",
        "packs/issues-2024-",
        "version.json",
    ];
    assert_eq!(others.len(), expect.len(), "{others:?}");
    for (file, beginning) in others.iter().zip(expect) {
        assert!(file.starts_with(beginning), "{file}");
    }
}

#[test]
fn without_a_shell_there_is_what_the_app_fetches_and_no_document() {
    let out = tempfile::tempdir().unwrap();
    let archive = Site::of_posts(fixture("jekyll/_posts")).archive;
    press::build(&archive, out.path(), None, None).unwrap();
    assert!(out.path().join("2023/20230905.md").is_file());
    assert!(!out.path().join("index.html").exists());
}

#[test]
fn a_shell_from_elsewhere_goes_before_the_one_in_the_output() {
    let folder = folder_with(&[("own.html", &SHELL.replace("<body>", "<body>own"))]);
    let site = Site::of_posts(fixture("jekyll/_posts"));
    press::build(&site.archive, site.folder.path(), Some(&folder.path().join("own.html")), None)
        .unwrap();
    assert!(site.text("404.html").contains("<body>own"));
}

#[test]
fn a_shell_that_is_none_says_what_it_lacks_and_nothing_is_written() {
    let out = folder_with(&[("index.html", "<!doctype html><html lang=\"en\"><title></title>")]);
    let archive = Site::of_posts(fixture("jekyll/_posts")).archive;
    let error = press::build(&archive, out.path(), None, None).unwrap_err().to_string();
    assert!(error.contains("index.html") && error.contains("reader"), "{error}");
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 1);
}

#[test]
fn two_posts_with_one_address_are_an_error_that_names_both() {
    let post = "---\ntitle: Same\ndate: 2024-01-01\n---\n";
    let folder = folder_with(&[
        ("masthead.toml", "permalink = '/:year/:year:month:day'"),
        ("posts/2024-01-01-one.md", post),
        ("posts/2024-01-02-two.md", post),
    ]);
    let archive = read(&posts(&folder));
    let out = tempfile::tempdir().unwrap();
    let error = press::build(&archive, out.path(), None, None).unwrap_err();
    assert!(matches!(error, BuildError::AddressTaken(_)), "{error}");
    let error = error.to_string();
    for part in ["2024-01-01-one.md", "2024-01-02-two.md", "/2024/20240101"] {
        assert!(error.contains(part), "{part} is not in: {error}");
    }
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0);
}

#[test]
fn two_sources_of_one_file_are_an_error_that_names_both() {
    let folder = folder_with(&[
        ("masthead.toml", "permalink = '/:year'"),
        ("posts/2024-01-01-one.md", "---\ntitle: One\ndate: 2024-01-01\n---\n"),
    ]);
    let archive = read(&posts(&folder));
    let out = tempfile::tempdir().unwrap();
    let error = press::build(&archive, out.path(), None, None).unwrap_err().to_string();
    for part in ["2024-01-01-one.md", "the issues of 2024", "2024.html"] {
        assert!(error.contains(part), "{part} is not in: {error}");
    }
}

#[test]
fn an_output_folder_beside_the_posts_is_not_copied_into_itself() {
    let folder = folder_with(&[
        ("_config.yml", "title: T\n"),
        ("posts/2024-01-01-one.md", "---\ntitle: One\ndate: 2024-01-01\n---\n"),
        ("site/images/a.svg", "<svg width='1' height='1'/>"),
    ]);
    let out = folder.path().join("site");
    let archive = read(&Arguments { out: Some(out.clone()), ..posts(&folder) });
    press::build(&archive, &out, None, None).unwrap();
    assert!(!out.join("site").exists());
}
