//! The posts of the real archive, which is not part of the repository.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "this is how tests fail and speak; Clippy exempts only functions marked as tests"
)]

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The file names and texts of all posts, in order: beside the repository, or where
/// `MASTHEAD_SHARED` says. `None`, with a notice, where they are missing.
pub(crate) fn posts() -> Option<Vec<(String, String)>> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = env::var_os("MASTHEAD_SHARED").map_or(beside, PathBuf::from).join("lwkd/_posts");
    if !folder.is_dir() {
        println!("The real archive is not at {}.", folder.display());
        return None;
    }
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let named = files.map(|file| {
        let text = fs::read_to_string(file.path()).unwrap();
        (file.file_name().to_string_lossy().into_owned(), text)
    });
    let mut posts: Vec<_> = named.collect();
    posts.sort();
    Some(posts)
}
