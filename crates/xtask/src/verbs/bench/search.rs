//! Search beside Pagefind and `MiniSearch`, over the archive and over ten times as many posts.

use super::real_posts;
use crate::failure::Outcome;
use crate::setup::{self, Need};
use crate::site::{self, Archive};
use crate::{command, place, press};

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
    place::remove(&grown)?;
    let mut grow = command::program("node");
    grow.arg("benches/search/grow.mjs").args([&posts, &grown]).arg(TIMES);
    command::run(&mut grow, "write an archive ten times as large")?;

    let mut run = command::program("node");
    run.args(["benches/search/run.mjs", "--press"]).arg(press::install()?);
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
