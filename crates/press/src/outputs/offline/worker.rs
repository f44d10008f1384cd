//! The service worker and the script by which pages speak with it: JavaScript of `crates/press/js`, with
//! what is known when the site is built.

use std::path::Path;
use std::{fs, io};

use serde_json::{Value, json};

use super::super::files::{Collision, Files};
use super::origin;
use super::program::{Listed, Program};
use crate::archive::Archive;

/// Its name, below the base path: its place decides what it may answer for.
pub(super) const WORKER_FILE: &str = "service-worker.js";

/// In the order in which they follow each other.
const PARTS: [&str; 10] = [
    include_str!("../../../js/service-worker/addresses.js"),
    include_str!("../../../js/service-worker/storage.js"),
    include_str!("../../../js/service-worker/program.js"),
    include_str!("../../../js/service-worker/content.js"),
    include_str!("../../../js/service-worker/pages.js"),
    include_str!("../../../js/service-worker/inventory.js"),
    include_str!("../../../js/service-worker/files.js"),
    include_str!("../../../js/service-worker/saving.js"),
    include_str!("../../../js/service-worker/state.js"),
    include_str!("../../../js/service-worker/events.js"),
];

const PAGE: &str = include_str!("../../../js/page.js");

const WITHDRAWAL: &str = include_str!("../../../js/withdrawal.js");

/// The page's script.
pub(super) struct PageScript {
    /// Path below the base path. The app knows it from the version that its page says.
    pub(super) file: String,
    pub(super) text: String,
}

/// The page's script of this version.
pub(super) fn page_script(version: &str) -> PageScript {
    PageScript { file: format!("offline-{version}.js"), text: without_comments(PAGE) }
}

/// All that the version depends on here.
pub(super) fn sources() -> String {
    format!("{}{PAGE}", PARTS.concat())
}

/// Plans the service worker.
pub(super) fn plan(
    archive: &Archive,
    program: &Program,
    files: &mut Files,
) -> Result<(), Collision> {
    let list: Vec<_> = program.files().iter().map(listed).collect();
    let text = format!(
        "const BASE = {};\nconst VERSION = {};\nconst FILES = {};\n{}",
        json!(archive.base_path),
        json!(program.version()),
        json!(list),
        without_comments(&PARTS.concat()),
    );
    files.add(WORKER_FILE, origin(), text.into_bytes())
}

fn listed(file: &Listed) -> Value {
    json!([file.file, file.sha256, file.bytes])
}

/// Replaces the service worker of a built site by one that removes what earlier ones have kept, and
/// itself.
pub fn withdraw(archive: &Archive, out: &Path) -> io::Result<()> {
    let base = json!(archive.base_path);
    let text = format!("const BASE = {base};\n{}", without_comments(WITHDRAWAL));
    fs::write(out.join(WORKER_FILE), text)
}

/// Comments are for those who read the sources. Only whole lines of comment are left out; no line of
/// another kind begins like one.
fn without_comments(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_are_left_out() {
        assert_eq!(
            without_comments("// Why.\n\n  // What.\nlet a = 1; // Kept.\n"),
            "let a = 1; // Kept.\n"
        );
    }
}
