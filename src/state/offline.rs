//! Reading without the network: what is kept on this device, what of it is new, and how new content
//! takes its place under a running page.
//!
//! Nothing changes under a reader's eyes. New content is said to be there, and is what the next page is
//! made of; only where something of the old content is gone already, the new takes its place at once.

use std::sync::Arc;

use bundle_format::markdown_path;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::archive::{self, ArchiveRef};
use super::library::Library;
use super::reading::Reading;
use super::trouble::Trouble;
pub use crate::platform::offline::{Amount, Ask, Kept, Storage, Told};
use crate::platform::{document, offline};
use crate::route::{self, Route};

/// What is new in the archive.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct News {
    /// In one line.
    pub text: String,
    /// Where it leads.
    pub href: String,
}

/// What is known of this device, as far as this site is concerned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// What the service worker and its script have said.
    pub told: Told,
    /// What is new, until the reader has dismissed it.
    pub news: Option<News>,
    /// Whether the reader has dismissed the new version of the program.
    pub is_version_dismissed: bool,
}

/// The states of the archive that this page has met.
#[derive(Default)]
struct Editions {
    /// Of which pages are made now, if not of the first.
    renewed: Option<(ArchiveRef, Library)>,
    /// Of which no page is made yet.
    waiting: Option<ArchiveRef>,
    /// The manifest that is being fetched; empty if none is.
    fetching: String,
    /// Whether the current one lacks something already.
    is_troubled: bool,
}

/// Reading without the network.
#[derive(Clone, Copy)]
pub struct Offline {
    known: RwSignal<Known>,
    editions: StoredValue<Editions>,
    trouble: Trouble,
}

impl Known {
    /// Whether the reader should hear of another version of the program.
    pub fn has_new_version(&self) -> bool {
        self.told.is_new_version && !self.is_version_dismissed
    }
}

impl Offline {
    /// Nothing is known yet.
    pub fn unknown(trouble: Trouble) -> Self {
        Self {
            known: RwSignal::new(Known::default()),
            editions: StoredValue::new(Editions::default()),
            trouble,
        }
    }

    /// Begins, once the page is shown. A site that was built without a program for this says so by
    /// having no version.
    pub fn start(self, reading: &Reading) {
        let program = document::root_attribute("data-program");
        if program.is_empty() {
            self.known.update(|known| "none".clone_into(&mut known.told.state));
            return;
        }
        let script = reading.archive.base.file(&format!("/offline-{program}.js"));
        let listening = reading.clone();
        offline::start(&script, move |told| self.hear(told, &listening));
        let (address, trouble) = (reading.navigation.address(), self.trouble.count());
        let shown = reading.clone();
        Effect::new(move |before: Option<(String, u32)>| {
            let now = (address.with(|address| address.path.clone()), trouble.get());
            let Some(before) = before.filter(|before| *before != now) else { return now };
            if before.1 == now.1 {
                keep_shown(&now.0, &shown);
            } else {
                self.editions.update_value(|editions| editions.is_troubled = true);
                self.renew(&shown);
            }
            offline::ask(&Ask::Check);
            now
        });
        let leaving = reading.clone();
        reading.navigation.before_leaving(Callback::new(move |()| self.renew(&leaving)));
    }

    /// Asks for something to be done.
    pub fn ask(self, ask: &Ask) {
        offline::ask(ask);
    }

    /// What is known.
    pub fn known(self) -> ReadSignal<Known> {
        self.known.read_only()
    }

    /// The reader has seen what is new: the version, if there is one, else the content.
    pub fn dismiss(self) {
        self.known.update(|known| {
            if known.has_new_version() {
                known.is_version_dismissed = true;
            } else {
                known.news = None;
            }
        });
    }

    /// The archive and library that pages are made of now, if they are not those of the beginning.
    pub fn renewed(self) -> Option<(ArchiveRef, Library)> {
        self.editions.with_value(|editions| editions.renewed.clone())
    }

