//! What makes a site work without the network, and an app of its own on a device: the service worker
//! with the list of the program's files, what is saved when a reader saves the archive, the file that
//! says what is current, and the web app manifest with its icons. `docs/offline.md` says how they play
//! together.

mod icons;
mod inventory;
mod pointer;
mod program;
mod web_manifest;
mod worker;

use super::body::Body;
use super::document;
use super::files::{Collision, Files, Origin};
use super::shell::{Shell, Versions};
use crate::archive::Archive;
use program::Program;

pub use worker::withdraw;

pub(super) use web_manifest::WEB_MANIFEST;

/// The document from which the program can show any address. It names no manifest, so that it stays
/// what it is when a new issue comes.
const SHELL_FILE: &str = "shell.html";

/// Plans all of it, and says which version the program has. `manifest` is the name of the manifest.
pub(super) fn plan(
    archive: &Archive,
    shell: &Shell,
    manifest: &str,
    files: &mut Files,
) -> Result<String, Collision> {
    icons::plan(shell, files)?;
    web_manifest::plan(archive, shell, files)?;
    let inventory = inventory::plan(archive, files)?;
    let shell_document = document::shell(archive);
    let markup = |program: &str| {
        let versions = Versions { manifest: "", program };
        shell.with(&shell_document, archive, versions, &Body::default(), "")
    };
    let mut program = Program::new(shell, &markup(""), files);
    let page = markup(&program.version());
    let page_script = worker::page_script(&program.version());
    for (file, text) in [(SHELL_FILE, page), (&page_script.file, page_script.text)] {
        program.add(file, text.as_bytes());
        files.add(file, origin(), text.into_bytes())?;
    }
    worker::plan(archive, &program, files)?;
    pointer::plan(&program, manifest, &inventory, files)?;
    Ok(program.version())
}

/// Keeps the names, where there is no shell.
pub(super) fn reserve(files: &mut Files) -> Result<(), Collision> {
    for file in [SHELL_FILE, WEB_MANIFEST, worker::WORKER_FILE, pointer::POINTER_FILE] {
        files.reserve(file, origin())?;
    }
    Ok(())
}

fn origin() -> Origin {
    Origin::Archive("what works without the network".to_owned())
}
