//! Builds `press`, which makes the archive's files.

use crate::failure::{Failure, Outcome};
use crate::{built, command, place};
use std::path::{Path, PathBuf};

/// Builds `press` and puts it where the hook in `Trunk.toml` finds it, whatever cargo's own target
/// folder is. Gives its path.
pub(crate) fn install() -> Outcome<PathBuf> {
    let words = format!("build --package press --profile press {}", built::MESSAGES);
    let messages =
        command::written(&mut command::cargo(&words), "build press, which reads the posts")?;
    let built = built::executable(&messages)
        .ok_or_else(|| Failure::new("cargo did not say where press is"))?;
    let installed = place::tools_bin().join(format!("press{}", std::env::consts::EXE_SUFFIX));
    replace_file(&built, &installed)
        .map_err(|e| Failure::new(format!("{} cannot be written: {e}", installed.display())))?;
    Ok(installed)
}

/// Copies by renaming, so that a `press` that a running `serve` has started keeps its own file.
fn replace_file(from: &Path, to: &Path) -> std::io::Result<()> {
    let bytes = std::fs::read(from)?;
    if std::fs::read(to).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let beside = to.with_extension("new");
    std::fs::copy(from, &beside)?;
    std::fs::rename(beside, to)
}
