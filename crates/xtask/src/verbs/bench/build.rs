//! Building the archive and one of ten times as many posts, from nothing and after one changed post.

use super::grown;
use crate::failure::Outcome;
use crate::setup::{self, Need};
use crate::site::Build;
use crate::toolchain::WasmToolchain;
use crate::{command, place, press, program, search_worker};

pub(super) fn measure() -> Outcome {
    setup::ensure(Need::Release)?;
    let folder = place::root().join("target/build-bench");
    let posts = grown::posts(&folder)?;
    let toolchain = WasmToolchain::required()?;
    let mut run = command::program("node");
    run.args(["benches/build/run.mjs", "--press"]).arg(press::install()?);
    run.arg("--program").arg(program::built(toolchain, "/")?);
    run.arg("--search").arg(search_worker::build(toolchain, Build::Release)?);
    run.arg("--work").arg(folder.join("work")).args(posts);
    command::run(&mut run, "measure building")
}
