//! Builds the site: `press` natively first, then the program that searches, then the app's, to which
//! `press` adds the archive's files. The order keeps the compiler of the wasm build and its environment
//! away from native code (docs/adr/0002).

use crate::failure::{Failure, Outcome};
use crate::options::Options;
use crate::stage::Stage;
use crate::toolchain::{TARGET, WasmToolchain};
use crate::{command, press, program, search_worker};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Which archive is shown. What is `None` is left to `press`, which reads `masthead.toml`.
#[derive(Debug, Default)]
pub(crate) struct Archive {
    /// The folder of posts.
    pub(crate) posts: Option<PathBuf>,
    /// The configuration file.
    pub(crate) config: Option<PathBuf>,
    /// The address at which the site will be published.
    site_url: Option<String>,
}

impl Archive {
    /// From `--posts`, `--config` and `--site-url`.
    pub(crate) fn from_options(options: &mut Options) -> Outcome<Self> {
        let posts = options.path("--posts")?;
        if let Some(missing) = posts.as_ref().filter(|posts| !posts.is_dir()) {
            return Err(Failure::new(format!("{} is not a folder", missing.display())));
        }
        let config = options.path("--config")?;
        if let Some(missing) = config.as_ref().filter(|config| !config.is_file()) {
            return Err(Failure::new(format!("{} is not a file", missing.display())));
        }
        Ok(Self { posts, config, site_url: options.value("--site-url")? })
    }

    /// The posts in a folder, with the configuration that is found beside them.
    pub(crate) fn of_posts(posts: PathBuf) -> Self {
        Self { posts: Some(posts), ..Self::default() }
    }

    /// Tells `press` about it. Trunk hands its environment on to the hook, and no arguments.
    fn describe(&self, command: &mut Command) {
        let path = |path: &Option<PathBuf>| path.clone().map(PathBuf::into_os_string);
        let values = [
            ("MASTHEAD_POSTS", path(&self.posts)),
            ("MASTHEAD_CONFIG", path(&self.config)),
            ("MASTHEAD_SITE_URL", self.site_url.clone().map(Into::into)),
        ];
        for (key, value) in values {
            match value {
                Some(value) => command.env(key, value),
                None => command.env_remove(key),
            };
        }
    }
}

/// How the app is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// Quick to compile, large to load.
    Development,
    /// Profile `wasm` and wasm-opt: what a reader downloads.
    Release,
}

/// Builds `archive` into the folder `out`, which is replaced as a whole.
pub(crate) fn build(archive: &Archive, out: &Path, public_url: &str) -> Outcome {
    let stage = Stage::new(out)?;
    let press = press::install()?;
    let toolchain = WasmToolchain::required()?;
    let search = search_worker::build(toolchain, Build::Release)?;
    stage.copy(&program::built(toolchain, public_url)?)?;

    let mut press = command::program(&press.to_string_lossy());
    press.arg("build").arg("--out").arg(stage.folder()).arg("--earlier").arg(out);
    press.args(["--public-url", public_url, "--search"]).arg(search);
    archive.describe(&mut press);
    command::run(&mut press, "add the archive's files")?;
    stage.take_place()
}

/// Trunk, ready to serve `archive` from the folder `out`. It has `press` add the archive's files each
/// time that it has built the app's.
pub(crate) fn server(archive: &Archive, build: Build, out: &Path) -> Outcome<Command> {
    press::install()?;
    let toolchain = WasmToolchain::required()?;
    let mut fetch = toolchain.cargo(build, "fetch --quiet --target")?;
    command::quietly(fetch.arg(TARGET), "fetch what the app depends on")?;
    let search = search_worker::build(toolchain, build)?;
    let mut trunk = trunk("serve", toolchain, build, out)?;
    archive.describe(&mut trunk);
    trunk.env("MASTHEAD_SEARCH", search);
    Ok(trunk)
}

/// Trunk, which writes into the folder `out`. What the app depends on has been fetched, because Trunk
/// itself is kept off the network.
pub(crate) fn trunk(
    verb: &str,
    toolchain: WasmToolchain,
    build: Build,
    out: &Path,
) -> Outcome<Command> {
    let mut trunk = command::program("trunk");
    // A backtrace of Trunk under each compiler error would hide the error.
    trunk.arg(verb).arg("--dist").arg(out).env("RUST_BACKTRACE", "0");
    if build == Build::Release {
        trunk.args(["--release", "--cargo-profile", "wasm"]);
    }
    toolchain.prepare(build, &mut trunk)?;
    Ok(trunk)
}
