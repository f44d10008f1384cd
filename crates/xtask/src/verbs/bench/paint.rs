//! The first paint beside a plain page of the same post, docsify and mdBook, and Lighthouse's scores.

use super::real_posts;
use crate::failure::Outcome;
use crate::setup::{self, Need};
use crate::site::{self, Archive};
use crate::{command, place};
use std::path::PathBuf;

/// The benchmark, with its peers.
const PAINT: &str = "benches/paint";

pub(super) fn measure() -> Outcome {
    let site = site()?;
    let mut run = command::program("node");
    run.arg(format!("{PAINT}/run.mjs")).arg("--site").arg(site);
    run.arg("--work").arg(folder().join("work")).arg("--lighthouse");
    if let Some(mdbook) = setup::mdbook() {
        run.arg("--mdbook").arg(mdbook);
    }
    if let Some(chromium) = setup::chromium() {
        run.env("CHROMIUM", chromium);
    }
    command::run(&mut run, "measure the first paint in Chromium")
}

/// Installs what pages are measured beside, and builds the site that is measured.
pub(super) fn site() -> Outcome<PathBuf> {
    setup::ensure(Need::Paint)?;
    let mut npm = command::program("npm");
    // None of the peers has to be compiled, and one of them asks for money.
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", PAINT]);
    command::quietly(&mut npm, "install what the first paint is measured beside")?;

    let site = folder().join("site");
    let archive = real_posts().map(Archive::of_posts).unwrap_or_default();
    site::build(&archive, &site, "/")?;
    Ok(site)
}

fn folder() -> PathBuf {
    place::root().join("target/paint-bench")
}
