//! `press build`: from a configuration to files.

use std::path::Path;
use std::{fs, io};

use thiserror::Error;

use crate::archive::{Archive, TakenAddress};
use crate::outputs::{
    self, PlanError, SearchProgram, SearchProgramError, Shell, ShellError, WriteError, Written,
};

/// Why nothing was built.
#[derive(Debug, Error)]
pub enum BuildError {
    /// Two posts or pages would be one page of the site.
    #[error("{0}: {cure}", cure = TakenAddress::CURE)]
    AddressTaken(TakenAddress),
    /// The site would be something else than what it says.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// The shell is not one.
    #[error("{path}: {error}")]
    Shell {
        /// The file that was read.
        path: String,
        /// What is missing in it.
        error: ShellError,
    },
    /// The shell that was named cannot be read.
    #[error("the shell {path} cannot be read: {error}")]
    ShellUnreadable {
        /// The file.
        path: String,
        /// The system's reason.
        error: io::Error,
    },
    /// The program that searches is not whole.
    #[error(transparent)]
    SearchProgram(#[from] SearchProgramError),
    /// The output is not whole.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Writes the site of `archive` into the folder `out`. The shell is the file `shell`, else the
/// `index.html` that is in `out`; without either, only what the app fetches is written. The program
/// that searches is copied from the folder `search`; without it, only its index is written.
pub fn build(
    archive: &Archive,
    out: &Path,
    shell: Option<&Path>,
    search: Option<&Path>,
) -> Result<Written, BuildError> {
    rebuild(archive, out, None, shell, search)
}

/// [`build`], but that what takes a while to make and has not changed since a build into the folder
/// `earlier` is copied from there.
pub fn rebuild(
    archive: &Archive,
    out: &Path,
    earlier: Option<&Path>,
    shell: Option<&Path>,
    search: Option<&Path>,
) -> Result<Written, BuildError> {
    if let Some(taken) = archive.taken.first() {
        return Err(BuildError::AddressTaken(taken.clone()));
    }
    let shell = read_shell(out, shell, &archive.base_path)?;
    let program = search.map(SearchProgram::read).transpose()?;
    let files = outputs::plan(archive, shell.as_ref(), program.as_ref())?;
    Ok(files.write(out, earlier)?)
}

fn read_shell(
    out: &Path,
    shell: Option<&Path>,
    base_path: &str,
) -> Result<Option<Shell>, BuildError> {
    let in_output = out.join("index.html");
    let path = match shell {
        Some(path) => path,
        None if in_output.is_file() => &in_output,
        None => return Ok(None),
    };
    let name = path.display().to_string();
    match fs::read_to_string(path) {
        Ok(html) => match Shell::new(&html, base_path) {
            Ok(shell) => shell
                .with_files(path.parent().unwrap_or(out))
                .map(Some)
                .map_err(|error| BuildError::ShellUnreadable { path: name, error }),
            Err(error) => Err(BuildError::Shell { path: name, error }),
        },
        Err(error) => Err(BuildError::ShellUnreadable { path: name, error }),
    }
}
