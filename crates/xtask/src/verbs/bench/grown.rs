//! An archive of ten times as many posts.

use super::real_posts;
use crate::failure::Outcome;
use crate::{command, place};
use std::path::{Path, PathBuf};

/// How many times as many posts the larger archive has.
const TIMES: &str = "10";

/// The posts that are measured, and ten times as many of the same kind, which are written below `folder`.
pub(super) fn posts(folder: &Path) -> Outcome<[PathBuf; 2]> {
    let posts = real_posts().unwrap_or_else(|| place::root().join("public/posts"));
    let grown = folder.join("grown/_posts");
    place::remove(&grown)?;
    let mut grow = command::program("node");
    grow.arg("benches/search/grow.mjs").args([&posts, &grown]).arg(TIMES);
    command::run(&mut grow, "write an archive ten times as large")?;
    Ok([posts, grown])
}
