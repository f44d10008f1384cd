//! Addresses as other sites need them.

use masthead::route::BasePath;

use crate::archive::Archive;

/// What stands before the paths of an archive.
#[derive(Debug, Clone)]
pub(super) struct Addresses<'archive> {
    /// The public address, base path included; `None` if it is not known.
    site: Option<&'archive str>,
    base: BasePath,
}

impl<'archive> Addresses<'archive> {
    pub(super) fn new(archive: &'archive Archive) -> Self {
        let base = BasePath::new(&archive.base_path);
        Self { site: archive.manifest.site_url.as_deref(), base }
    }

    /// Of a page or file, from its path below the base path; from the root of the host on where the public
    /// address is not known.
    pub(super) fn of(&self, path: &str) -> String {
        self.public(path).unwrap_or_else(|| self.base.file(path))
    }

    /// The whole address; `None` where the public address is not known.
    pub(super) fn public(&self, path: &str) -> Option<String> {
        let site = self.site?;
        Some(format!("{site}{}", BasePath::new("/").file(path)))
    }
}
