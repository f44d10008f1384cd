//! The page on which one takes snippets.

use bundle_format::EMBED_MAKER_PATH;
use masthead::state::archive::Archive as AppArchive;
use masthead::widgets;

use super::loader;
use super::page::{Kind, Page};
use crate::archive::Archive;

pub(super) fn page(archive: &Archive, app: &AppArchive) -> Page {
    let searches = archive.saved_searches.iter();
    let saved: Vec<_> =
        searches.map(|search| (search.id.as_str(), search.title.as_str())).collect();
    let site = archive.manifest.site_url.as_ref().map(|site| format!("{site}/"));
    Page {
        path: EMBED_MAKER_PATH.to_owned(),
        title: app.manifest.document_title("Embed"),
        original: String::new(),
        excerpt: String::new(),
        kind: Kind::Maker,
        markup: widgets::maker(app, &saved, &loader::integrity(), site.as_deref()),
    }
}
