//! Images and other files, copied to their addresses.

use super::files::{Collision, Files};
use crate::archive::Archive;

pub(crate) fn plan(archive: &Archive, files: &mut Files) -> Result<(), Collision> {
    archive.assets.iter().try_for_each(|asset| files.copy(&asset.address, &asset.source))
}
