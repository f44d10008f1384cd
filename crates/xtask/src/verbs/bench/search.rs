//! Search beside Pagefind and MiniSearch, over the archive and over ten times as many posts.

use super::real_posts;
use crate::failure::{Failure, Outcome};
use crate::setup::{self, Need};
use crate::site::{self, Archive};
use crate::{command, place};
use std::path::Path;

/// The peers, with their builders of indexes.
const PEERS: &str = "tests/relevance/peers";

/// How many times as many posts the larger archive has.
const TIMES: &str = "10";

pub(super) fn measure() -> Outcome {
    setup::ensure(Need::Bench)?;
    let mut npm = command::program("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--prefix", PEERS]);
    command::quietly(&mut npm, "install the peers that search is measured beside")?;

    let folder = place::root().join("target/search-bench");
    let grown = folder.join("grown/_posts");
    let posts = real_posts().unwrap_or_else(|| place::root().join("public/posts"));
    clear(&grown)?;
    let mut grow = command::program("node");
    grow.arg("benches/search/grow.mjs").args([&posts, &grown]).arg(TIMES);
    command::run(&mut grow, "write an archive ten times as large")?;

    let mut run = command::program("node");
    run.args(["benches/search/run.mjs", "--press"]).arg(site::install_press()?);
    run.arg("--work").arg(folder.join("work"));
    for (posts, name) in [(posts, "site"), (grown, "grown-site")] {
        let site = folder.join(name);
        site::build(&Archive::of_posts(posts.clone()), &site, "/")?;
        run.arg(format!("{}={}", posts.display(), site.display()));
    }
    if let Some(chromium) = setup::chromium() {
        run.env("CHROMIUM", chromium);
    }
    command::run(&mut run, "measure searching in Chromium")
}

/// Takes away what an earlier run has written.
fn clear(folder: &Path) -> Outcome {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::new(format!("{} cannot be emptied: {error}", folder.display())))
        }
        _ => Ok(()),
    }
}
