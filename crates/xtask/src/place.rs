//! Where things are: the repository, its tools, and programs on the search path.

use crate::failure::{Failure, Outcome};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The package that is the app, as `cargo -p` knows it.
pub(crate) const APP: &str = "masthead";

/// The package that is the program that searches.
pub(crate) const SEARCH_WORKER: &str = "search-worker";

/// The package of the browser tests, outside `default-members`.
pub(crate) const BROWSER_TESTS: &str = "browser-tests";

/// The repository's root. `cargo run` hands over the folder of this crate, two below it.
pub(crate) fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.ancestors().nth(2).unwrap_or(&here).to_owned()
}

/// Everything that set-up installs without being root. Always here, even where `CARGO_TARGET_DIR`
/// is set, because `Trunk.toml` names a program in it and cannot expand variables.
pub(crate) fn tools() -> PathBuf {
    root().join("target/tools")
}

/// The programs among the tools.
pub(crate) fn tools_bin() -> PathBuf {
    tools().join("bin")
}

/// The programs that npm installed among the tools.
pub(crate) fn npm_bin() -> PathBuf {
    tools().join("npm/node_modules/.bin")
}

/// The search path for every program that is started: our own tools first.
pub(crate) fn search_path() -> OsString {
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let ours = [tools_bin(), npm_bin()];
    let all = ours.into_iter().chain(std::env::split_paths(&inherited));
    std::env::join_paths(all).unwrap_or(inherited)
}

/// The full path of a program on the search path; `None` if it is not installed.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&search_path())
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// The first of several programs that is installed.
pub(crate) fn any_program(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| program(name))
}

/// The text of a file of the repository, by its path from the root.
pub(crate) fn text(path: &str) -> Outcome<String> {
    read(&root().join(path))
}

/// The text of a file.
pub(crate) fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path)
        .map_err(|e| Failure::new(format!("{} cannot be read: {e}", path.display())))
}

/// All files in a folder and the folders in it, in the order of their paths.
pub(crate) fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let unreadable = |e| Failure::new(format!("{} cannot be read: {e}", folder.display()));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            files.extend(self::files(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Removes a file, or a folder with all that is in it, if it is there.
pub(crate) fn remove(path: &Path) -> Outcome {
    let removed = match std::fs::symlink_metadata(path) {
        Ok(there) if there.is_dir() => std::fs::remove_dir_all(path),
        Ok(_) => std::fs::remove_file(path),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    };
    removed.map_err(|e| Failure::new(format!("{} cannot be removed: {e}", path.display())))
}
