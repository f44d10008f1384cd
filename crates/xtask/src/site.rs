//! Builds the site: `press` natively first, then the program that searches, then Trunk, which compiles
//! the app for the browser and has `press` write the archive's files beside it. The order keeps the compiler of the wasm build
//! and its environment away from native code (docs/adr/0002).

use crate::failure::{Failure, Outcome};
use crate::options::Options;
use crate::toolchain::{TARGET, WasmToolchain};
use crate::{command, place, search_worker};
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
    fn describe(&self, trunk: &mut Command) {
        let path = |path: &Option<PathBuf>| path.clone().map(PathBuf::into_os_string);
        let values = [
            ("MASTHEAD_POSTS", path(&self.posts)),
            ("MASTHEAD_CONFIG", path(&self.config)),
            ("MASTHEAD_SITE_URL", self.site_url.clone().map(Into::into)),
        ];
        for (key, value) in values {
            match value {
                Some(value) => trunk.env(key, value),
                None => trunk.env_remove(key),
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
    refuse_foreign_folder(out)?;
    let mut trunk = trunk("build", archive, Build::Release, out)?;
    trunk.arg("--public-url").arg(public_url);
    command::run(&mut trunk, "build the site")
}

/// Trunk, ready to build or serve `archive` into `out`; everything that it needs has been fetched
/// and built, because Trunk itself is kept off the network.
pub(crate) fn trunk(verb: &str, archive: &Archive, build: Build, out: &Path) -> Outcome<Command> {
    install_press()?;
    let toolchain = WasmToolchain::required()?;
    let mut fetch = toolchain.cargo(build, "fetch --quiet --target")?;
    command::quietly(fetch.arg(TARGET), "fetch what the app depends on")?;

    let search = search_worker::build(toolchain, build)?;

    let mut trunk = command::program("trunk");
    // A backtrace of Trunk under each compiler error would hide the error.
    trunk.arg(verb).arg("--dist").arg(out).env("RUST_BACKTRACE", "0");
    if build == Build::Release {
        trunk.args(["--release", "--cargo-profile", "wasm"]);
    }
    archive.describe(&mut trunk);
    trunk.env("MASTHEAD_SEARCH", search);
    toolchain.prepare(build, &mut trunk)?;
    Ok(trunk)
}

/// Builds `press` and puts it where the hook in `Trunk.toml` finds it, whatever cargo's own target
/// folder is. Gives its path.
pub(crate) fn install_press() -> Outcome<PathBuf> {
    let words = "build --package press --profile press --message-format json-render-diagnostics";
    let messages =
        command::written(&mut command::cargo(words), "build press, which reads the posts")?;
    let built =
        executable(&messages).ok_or_else(|| Failure::new("cargo did not say where press is"))?;
    let installed = place::tools_bin().join(format!("press{}", std::env::consts::EXE_SUFFIX));
    replace_file(&built, &installed)
        .map_err(|e| Failure::new(format!("{} cannot be written: {e}", installed.display())))?;
    Ok(installed)
}

/// Copies by renaming, so that a `press` that a running `serve` has started keeps its own file.
fn replace_file(from: &Path, to: &Path) -> std::io::Result<()> {
    let bytes = std::fs::read(from)?;
    if std::fs::read(to).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let beside = to.with_extension("new");
    std::fs::copy(from, &beside)?;
    std::fs::rename(beside, to)
}

/// The path of the program in cargo's messages, one JSON object a line.
fn executable(messages: &str) -> Option<PathBuf> {
    messages.lines().find_map(|line| {
        let (_, rest) = line.split_once("\"executable\":\"")?;
        let (path, _) = rest.split_once('"')?;
        Some(PathBuf::from(path.replace("\\\\", "\\")))
    })
}

/// Trunk empties the folder that it builds into. A folder that holds anything but an earlier build is
/// refused, the repository and what it lies in above all.
fn refuse_foreign_folder(out: &Path) -> Outcome {
    let names =
        std::fs::read_dir(out).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let is_empty = names.filter(|name| name != ".stage").count() == 0;
    if is_empty || is_built_site(out) {
        return Ok(());
    }
    Err(Failure::new(format!("{} holds files that are no built site", out.display()))
        .why("building replaces everything in the folder")
        .cure("name an empty folder with --out, or empty this one"))
}

/// Whether the folder's start page is Masthead's shell, and not the template of it.
fn is_built_site(folder: &Path) -> bool {
    let page = std::fs::read_to_string(folder.join("index.html")).unwrap_or_default();
    page.contains("data-app=") && !page.contains("data-trunk")
}

#[cfg(test)]
mod tests {
    use super::{executable, refuse_foreign_folder};
    use crate::place;
    use std::path::Path;

    #[test]
    fn program_is_found_in_the_messages_of_cargo() {
        let messages = "{\"reason\":\"x\",\"executable\":null}\n{\"executable\":\"/a/press\",\"fresh\":true}\n";
        assert_eq!(executable(messages).as_deref(), Some(Path::new("/a/press")));
        assert_eq!(executable("{\"executable\":null}"), None);
    }

    #[test]
    fn folder_with_other_files_is_not_replaced() {
        let root = place::root();
        assert!(refuse_foreign_folder(&root).is_err());
        assert!(refuse_foreign_folder(&root.join("crates")).is_err());
        assert!(refuse_foreign_folder(&root.join("no/such/folder")).is_ok());
    }
}
