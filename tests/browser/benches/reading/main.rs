//! How long a reader waits for an issue whose post is in the cache, and how long the browser is kept
//! busy meanwhile; beside it, in the same run, plain pages of the same posts.
//!
//! `cargo xtask bench --browser` builds the archive and runs this. The method and the last figures are
//! in `benches/README.md`.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark fails by panicking and prints what it has measured"
)]

mod figures;
mod peers;
mod walk;

use browser_tests::engine::Engine;
use browser_tests::reader::Reader;
use browser_tests::site::Site;
use browser_tests::webdriver::Session;
use serde_json::json;

use crate::figures::Times;
use crate::peers::{PlainSteps, Replacements};
use crate::walk::Steps;

/// How many times slower the processor is made, to stand for a phone.
const SLOWDOWN: u32 = 4;

fn main() {
    let dist = Site::built().unwrap_or_else(|missing| panic!("{missing}"));
    let session = Session::start(Engine::Chromium);
    let reader = Reader::new(session, Site::serve_for_measuring(dist.clone()));

    let (steps, parsed, issues) = walk::back_to_the_oldest(&reader);
    println!("{} issues, times in milliseconds\n", issues.len());
    println!("| | median | 95 of 100 | longest |\n| --- | --- | --- | --- |");
    print_steps("previous issue", &steps);
    row("a post's Markdown parsed and rendered", &parsed);
    let first = walk::first_visits(&reader, &issues);
    print_steps("first visit, Markdown in the browser's cache", &first);
    slow_down(&reader, SLOWDOWN);
    let (slow, slow_parsed, _) = walk::back_to_the_oldest(&reader);
    slow_down(&reader, 1);
    print_steps("previous issue, processor 4 times slower", &slow);
    row("a post's Markdown, processor 4 times slower", &slow_parsed);

    let folder = peers::write_plain_pages(&reader.site, &dist, &issues);
    let reader = Reader::new(reader.leave(), Site::serve_for_measuring(folder));
    let plain = peers::walk_plain_pages(&reader, &issues);
    row("plain page: document there", &plain.made);
    row("plain page: painted", &plain.painted);
    let floor = peers::replace_markup(&reader, &issues);
    row("innerHTML: elements in place", &floor.made);
    row("innerHTML: all work until the frame is done", &floor.work);
    print_ratios(&steps, &plain, &floor);
}

fn slow_down(reader: &Reader, rate: u32) {
    reader.command_chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": rate }));
}

fn print_steps(name: &str, steps: &Steps) {
    row(&format!("{name}: elements in place"), &steps.made);
    row(&format!("{name}: scrolled and focused"), &steps.settled);
    row(&format!("{name}: the task that makes the page"), &steps.task);
    row(&format!("{name}: the frame's own work"), &steps.frame);
    row(&format!("{name}: all work until the frame is done"), &steps.work);
    row(&format!("{name}: painted"), &steps.painted);
    let (longest, count) = (steps.longest_task(), steps.painted.len());
    println!(
        "| {name}: longest task; tasks over 50 ms in {count} clicks | | {} | {longest:.2} |",
        steps.long
    );
}

fn row(name: &str, times: &Times) {
    println!("| {name} | {times} |");
}

fn print_ratios(steps: &Steps, plain: &PlainSteps, floor: &Replacements) {
    println!("\nMedian of the app / median of the peer:");
    for (name, own, peer) in [
        ("elements in place / plain document there", &steps.made, &plain.made),
        ("painted / plain page painted", &steps.painted, &plain.painted),
        ("elements in place / innerHTML", &steps.made, &floor.made),
        ("all work until the frame is done / innerHTML", &steps.work, &floor.work),
    ] {
        println!("- {name}: {:.2}", own.median() / peer.median());
    }
}
