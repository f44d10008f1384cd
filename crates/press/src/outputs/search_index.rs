//! The search index: a root and its parts, in a folder that is called as the manifest is. An index
//! that was made from other posts has another name, so hosts and browsers may keep it for ever.

use bundle_format::{manifest_name, search_folder};
use newsletter_search::{BuildId, Built, ROOT_FILE, Source, SourceIssue, build};

use super::files::{Collision, Files, Origin};
use crate::archive::{Archive, Post};

/// Plans the index of the archive whose manifest has this hash.
pub(crate) fn plan(archive: &Archive, hash: u64, files: &mut Files) -> Result<(), Collision> {
    let Some(folder) = search_folder(&manifest_name(hash)) else { return Ok(()) };
    let built = built(archive, BuildId(hash));
    let mut add = |name: &str, bytes| {
        let origin = Origin::Archive("the search index".to_owned());
        files.add(&format!("{folder}/{name}"), origin, bytes)
    };
    add(ROOT_FILE, built.root)?;
    built.parts.into_iter().try_for_each(|(id, bytes)| add(&id.file(), bytes))
}

fn built(archive: &Archive, id: BuildId) -> Built {
    let rules = archive.manifest.rules(&archive.base_path);
    let source = Source {
        build: id,
        issues: archive.posts.iter().map(issue).collect(),
        families: &rules.families,
        patterns: &archive.patterns,
    };
    build(&source).unwrap_or_default()
}

fn issue(post: &Post) -> SourceIssue<'_> {
    SourceIssue {
        path: &post.entry.path,
        slug: post.slug(),
        title: &post.entry.title,
        date: post.entry.date(),
        issue: &post.issue,
    }
}
