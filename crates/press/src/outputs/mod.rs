//! What an archive becomes on the site: one file of this module for each kind of output.
//! Nothing here reads posts or touches the output folder; `files` writes what is planned.

mod assets;
mod body;
mod document;
mod embed;
mod files;
mod headers;
mod manifest;
mod markdown;
mod opensearch;
mod search_index;
mod search_program;
mod shell;
mod side_by_side;

use bundle_format::{Manifest, search_folder};

use self::body::Bodies;
use self::embed::Embeds;
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
    let index = search_index::built(archive);
    let embeds = shell.map(|_| Embeds::new(archive, &index));
    let search = search_index::plan(index, program, &mut files)?;
    search_program::plan(program, search, &mut files)?;
    let manifest = Manifest { search, ..archive.manifest.clone() };
    let manifest_file = manifest::plan(&manifest, &mut files)?;
    markdown::plan(archive, &mut files)?;
    assets::plan(archive, &mut files)?;
    opensearch::plan(archive, &mut files)?;
    let documents = document::all(archive);
    let (Some(shell), Some(embeds)) = (shell, embeds) else {
        // The places are still taken, so that `press check` sees every collision.
        for document in documents {
            files.reserve(&document.file, document.origin)?;
        }
        embed::reserve(archive, &mut files)?;
        return Ok(files);
    };
    embeds.plan(archive, &mut files)?;
    let hashed = [format!("{}/*", search_folder(search)), manifest_file.clone()];
    headers::plan(archive, shell, &embeds.markup(), &hashed, &mut files)?;
    let bodies = Bodies::new(archive, manifest).all(&documents);
    for (document, body) in documents.into_iter().zip(&bodies) {
        let html = shell.with(&document, archive, &manifest_file, body);
        let html = embed::with_link(html, archive, &document.path, &document.title);
        files.add(&document.file, document.origin, html.into_bytes())?;
    }
    Ok(files)
}
