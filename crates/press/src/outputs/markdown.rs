//! The Markdown of every issue and page, unchanged: what the app fetches and renders.

use bundle_format::markdown_path;

use super::files::{Collision, Files, Origin};
use crate::archive::Archive;

pub(crate) fn plan(archive: &Archive, files: &mut Files) -> Result<(), Collision> {
    let posts = archive.posts.iter().map(|post| (&post.entry.path, &post.source));
    let pages = archive.pages.iter().map(|page| (&page.entry.path, &page.source));
    for (address, source) in posts.chain(pages) {
        let origin = Origin::File(source.path.clone());
        files.add(&markdown_path(address), origin, source.bytes.clone())?;
    }
    Ok(())
}
