//! `cargo xtask corpus DIR`: a whole archive through `press`, for its findings and their counts.

use super::Verb;
use crate::failure::{Failure, Outcome};
use crate::options::{self, Options};
use crate::{command, press};

pub(super) const VERB: Verb = Verb {
    name: "corpus",
    arguments: "DIR [--config FILE]",
    help: "check every post of an archive and count what is found",
    more: "\
DIR            the folder of posts
--config FILE  read FILE instead of the masthead.toml or _config.yml beside the posts

Needs nothing but cargo.",
    run,
};

fn run(mut options: Options) -> Outcome {
    let config = options.path("--config")?;
    let folder = options.word().ok_or_else(|| {
        Failure::new("no folder of posts is named").cure("cargo xtask corpus DIR")
    })?;
    options.finish()?;
    let press = press::install()?;
    let mut check = command::program(&press.to_string_lossy());
    check.arg("check").arg("--posts").arg(options::absolute(&folder)?);
    if let Some(config) = config {
        check.arg("--config").arg(config);
    }
    command::run(&mut check, "check the posts")
}
