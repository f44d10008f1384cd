//! What an archive becomes on the site: one file of this module for each kind of output.
//! Nothing here reads posts or touches the output folder; `files` writes what is planned.

mod assets;
mod card;
mod document;
mod excerpt;
mod files;
mod head;
mod look;
mod made;
mod manifest;
mod markdown;
mod opensearch;
mod search_index;
mod search_program;
mod shell;

use crate::archive::Archive;

pub use files::{Collision, Files, Origin, WriteError, Written};
pub use search_program::{SearchProgram, SearchProgramError};
pub use shell::{Shell, ShellError};

/// Tells GitHub Pages to serve the files as they are.
const NO_JEKYLL: &str = ".nojekyll";

/// Every file of the site. Without a shell, only what the app fetches; without the program that
/// searches, the index alone.
pub fn plan(
    archive: &Archive,
    shell: Option<&Shell>,
    program: Option<&SearchProgram>,
) -> Result<Files, Collision> {
    let mut files = Files::default();
    files.add(NO_JEKYLL, Origin::Archive("the site".to_owned()), Vec::new())?;
    let search = search_index::plan(archive, program, &mut files)?;
    search_program::plan(program, search, &mut files)?;
    let manifest = manifest::plan(archive, search, &mut files)?;
    markdown::plan(archive, &mut files)?;
    assets::plan(archive, &mut files)?;
    opensearch::plan(archive, &mut files)?;
    // Cards are named by documents alone.
    let cards = shell.map(|_| card::plan(archive, &mut files)).transpose()?.unwrap_or_default();
    for document in document::all(archive) {
        let html = shell.map(|shell| {
            let head = head::markup(&document, archive, &cards);
            shell.with(&document, archive, &manifest, &head)
        });
        // Without a shell the place is still taken, so that `press check` sees every collision.
        match html {
            Some(html) => files.add(&document.file, document.origin, html.into_bytes())?,
            None => files.reserve(&document.file, document.origin)?,
        }
    }
    Ok(files)
}