    fn hear(self, told: Told, reading: &Reading) {
        let manifest = told.manifest.clone();
        // Before it spoke for the first time, it did not hear either.
        if self.known.with_untracked(|known| known.told.state.is_empty()) {
            let path = reading.navigation.address().with_untracked(|address| address.path.clone());
            keep_shown(&path, reading);
        }
        if self.known.with_untracked(|known| known.told != told) {
            self.known.update(|known| known.told = told);
        }
        let Some(manifest) = manifest else { return };
        let is_known = manifest == archive::manifest_here()
            || self.editions.with_value(|editions| editions.fetching == manifest);
        if is_known {
            return;
        }
        self.editions.update_value(|editions| editions.fetching.clone_from(&manifest));
        let reading = reading.clone();
        spawn_local(async move {
            let fetched = archive::of(reading.archive.base.clone(), &manifest).await;
            self.editions.update_value(|editions| editions.fetching.clear());
            // What could not be fetched is tried again with the next check.
            if let Ok(archive) = fetched {
                self.take(Arc::new(archive), &reading);
            }
        });
    }

    fn take(self, archive: ArchiveRef, reading: &Reading) {
        let before = reading.clone().current_edition().archive;
        let news = news(&before, &archive);
        reading.announcer.say(news.text.clone());
        self.known.update(|known| known.news = Some(news));
        self.editions.update_value(|editions| editions.waiting = Some(archive));
        if self.editions.with_value(|editions| editions.is_troubled) {
            self.renew(reading);
        }
    }

    /// From now on pages are made of the new content, if there is any.
    fn renew(self, reading: &Reading) {
        let mut waiting = None;
        self.editions.update_value(|editions| waiting = editions.waiting.take());
        let Some(archive) = waiting else { return };
        let library = reading.library.renewed(archive.clone());
        self.editions.update_value(|editions| {
            editions.is_troubled = false;
            editions.renewed = Some((archive.clone(), library));
        });
        reading.navigation.renew(&archive);
        reading.search.renew(&archive);
    }
}

/// What is in an archive that was not in the one before.
fn news(before: &ArchiveRef, now: &ArchiveRef) -> News {
    let is_new = |path: &str| before.manifest.issue_at(path).is_none();
    let mut new = now.manifest.issues.iter().filter(|issue| is_new(&issue.path));
    match (new.next(), new.count()) {
        (Some(issue), 0) => News {
            text: format!("New: {}", issue.title),
            href: now.href(&route::entry(&issue.path)),
        },
        (Some(_), more) => {
            News { text: format!("{} new issues", more + 1), href: now.href(&route::home()) }
        }
        (None, _) => {
            News { text: "The archive has been revised".to_owned(), href: now.href(&route::home()) }
        }
    }
}

/// Has the text of the page at `path` kept. The page itself may hold it, but not the next one.
fn keep_shown(path: &str, reading: &Reading) {
    let reading = reading.clone().current_edition();
    let manifest = &reading.archive.manifest;
    let fingerprint = match Route::at(path, manifest) {
        Route::Issue(path) => manifest.issue_at(&path).map(|(_, issue)| (path, issue.fingerprint)),
        Route::Page(path) => manifest.page_at(&path).map(|page| (path, page.fingerprint)),
        _ => None,
    };
    if let Some((path, fingerprint)) = fingerprint {
        let url = reading.archive.base.text(&markdown_path(&path), fingerprint);
        offline::ask(&Ask::Shown(url));
    }
}

#[cfg(test)]
mod tests {
    use bundle_format::{IssueEntry, Manifest};

    use super::*;
    use crate::route::BasePath;
    use crate::state::archive::Archive;

    fn archive(paths: &[&str]) -> ArchiveRef {
        let issue = |path: &&str| IssueEntry {
            path: (*path).to_owned(),
            title: format!("Week {path}"),
            ..IssueEntry::default()
        };
        let manifest =
            Manifest { issues: paths.iter().map(issue).collect(), ..Manifest::default() };
        Arc::new(Archive::new(manifest, BasePath::new("/")))
    }

    fn check(before: &[&str], now: &[&str], text: &str, href: &str) {
        let expect = News { text: text.to_owned(), href: href.to_owned() };
        assert_eq!(news(&archive(before), &archive(now)), expect);
    }

    #[test]
    fn one_new_issue_is_named_and_several_are_counted() {
        check(&["/1"], &["/2", "/1"], "New: Week /2", "/2");
        check(&["/1"], &["/3", "/2", "/1"], "2 new issues", "/");
        check(&["/1"], &["/1"], "The archive has been revised", "/");
    }
}
