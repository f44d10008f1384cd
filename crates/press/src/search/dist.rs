//! A built folder as an index.

use std::path::{Path, PathBuf};
use std::time::SystemTime;
use std::{fs, io};

use bundle_format::{decode, search_folder};
use newsletter_search::{Answer, FormatError, Index, PartId, ROOT_FILE, Request};
use thiserror::Error;

/// An index and the folder that its parts are in.
#[derive(Debug)]
pub struct Dist {
    index: Index,
    folder: PathBuf,
    /// The parts that were read because an answer needed them, in that order.
    needed: Vec<PartId>,
}

/// Why there is nothing to search.
#[derive(Debug, Error)]
pub enum SearchError {
    /// The folder holds no archive that `press build` made.
    #[error("{} holds no archive with a search index: build it with `press build --out`", .0.display())]
    NoIndex(PathBuf),
    /// A file of the index is not there or may not be read.
    #[error("{} cannot be read: {error}: build the archive again", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        error: io::Error,
    },
    /// A file of the index is not what it should be.
    #[error("{}: {error}: build the archive again", path.display())]
    Format {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: FormatError,
    },
}

impl Dist {
    /// Opens the archive in a folder that `press build` wrote.
    pub fn open(dist: &Path) -> Result<Self, SearchError> {
        let folder = folder(dist).ok_or_else(|| SearchError::NoIndex(dist.to_owned()))?;
        let path = folder.join(ROOT_FILE);
        let index =
            Index::open(&read(&path)?).map_err(|error| SearchError::Format { path, error })?;
        Ok(Self { index, folder, needed: Vec::new() })
    }

    /// The complete answer: every part that it takes is read.
    pub fn search(&mut self, request: &Request) -> Result<Answer, SearchError> {
        loop {
            let outcome = self.index.search(request);
            if outcome.needed.is_empty() && outcome.later.is_empty() {
                return Ok(outcome.answer);
            }
            if outcome.needed.is_empty() {
                outcome.later.into_iter().try_for_each(|id| self.load(id))?;
                continue;
            }
            for id in outcome.needed {
                self.load(id)?;
                self.needed.push(id);
            }
        }
    }

    /// The files that a browser would have fetched for the answers so far, in that order.
    pub fn fetched(&self) -> impl Iterator<Item = String> {
        std::iter::once(ROOT_FILE.to_owned()).chain(self.needed.iter().map(|id| id.file()))
    }

    /// The ids of an answer's section families, in the order of [`Answer::sections`].
    pub fn family_id(&self, family: u8) -> &str {
        self.index.families().get(usize::from(family)).map_or("", |family| family.id.as_str())
    }

    fn load(&mut self, id: PartId) -> Result<(), SearchError> {
        let path = self.folder.join(id.file());
        let bytes = read(&path)?;
        self.index.supply(id, bytes).map_err(|error| SearchError::Format { path, error })
    }
}

fn read(path: &Path) -> Result<Vec<u8>, SearchError> {
    fs::read(path).map_err(|error| SearchError::Unreadable { path: path.to_owned(), error })
}

/// The folder of the index. Earlier builds leave theirs behind: the documents name the manifest that
/// counts; without documents the newest one does.
fn folder(dist: &Path) -> Option<PathBuf> {
    let named = fs::read_to_string(dist.join("index.html")).ok().and_then(|html| {
        let (_, rest) = html.split_once(" data-manifest=\"")?;
        Some(dist.join(rest.split('"').next()?))
    });
    let manifest = named.filter(|manifest| manifest.is_file()).or_else(|| newest_manifest(dist))?;
    let manifest = decode(&fs::read(manifest).ok()?).ok()?;
    Some(dist.join(search_folder(manifest.search)))
}

fn newest_manifest(dist: &Path) -> Option<PathBuf> {
    let entries = fs::read_dir(dist).ok()?.flatten();
    let manifests = entries.filter_map(|entry| {
        let name = entry.file_name();
        let is_manifest = name.to_str()?.starts_with("archive-");
        let written = entry.metadata().and_then(|metadata| metadata.modified());
        is_manifest.then(|| (written.unwrap_or(SystemTime::UNIX_EPOCH), entry.path()))
    });
    manifests.max().map(|(_, manifest)| manifest)
}
