//! What other sites show of the archive: pages for frames, what tells sites about them, and the module that
//! makes the frames. `docs/embedding.md` describes it for those who embed.

mod loader;
mod look;
mod maker;
mod oembed;
mod page;
mod pages;
mod saved;
mod script;
mod style;

use bundle_format::{Manifest, page_file};
use masthead::route::BasePath;
use masthead::state::archive::Archive as AppArchive;
use newsletter_search::Built;

use self::look::Look;
use self::page::Page;
use super::Addresses;
use super::files::{Collision, Files, Origin};
use crate::archive::Archive;

pub(crate) use oembed::{MEDIA_TYPE, of_document};

/// Keeps the names of all pages, so that `press check` sees every collision.
pub(crate) fn reserve(archive: &Archive, files: &mut Files) -> Result<(), Collision> {
    pages::paths(archive).iter().try_for_each(|path| files.reserve(&page_file(path), origin(path)))
}

fn origin(path: &str) -> Origin {
    Origin::Archive(format!("the embedded page {path}"))
}

/// All of it, before it is planned.
#[derive(Debug)]
pub(crate) struct Embeds {
    look: Look,
    pages: Vec<Page>,
}

impl Embeds {
    /// Makes every page; `built` is the index of the archive.
    pub(crate) fn new(archive: &Archive, built: &Built) -> Self {
        let manifest: Manifest = archive.manifest.clone();
        let app = AppArchive::new(manifest, BasePath::new(&archive.base_path));
        let mut pages = pages::all(archive, &app, &saved::all(archive, built));
        pages.push(maker::page(archive, &app));
        Self { look: Look::of(&archive.manifest), pages }
    }

    /// The scripts and styles of all pages, for policies.
    pub(crate) fn markup(&self) -> String {
        self.look.all()
    }

    /// Plans the files.
    pub(crate) fn plan(&self, archive: &Archive, files: &mut Files) -> Result<(), Collision> {
        let (known, public) = (Addresses::known(archive), Addresses::public(archive));
        for page in &self.pages {
            let html = page.html(&archive.manifest, known, public, &self.look);
            files.add(&page.file(), origin(&page.path), html.into_bytes())?;
            if let Some(public) = public.filter(|_| page.is_told()) {
                let told = oembed::content(page, archive, public).into_bytes();
                files.add(&oembed::file(&page.path), origin(&page.path), told)?;
            }
        }
        loader::plan(files)
    }
}
