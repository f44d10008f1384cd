//! What cargo says that it has built: JSON, one object a line.

use std::path::{Path, PathBuf};

/// The arguments with which cargo says so.
pub(crate) const MESSAGES: &str = "--message-format json-render-diagnostics";

/// The path of the native program that was built.
pub(crate) fn executable(messages: &str) -> Option<PathBuf> {
    messages.lines().find_map(|line| {
        let (_, rest) = line.split_once("\"executable\":\"")?;
        let (found, _) = rest.split_once('"')?;
        Some(path(found))
    })
}

/// The path of the wasm file that was built of a package.
pub(crate) fn wasm(messages: &str, package: &str) -> Option<PathBuf> {
    let name = format!("{}.wasm", package.replace('-', "_"));
    let strings = messages.lines().rev().flat_map(|line| line.split('"'));
    strings.map(path).find(|path| path.file_name() == Some(name.as_ref()))
}

/// A path as it stands in JSON.
fn path(written: &str) -> PathBuf {
    Path::new(&written.replace("\\\\", "\\")).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{executable, wasm};
    use std::path::Path;

    #[test]
    fn native_program_is_found() {
        let messages = "{\"reason\":\"x\",\"executable\":null}\n{\"executable\":\"/a/press\",\"fresh\":true}\n";
        assert_eq!(executable(messages).as_deref(), Some(Path::new("/a/press")));
        assert_eq!(executable("{\"executable\":null}"), None);
    }

    #[test]
    fn wasm_file_is_that_of_the_package() {
        let messages = "{\"filenames\":[\"/a/libcore.rlib\"]}\n\
            {\"filenames\":[\"/a/search_worker.wasm\"],\"fresh\":true}\n\
            {\"filenames\":[\"/a/another_search_worker.wasm\"],\"fresh\":true}\n";
        let found = wasm(messages, "search-worker");
        assert_eq!(found.as_deref(), Some(Path::new("/a/search_worker.wasm")));
        assert_eq!(wasm("{\"filenames\":[]}", "search-worker"), None);
    }
}
