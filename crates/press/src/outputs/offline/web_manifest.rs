//! The web app manifest, by which browsers install the archive as an app:
//! <https://www.w3.org/TR/appmanifest/>.

use std::iter;

use bundle_format::SEARCH_PATH;
use serde_json::json;

use super::super::files::{Collision, Files};
use super::super::shell::{Shell, has_ending};
use super::icons;
use super::origin;
use crate::archive::Archive;

/// Its name, below the base path, since what it may contain lies below its own address.
pub(in super::super) const WEB_MANIFEST: &str = "manifest.webmanifest";

/// The newest issue opens the home page under this id.
const LATEST: &str = "#latest-title";

/// The key of a shared text or link in the address of the search page.
const SHARED_KEY: &str = "shared";

/// Where `style/tokens.css` says the colour of the paper.
const PAPER: &str = "--paper:";

/// Plans the manifest.
pub(super) fn plan(archive: &Archive, shell: &Shell, files: &mut Files) -> Result<(), Collision> {
    let base = &archive.base_path;
    let search = format!("{base}{}", SEARCH_PATH.trim_start_matches('/'));
    let mut manifest = json!({
        "id": base,
        "start_url": base,
        "scope": base,
        "name": archive.manifest.title,
        "short_name": archive.manifest.short_title,
        "description": archive.manifest.description,
        "lang": archive.manifest.language,
        "display": "standalone",
        "icons": icons::described(base, shell),
        "shortcuts": [
            { "name": "Latest issue", "url": format!("{base}{LATEST}") },
            { "name": "Search", "url": search },
        ],
        "share_target": {
            "action": search,
            "method": "GET",
            "params": { "text": SHARED_KEY, "url": SHARED_KEY },
        },
    });
    if let (Some(paper), Some(fields)) = (paper(shell), manifest.as_object_mut()) {
        fields.insert("background_color".to_owned(), json!(paper));
        fields.insert("theme_color".to_owned(), json!(paper));
    }
    files.add(WEB_MANIFEST, origin(), format!("{manifest:#}\n").into_bytes())
}

/// The colour of the paper by day: the first that the styles name.
fn paper(shell: &Shell) -> Option<String> {
    let styles = shell.files().iter().filter(|(file, _)| has_ending(file, "css"));
    let styles = styles.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
    // What the first paint needs stands in the shell itself.
    iter::once(shell.markup()).chain(styles).find_map(|text| colour(&text))
}

fn colour(styles: &str) -> Option<String> {
    let (_, rest) = styles.split_once(PAPER)?;
    let colour = rest.split([';', '}']).next()?.trim();
    colour.starts_with('#').then(|| colour.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_paper_is_found_however_it_is_written() {
        assert_eq!(colour(":root { --paper: #fbfaf7; --ink: #000 }").as_deref(), Some("#fbfaf7"));
        assert_eq!(colour(":root{--paper:#fff}").as_deref(), Some("#fff"));
        assert_eq!(colour(":root { --paper: var(--other); }"), None);
        assert_eq!(colour(":root { --ink: #000 }"), None);
    }
}
