//! The archives that Jekyll has built too, and the differences from Jekyll that Masthead keeps.
//!
//! A difference is allowed only if `differences.toml` lists it with its reason; a listed difference
//! that no longer occurs fails the test as well, so that the list stays true.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "this is how tests fail and speak; Clippy exempts only functions marked as tests"
)]

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;

/// Posts with what Jekyll makes of them.
pub(crate) struct Archive {
    name: &'static str,
    posts: Vec<Post>,
}

/// One post, twice.
pub(crate) struct Post {
    /// The file's name: `2023-09-03-update.md`.
    pub(crate) file: String,
    /// The whole file.
    pub(crate) text: String,
    /// Jekyll's reading: `url`, `feed_id`, `title`, `date`, `headings` (`level`, `id`, `text`), `list_items`,
    /// `links`, `images`.
    pub(crate) jekyll: Value,
}

/// One entry of `differences.toml`, or one difference found.
#[derive(Debug, PartialEq, Eq)]
struct Difference {
    post: String,
    ours: String,
    jekyll: String,
}

impl Archive {
    /// The real archive, which is not part of the repository: beside it, or where
    /// `MASTHEAD_SHARED` says. `None`, with a notice, where it is missing.
    pub(crate) fn real() -> Option<Self> {
        let shared = env::var_os("MASTHEAD_SHARED")
            .map_or_else(|| repository().join("../shared"), PathBuf::from);
        let folder = shared.join("lwkd");
        if !folder.is_dir() {
            println!("The real archive is not at {}: nothing is compared.", folder.display());
            return None;
        }
        Some(Self::open("real", &folder.join("jekyll-reference.json"), &folder.join("_posts")))
    }

    /// The sample archive of this repository.
    pub(crate) fn sample() -> Self {
        Self::open(
            "sample",
            &repository().join("tests/fixtures/sample-reference.json"),
            &repository().join("public/posts"),
        )
    }

    fn open(name: &'static str, reference: &Path, folder: &Path) -> Self {
        let reference: Value = serde_json::from_str(&read(reference)).unwrap();
        let posts = reference.as_array().unwrap().iter().map(|jekyll| {
            let file = jekyll["file"].as_str().unwrap().to_owned();
            Post { text: read(&folder.join(&file)), file, jekyll: jekyll.clone() }
        });
        Self { name, posts: posts.collect() }
    }

    /// Compares one aspect of every post. `read` gives ours and Jekyll's as lists of lines; where
    /// they differ, the lines between their common beginning and their common end must stand in
    /// `differences.toml`, under the archive, the post and `what`.
    pub(crate) fn assert_same(
        &self,
        what: &str,
        read: impl Fn(&Post) -> (Vec<String>, Vec<String>),
    ) {
        assert!(!self.posts.is_empty(), "the {} archive is empty", self.name);
        let found: Vec<_> = self
            .posts
            .iter()
            .filter_map(|post| {
                let (ours, jekyll) = read(post);
                let (ours, jekyll) = differing_lines(&ours, &jekyll)?;
                Some(Difference { post: post.file.clone(), ours, jekyll })
            })
            .collect();
        let listed = listed_differences(self.name, what);
        let new: Vec<_> = found.iter().filter(|difference| !listed.contains(difference)).collect();
        let gone: Vec<_> = listed.iter().filter(|difference| !found.contains(difference)).collect();
        assert!(
            new.is_empty() && gone.is_empty(),
            "{what}, {} archive\nnot listed in differences.toml: {new:#?}\nlisted, but gone: {gone:#?}",
            self.name,
        );
    }
}

/// The lines that are left when the common beginning and end are taken away; `None` if none are.
fn differing_lines(ours: &[String], jekyll: &[String]) -> Option<(String, String)> {
    let start = ours.iter().zip(jekyll).take_while(|(ours, jekyll)| ours == jekyll).count();
    let (ours, jekyll) = (&ours[start..], &jekyll[start..]);
    let pairs_from_the_end = ours.iter().rev().zip(jekyll.iter().rev());
    let end = pairs_from_the_end.take_while(|(ours, jekyll)| ours == jekyll).count();
    let (ours, jekyll) = (&ours[..ours.len() - end], &jekyll[..jekyll.len() - end]);
    (!ours.is_empty() || !jekyll.is_empty()).then(|| (ours.join("\n"), jekyll.join("\n")))
}

fn listed_differences(archive: &str, what: &str) -> Vec<Difference> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/differences.toml");
    let table: toml::Table = read(&path).parse().unwrap();
    let entries = table.get("difference").and_then(toml::Value::as_array).cloned();
    entries
        .unwrap_or_default()
        .iter()
        .filter(|entry| {
            assert!(!text(entry, "reason").is_empty(), "a difference without a reason: {entry}");
            text(entry, "archive") == archive && text(entry, "what") == what
        })
        .map(|entry| Difference {
            post: text(entry, "post"),
            ours: text(entry, "ours"),
            jekyll: text(entry, "jekyll"),
        })
        .collect()
}

fn text(entry: &toml::Value, key: &str) -> String {
    entry
        .get(key)
        .and_then(toml::Value::as_str)
        .unwrap_or_else(|| panic!("no {key}: {entry}"))
        .to_owned()
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
