//! The program that searches in the browser, and the module at the root of the site that leads other
//! pages to it. It is built before `press` runs; its files lie beside the index.

use std::path::{Path, PathBuf};
use std::{fs, io};

use bundle_format::search_folder;
use thiserror::Error;

use super::files::{Collision, Files, Origin};

/// What the program consists of: `crates/search-worker` builds it.
const FILES: [&str; 3] = ["engine.wasm", "search.js", "worker.js"];

/// An address that stays, whatever hash the folder's name holds.
pub(super) const MODULE: &str = "search.js";

/// The files of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchProgram {
    files: Vec<(&'static str, Vec<u8>)>,
}

/// A file of the program is not there.
#[derive(Debug, Error)]
#[error("the search program's {} cannot be read: {error}: build it with `cargo xtask build`", path.display())]
pub struct SearchProgramError {
    /// The file.
    pub path: PathBuf,
    /// The system's reason.
    pub error: io::Error,
}

impl SearchProgram {
    /// Reads the program in a folder.
    pub fn read(folder: &Path) -> Result<Self, SearchProgramError> {
        let read = |name| {
            let path = folder.join(name);
            match fs::read(&path) {
                Ok(bytes) => Ok((name, bytes)),
                Err(error) => Err(SearchProgramError { path, error }),
            }
        };
        Ok(Self { files: FILES.into_iter().map(read).collect::<Result<_, _>>()? })
    }

    /// What the name of the folder also depends on, so that index and program are never mixed.
    pub(crate) fn bytes(&self) -> impl Iterator<Item = &[u8]> {
        self.files.iter().map(|(_, bytes)| bytes.as_slice())
    }
}

/// Plans the program beside the index that has this hash.
pub(crate) fn plan(
    program: Option<&SearchProgram>,
    hash: u64,
    files: &mut Files,
) -> Result<(), Collision> {
    let origin = || Origin::Archive("the search program".to_owned());
    let Some(program) = program else {
        // The place is still taken, so that `press check` sees every collision.
        return files.reserve(MODULE, origin());
    };
    let folder = search_folder(hash);
    for (name, bytes) in &program.files {
        files.add(&format!("{folder}/{name}"), origin(), bytes.clone())?;
    }
    let module = format!("export * from \"./{folder}/{MODULE}\";\n");
    files.add(MODULE, origin(), module.into_bytes())
}
