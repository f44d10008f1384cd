//! The posts: fetched as Markdown, parsed and kept, each under its path.

use std::collections::BTreeMap;
use std::sync::Arc;

use bundle_format::{Fingerprint, markdown_path};
use leptos::prelude::*;
use leptos::task::spawn_local;
use newsletter::{Issue, parse};

use super::archive::ArchiveRef;
use super::at_hand::AtHand;
use super::load::{Load, LoadError};
use super::trouble::Trouble;
use crate::platform::fetch::{self, FetchError};
use crate::platform::timer;

/// How long a page is shown before its neighbours are fetched; a frame or two.
const PREPARE_AFTER_MS: i32 = 50;

/// The state of one post.
pub type PostLoad = ArcRwSignal<Load<Arc<Issue>>>;

/// All posts that were asked for since the app started. The whole of the flagship's archive takes
/// less memory parsed than one large photograph, so nothing is thrown away.
#[derive(Clone)]
pub struct Library {
    archive: ArchiveRef,
    at_hand: AtHand,
    posts: StoredValue<BTreeMap<String, (Fingerprint, PostLoad)>>,
    trouble: Trouble,
}

impl Library {
    /// A library that has what is at hand.
    pub fn new(archive: ArchiveRef, at_hand: AtHand, trouble: Trouble) -> Self {
        Self { archive, at_hand, posts: StoredValue::new(BTreeMap::new()), trouble }
    }

    /// The same posts as far as `archive` has them too. What could not be had as it was before is
    /// fetched as it is now.
    #[must_use]
    pub fn renewed(&self, archive: ArchiveRef) -> Self {
        // What was at hand is among the posts, if it was wanted.
        let library = Self { archive, at_hand: AtHand::default(), ..self.clone() };
        let manifest = &library.archive.manifest;
        let mut changed = Vec::new();
        self.posts.update_value(|posts| {
            posts.retain(|path, (before, load)| {
                let issue = manifest.issue_at(path).map(|(_, issue)| issue.fingerprint);
                let now = issue.or_else(|| Some(manifest.page_at(path)?.fingerprint));
                let has_failed = load.with_untracked(|load| matches!(load, Load::Failed(_)));
                match now {
                    Some(now) if now != *before && has_failed => {
                        *before = now;
                        changed.push((path.clone(), now, load.clone()));
                        true
                    }
                    now => now == Some(*before),
                }
            });
        });
        for (path, fingerprint, load) in changed {
            load.set(Load::Loading);
            library.fetch(&path, fingerprint, load);
        }
        library
    }

    /// The post at `path`, fetched if it is not here yet. A changed post has another fingerprint, so
    /// another address, and is never answered by an old cache.
    pub fn post(&self, path: &str, fingerprint: Fingerprint) -> PostLoad {
        let known = self.posts.with_value(|posts| posts.get(path).cloned());
        if let Some((_, known)) = known.filter(|(known, _)| *known == fingerprint) {
            return known;
        }
        let at_hand = self.at_hand.posts.get(path).cloned();
        let is_at_hand = at_hand.is_some();
        let load = ArcRwSignal::new(at_hand.map_or(Load::Loading, Load::Ready));
        self.posts.update_value(|posts| {
            posts.insert(path.to_owned(), (fingerprint, load.clone()));
        });
        if !is_at_hand {
            self.fetch(path, fingerprint, load.clone());
        }
        load
    }

    /// Has the post at hand soon, when the page has been shown.
    pub fn prepare(&self, path: &str, fingerprint: Fingerprint) {
        let (library, path) = (self.clone(), path.to_owned());
        timer::after_ms(PREPARE_AFTER_MS, move || drop(library.post(&path, fingerprint)));
    }

    /// Tries again to fetch a post that failed.
    pub fn retry(&self, path: &str, fingerprint: Fingerprint) {
        if let Some((_, load)) = self.posts.with_value(|posts| posts.get(path).cloned()) {
            load.set(Load::Loading);
            self.fetch(path, fingerprint, load);
        }
    }

    fn fetch(&self, path: &str, fingerprint: Fingerprint, load: PostLoad) {
        let (archive, trouble) = (self.archive.clone(), self.trouble);
        let path = path.to_owned();
        spawn_local(async move {
            let url = archive.base.text(&markdown_path(&path), fingerprint);
            let (post, is_here) = match fetch::bytes(&url).await {
                Ok(bytes) => (parsed(&bytes, &path, fingerprint, &archive), true),
                Err(error) => (Load::Failed(error.into()), false),
            };
            let is_other = is_here && matches!(post, Load::Failed(_));
            let is_gone = post == Load::Failed(LoadError::Missing);
            load.set(post);
            if is_other || is_gone {
                trouble.report();
            }
        });
    }
}

fn parsed(
    bytes: &[u8],
    path: &str,
    fingerprint: Fingerprint,
    archive: &ArchiveRef,
) -> Load<Arc<Issue>> {
    let text = String::from_utf8_lossy(bytes);
    // Some hosts answer every address with the shell instead of "not found".
    let start = text.trim_start().get(..15).unwrap_or_default();
    if start.eq_ignore_ascii_case("<!doctype html>") {
        return Load::Failed(LoadError::Missing);
    }
    // Not every browser notices itself that an answer has ended too early.
    if bytes.len() < fingerprint.len as usize {
        return Load::Failed(FetchError::BrokenOff.into());
    }
    let issue = parse(&text, path, &archive.rules).issue;
    if issue.items().next().is_none() {
        return Load::Failed(LoadError::Empty);
    }
    Load::Ready(Arc::new(issue))
}
