//! An issue in a page of another site, beside a plain page in a frame.

use super::paint;
use crate::failure::Outcome;
use crate::{command, place, setup};

pub(super) fn measure() -> Outcome {
    let site = paint::site()?;
    let mut run = command::program("node");
    run.arg("benches/embed/run.mjs").arg("--site").arg(site);
    run.arg("--work").arg(place::root().join("target/embed-bench"));
    if let Some(chromium) = setup::chromium() {
        run.env("CHROMIUM", chromium);
    }
    command::run(&mut run, "measure widgets in Chromium")
}
