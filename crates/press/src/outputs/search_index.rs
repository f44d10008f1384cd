//! The search index: a root, its parts and packs of them, in a folder whose name holds their hash, so
//! that hosts and browsers may keep them for ever and never mix the files of two builds.

use bundle_format::search_folder;
use newsletter_search::{BuildId, Built, ROOT_FILE, Source, SourceIssue, build, pack_file};

use super::files::{Collision, Files, Origin};
use crate::archive::{Archive, Post};
use crate::hash::content_hash;

/// Plans an index, and says which hash it has.
pub(crate) fn plan(mut built: Built, files: &mut Files) -> Result<u64, Collision> {
    let hash = hash(&built);
    built.stamp(BuildId(hash));
    let packs: Vec<Vec<u8>> = built.packs(BuildId(hash)).collect();
    let folder = search_folder(hash);
    let mut add = |name: &str, bytes| {
        let origin = Origin::Archive("the search index".to_owned());
        files.add(&format!("{folder}/{name}"), origin, bytes)
    };
    add(ROOT_FILE, built.root)?;
    built.parts.into_iter().try_for_each(|(id, bytes)| add(&id.file(), bytes))?;
    (0..).zip(packs).try_for_each(|(number, bytes)| add(&pack_file(number), bytes))?;
    Ok(hash)
}

/// The index of an archive.
pub(crate) fn built(archive: &Archive) -> Built {
    let rules = archive.manifest.rules(&archive.base_path);
    let source = Source {
        issues: archive.posts.iter().map(issue).collect(),
        families: &rules.families,
        patterns: &archive.patterns,
    };
    // The patterns have been compiled for parsing already, so they are fit.
    build(&source).unwrap_or_default()
}

fn hash(built: &Built) -> u64 {
    let mut bytes = built.root.clone();
    built.parts.iter().for_each(|(_, part)| bytes.extend_from_slice(part));
    content_hash(&bytes)
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
