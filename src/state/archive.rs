//! The archive that this deployment shows: its manifest and the rules to read its posts by.

use std::sync::Arc;

use bundle_format::{FamilyCount, Manifest, decode};
use leptos::prelude::*;
use leptos::task::spawn_local;
use newsletter::Rules;

use super::load::{Load, LoadError};
use crate::platform::{document, fetch, offline};
use crate::route::{Address, BasePath};

/// The archive, once its manifest is here.
#[derive(Debug)]
pub struct Archive {
    /// Everything but the text of the posts.
    pub manifest: Manifest,
    /// How posts are parsed.
    pub rules: Rules,
    /// Where the archive is served.
    pub base: BasePath,
    /// By places in the manifest's families.
    counts: Vec<FamilyCount>,
}

/// A shared, unchanging archive.
pub type ArchiveRef = Arc<Archive>;

/// Starts to fetch the archive that the shell names into `archive`.
pub fn load(archive: RwSignal<Load<ArchiveRef>>) {
    archive.set(Load::Loading);
    spawn_local(async move {
        archive.set(match fetched().await {
            Ok(ready) => Load::Ready(Arc::new(ready)),
            Err(error) => Load::Failed(error),
        });
    });
}

/// Where this deployment is, as the shell says.
pub fn base_here() -> BasePath {
    BasePath::new(&document::root_attribute("data-base"))
}

/// The file of the manifest that the page has; empty if it has none yet.
pub fn manifest_here() -> String {
    document::root_attribute("data-manifest")
}

/// Fetches the archive that the shell names, or the current one if that is gone.
pub async fn fetched() -> Result<Archive, LoadError> {
    let base = base_here();
    let named = manifest_here();
    // The page for any address names none, and what a page names may be gone.
    let archive = match named.as_str() {
        "" => Err(LoadError::Missing),
        named => of(base.clone(), named).await,
    };
    let Err(LoadError::Missing) = archive else { return archive };
    let program = document::root_attribute("data-program");
    let pointer = format!("{}?program={program}", base.file("/version.json"));
    let current = offline::current_manifest(&pointer).await?;
    if current == named { archive } else { of(base, &current).await }
}

/// The archive whose manifest is in the file of this name.
pub async fn of(base: BasePath, file: &str) -> Result<Archive, LoadError> {
    let bytes = fetch::bytes(&base.file(file)).await?;
    let manifest = decode(&bytes).map_err(LoadError::Format)?;
    document::set_root_attribute("data-manifest", Some(file));
    Ok(Archive::new(manifest, base))
}

impl Archive {
    /// The archive that a manifest describes, served at a base path.
    pub fn new(manifest: Manifest, base: BasePath) -> Self {
        let counts = (0..).zip(&manifest.families).map(|(place, _)| manifest.family_count(place));
        Self { counts: counts.collect(), rules: manifest.rules(base.as_str()), manifest, base }
    }

    /// Issues and items of the family at a place; every page of a section says those of all.
    pub fn family_count(&self, family: u8) -> FamilyCount {
        self.counts.get(usize::from(family)).copied().unwrap_or_default()
    }

    /// The `href` of an address.
    pub fn href(&self, address: &Address) -> String {
        self.base.href(address)
    }

    /// The window's title on the page called `page`: the same as in the page's own file.
    pub fn window_title(&self, page: &str) -> String {
        let manifest = &self.manifest;
        if page == manifest.title { page.to_owned() } else { manifest.document_title(page) }
    }

    /// The place of the family with this id.
    pub fn family(&self, id: &str) -> Option<u8> {
        let place = self.manifest.families.iter().position(|family| family.id == id)?;
        u8::try_from(place).ok()
    }

    /// The name of the family at a place.
    pub fn family_name(&self, family: u8) -> &str {
        self.manifest.families.get(usize::from(family)).map_or("", |family| &family.name)
    }

    /// The id of the family at a place.
    pub fn family_id(&self, family: u8) -> &str {
        self.manifest.families.get(usize::from(family)).map_or("", |family| &family.id)
    }

    /// The years that have issues, newest first.
    pub fn years(&self) -> Vec<i32> {
        let mut years: Vec<_> =
            self.manifest.issues.iter().map(bundle_format::IssueEntry::year).collect();
        years.dedup();
        years
    }

    /// How many issues a year has.
    pub fn issues_in(&self, year: i32) -> u32 {
        let issues = self.manifest.issues.iter().filter(|issue| issue.year() == year);
        u32::try_from(issues.count()).unwrap_or(u32::MAX)
    }
}
