//! `version.json`: the one small file without a hash in its name. Running pages and the service worker
//! learn from it what is current.

use serde_json::json;

use super::super::files::{Collision, Files};
use super::inventory::Planned;
use super::origin;
use super::program::Program;

/// Its name, below the base path.
pub(super) const POINTER_FILE: &str = "version.json";

/// Raised with every change of the meaning of a field.
const FORMAT: u32 = 1;

/// Plans the file. `manifest` is the name of the manifest.
pub(super) fn plan(
    program: &Program,
    manifest: &str,
    inventory: &Planned,
    files: &mut Files,
) -> Result<(), Collision> {
    let pointer = json!({
        "format": FORMAT,
        "program": program.version(),
        "manifest": manifest,
        "inventory": inventory.file,
        "issues": inventory.issues,
        "bytes": inventory.bytes,
    });
    files.add(POINTER_FILE, origin(), format!("{pointer}\n").into_bytes())
}
