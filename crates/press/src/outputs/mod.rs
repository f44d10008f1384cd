//! What an archive becomes on the site: one file of this module for each kind of output.
//! Nothing here reads posts or touches the output folder; `files` writes what is planned.

mod address;
mod api;
mod assets;
mod body;
mod card;
mod content;
mod deadlines;
mod document;
mod embed;
mod excerpt;
mod feeds;
mod files;
mod head;
mod headers;
mod json;
mod llms;
mod look;
mod made;
mod manifest;
mod markdown;
mod offline;
mod opensearch;
mod plan_error;
mod search_index;
mod search_program;
mod shell;
mod sitemap;
mod xml;

use bundle_format::Manifest;

use self::body::Bodies;
use self::embed::Embeds;
use crate::archive::Archive;
use crate::side_by_side;

pub(crate) use address::Addresses;
pub(crate) use content::Content;
pub use feeds::FeedError;
pub use files::{Collision, Files, Origin, WriteError, Written};
pub use offline::withdraw;
pub use plan_error::PlanError;
pub use search_program::{SearchProgram, SearchProgramError};
use shell::Versions;
pub(crate) use shell::push_escaped;
pub use shell::{Shell, ShellError};

/// Tells GitHub Pages to serve the files as they are.
const NO_JEKYLL: &str = ".nojekyll";

/// Every file of the site. Without a shell, only what the app fetches; without the program that
/// searches, the index alone.
pub fn plan(
    archive: &Archive,
    shell: Option<&Shell>,
    program: Option<&SearchProgram>,
) -> Result<Files, PlanError> {
    let mut files = Files::default();
    files.add(NO_JEKYLL, Origin::Archive("the site".to_owned()), Vec::new())?;
    let (index, api) =
        side_by_side::both(|| search_index::built(archive), || api::documents(archive));
    let embeds = shell.map(|_| Embeds::new(archive, &index));
    let search = search_index::plan(index, &mut files)?;
    let search_program = search_program::plan(program, search, &mut files)?;
    let planned = deadlines::plan(archive, &mut files)?;
    let deadlines = planned.as_ref().map(|planned| planned.hash);
    let manifest = Manifest { search, search_program, deadlines, ..archive.manifest.clone() };
    let manifest_file = manifest::plan(&manifest, &mut files)?;
    markdown::plan(archive, &mut files)?;
    assets::plan(archive, &mut files)?;
    opensearch::plan(archive, &mut files)?;
    sitemap::plan(archive, &mut files)?;
    let feeds = feeds::plan(archive, &mut files)?;
    llms::plan(archive, &feeds, &mut files)?;
    api::plan(api, &mut files)?;
    let documents = document::all(archive);
    let (Some(shell), Some(embeds)) = (shell, embeds) else {
        // The places are still taken, so that `press check` sees every collision.
        offline::reserve(&mut files)?;
        for document in documents {
            files.reserve(&document.file, document.origin)?;
        }
        embed::reserve(archive, &mut files)?;
        return Ok(files);
    };
    let cards = card::plan(archive, &mut files)?;
    let program = offline::plan(archive, shell, &manifest_file, &mut files)?;
    let versions = Versions { manifest: &manifest_file, program: &program };
    let deadlines = planned.map(|planned| planned.deadlines);
    embeds.plan(archive, &mut files)?;
    headers::plan(archive, shell, &embeds.markup(), &manifest, &manifest_file, &mut files)?;
    let bodies = Bodies::new(archive, manifest, deadlines);
    let pages = side_by_side::map(&documents, |document| {
        let head = head::markup(document, archive, &cards, &feeds);
        shell.with(document, archive, versions, &bodies.of(document), &head)
    });
    for (document, html) in documents.into_iter().zip(pages) {
        files.add(&document.file, document.origin, html.into_bytes())?;
    }
    Ok(files)
}
