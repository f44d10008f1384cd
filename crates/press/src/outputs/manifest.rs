//! The manifest. Its name holds a hash of its content, so that hosts and browsers may keep it for
//! ever and a page never meets the manifest of another build.

use bundle_format::{encode, manifest_name};

use super::files::{Collision, Files, Origin};
use crate::archive::Archive;
use crate::hash::content_hash;

/// Plans the manifest, and says by which hash it is called.
pub(crate) fn plan(archive: &Archive, files: &mut Files) -> Result<u64, Collision> {
    let bytes = encode(&archive.manifest);
    let hash = content_hash(&bytes);
    let name = manifest_name(hash);
    files.add(&name, Origin::Archive("the manifest".to_owned()), bytes)?;
    Ok(hash)
}
