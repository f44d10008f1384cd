//! `cargo xtask bench`: the benchmarks. What each measures, and the last figures, is in `benches/`.

use super::Verb;
use crate::command;
use crate::failure::Outcome;
use crate::options::Options;

pub(super) const VERB: Verb = Verb {
    name: "bench",
    arguments: "[FILTER]",
    help: "measure parsing and rendering",
    more: "\
FILTER  only benchmarks whose name contains it

The method and the last figures are in benches/README.md.",
    run,
};

fn run(mut options: Options) -> Outcome {
    let filter = options.word().unwrap_or_default();
    options.finish()?;
    let words = format!("bench --package newsletter --benches {filter}");
    command::run(&mut command::cargo(&words), "measure parsing and rendering")
}
