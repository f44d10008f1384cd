//! The program that searches in the browser, and the module at the root of the site that leads other
//! pages to it. It is built before `press` runs, and lies in a folder whose name holds its hash: a new
//! issue changes the index, and readers keep the program.

use std::path::{Path, PathBuf};
use std::{fs, io};

use bundle_format::{search_folder, search_program_folder};
use thiserror::Error;

use super::files::{Collision, Files, Origin};
use crate::hash::content_hash;

/// What the program consists of: `crates/search-worker` builds it.
const FILES: [&str; 3] = ["engine.wasm", "search.js", "worker.js"];

/// An address that stays, whatever hashes the folders' names hold.
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

    /// What the name of its folder depends on: every byte of every file.
    fn hash(&self) -> u64 {
        let bytes: Vec<u8> = self.files.iter().flat_map(|(_, bytes)| bytes).copied().collect();
        content_hash(&bytes)
    }
}

/// Plans the program, and the module that tells it of the index with the hash `search`. Says which
/// hash the program has; `None` without one.
pub(crate) fn plan(
    program: Option<&SearchProgram>,
    search: u64,
    files: &mut Files,
) -> Result<Option<u64>, Collision> {
    let origin = || Origin::Archive("the search program".to_owned());
    let Some(program) = program else {
        // The place is still taken, so that `press check` sees every collision.
        files.reserve(MODULE, origin())?;
        return Ok(None);
    };
    let hash = program.hash();
    let folder = search_program_folder(hash);
    for (name, bytes) in &program.files {
        files.add(&format!("{folder}/{name}"), origin(), bytes.clone())?;
    }
    files.add(MODULE, origin(), module(&folder, &search_folder(search)).into_bytes())?;
    Ok(Some(hash))
}

/// A module that knows where program and index are.
fn module(program: &str, index: &str) -> String {
    format!(
        "import {{ openSearch }} from \"./{program}/{MODULE}\";\n\
         export {{ SearchError }} from \"./{program}/{MODULE}\";\n\
         export const createSearch = () => openSearch(new URL(\"./{index}/\", import.meta.url));\n"
    )
}
