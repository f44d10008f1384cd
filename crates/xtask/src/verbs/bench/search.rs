//! Search beside Pagefind and `MiniSearch`, over the archive and over ten times as many posts.

use super::grown;
use crate::failure::Outcome;
use crate::setup::{self, Need};
use crate::site::{self, Archive};
use crate::{command, place, press};

/// The peers, with their builders of indexes.
const PEERS: &str = "tests/relevance/peers";

pub(super) fn measure() -> Outcome {
    setup::ensure(Need::Bench)?;
    let mut npm = command::program("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--prefix", PEERS]);
    command::quietly(&mut npm, "install the peers that search is measured beside")?;

    let folder = place::root().join("target/search-bench");
    let archives = grown::posts(&folder)?;

    let mut run = command::program("node");
    run.args(["benches/search/run.mjs", "--press"]).arg(press::install()?);
    run.arg("--work").arg(folder.join("work"));
    for (posts, name) in archives.into_iter().zip(["site", "grown-site"]) {
        let site = folder.join(name);
        site::build(&Archive::of_posts(posts.clone()), &site, "/")?;
        run.arg(format!("{}={}", posts.display(), site.display()));
    }
    if let Some(chromium) = setup::chromium() {
        run.env("CHROMIUM", chromium);
    }
    command::run(&mut run, "measure searching in Chromium")
}
