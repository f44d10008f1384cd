//! The manifest. Its name holds a hash of its content, so that hosts and browsers may keep it for
//! ever and a page never meets the manifest of another build.

use bundle_format::{Manifest, encode};

use super::files::{Collision, Files, Origin};
use crate::hash::content_hash;

/// Plans the manifest, and says what it is called.
pub(crate) fn plan(manifest: &Manifest, files: &mut Files) -> Result<String, Collision> {
    let bytes = encode(manifest);
    let name = format!("archive-{:016x}.bin", content_hash(&bytes));
    files.add(&name, Origin::Archive("the manifest".to_owned()), bytes)?;
    Ok(name)
}
