//! `cargo xtask bench`: the benchmarks. What each measures, and the last figures, is in `benches/`.

mod build;
mod embed;
mod grown;
mod paint;
mod search;

use super::Verb;
use crate::failure::Outcome;
use crate::options::Options;
use crate::place::{self, BROWSER_TESTS};
use crate::setup::{self, Need};
use crate::site::{self, Archive};
use crate::{command, say};
use std::path::PathBuf;

pub(super) const VERB: Verb = Verb {
    name: "bench",
    arguments: "[--native | --browser | --search | --paint | --embed | --build] [FILTER]",
    help: "measure parsing, rendering, searching, the first paint, widgets and building",
    more: "\
--native   only parsing and rendering as native code
--browser  only what a reader waits for, in Chromium
--search   only searching, in Chromium, beside Pagefind and MiniSearch
--paint    only the first paint, in Chromium, beside a plain page, docsify and mdBook; Lighthouse's scores
--embed    only an issue in a page of another site, in Chromium, beside a plain page in a frame
--build    only building, from nothing and after one changed post: time, memory, size
FILTER     only native benchmarks whose name contains it

Measures the real archive where it is beside the repository, else the sample.
The method and the last figures are in benches/README.md. Installs what is missing first.",
    run,
};

fn run(mut options: Options) -> Outcome {
    let parts = ["--native", "--browser", "--search", "--paint", "--embed", "--build"];
    let chosen = parts.map(|part| options.flag(part));
    let [is_native, is_browser, is_search, is_paint, is_embed, is_build] = chosen;
    let filter = options.word().unwrap_or_default();
    options.finish()?;
    let is_all = chosen == [false; 6];

    if is_native || is_all {
        setup::ensure(Need::Native)?;
        let words = format!("bench --package newsletter --benches {filter}");
        command::run(&mut command::cargo(&words), "measure parsing and rendering")?;
    }
    if is_browser || (is_all && filter.is_empty()) {
        browser()?;
    }
    if is_search || (is_all && filter.is_empty()) {
        search::measure()?;
    }
    if is_paint || (is_all && filter.is_empty()) {
        paint::measure()?;
    }
    if is_embed || (is_all && filter.is_empty()) {
        embed::measure()?;
    }
    if is_build || (is_all && filter.is_empty()) {
        build::measure()?;
    }
    Ok(())
}

/// The site as readers get it. Only the browser is measured, so the program that steers it need not
/// be quick.
fn browser() -> Outcome {
    setup::ensure(Need::Bench)?;
    let out = place::root().join("target/bench-dist");
    let archive = real_posts().map(Archive::of_posts).unwrap_or_default();
    site::build(&archive, &out, "/")?;
    let words = format!("bench --profile dev --package {BROWSER_TESTS} --bench reading");
    let mut cargo = command::cargo(&words);
    command::run(cargo.env("MASTHEAD_DIST", out), "measure reading in Chromium")
}

/// Where tests look for the real archive too; `None` if it is not there.
fn real_posts() -> Option<PathBuf> {
    let shared = std::env::var_os("MASTHEAD_SHARED").map(PathBuf::from);
    let posts = shared.unwrap_or_else(|| place::root().join("../shared")).join("lwkd/_posts");
    if !posts.is_dir() {
        say::step(&format!("There is no archive at {}: measuring the sample", posts.display()));
        return None;
    }
    Some(posts)
}
