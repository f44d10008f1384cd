//! An archive as it was read: posts, pages and assets with what is wrong with them. What they become
//! on the site is for `outputs`.

mod address;
mod asset;
mod folder;
mod identity;
mod page;
mod post;
mod source;
mod svg;

use std::cmp::Reverse;
use std::io;
use std::path::{Path, PathBuf};

use bundle_format::{Image, Manifest};
use newsletter::Rules;
use newsletter::deadline::{Deadline, DeadlineRules, IssueAnnouncements, of_issues};
use newsletter::entity::{EntityPattern, EntityPatterns};
use thiserror::Error;

use crate::config::{Configuration, FeedSettings, SavedSearch};
use crate::finding::{ArchiveCode, Finding};
use crate::side_by_side;

pub use address::TakenAddress;
pub use asset::Asset;
pub use page::Page;
pub use post::Post;
pub use source::Source;

/// All that is published.
#[derive(Debug, Clone)]
pub struct Archive {
    /// What the app will know of it.
    pub manifest: Manifest,
    /// How entities are recognised.
    pub patterns: Vec<EntityPattern>,
    /// What other sites can show of a search.
    pub saved_searches: Vec<SavedSearch>,
    /// Begins and ends with `/`.
    pub base_path: String,
    /// How feeds are made.
    pub feeds: FeedSettings,
    /// Whether issues have pictures with which they are shown where somebody links to them.
    pub has_cards: bool,
    /// In the order of the manifest's issues.
    pub posts: Vec<Post>,
    /// In the order of the manifest's pages.
    pub pages: Vec<Page>,
    /// By address.
    pub assets: Vec<Asset>,
    /// By day. The issues that their mentions name are places in [`Self::posts`].
    pub deadlines: Vec<Deadline>,
    /// Addresses that two files want. The second of each is left out, but an archive that has any
    /// is not fit to be built.
    pub taken: Vec<TakenAddress>,
    /// What is wrong with the files, by file and place.
    pub findings: Vec<Finding>,
}

#[cfg(test)]
impl Archive {
    /// What `manifest` says, and nothing of it: neither posts nor anything that is made of them.
    pub(crate) fn of_manifest(manifest: Manifest, base_path: &str) -> Self {
        Self {
            manifest,
            patterns: Vec::new(),
            saved_searches: Vec::new(),
            base_path: base_path.to_owned(),
            feeds: FeedSettings::default(),
            has_cards: true,
            posts: Vec::new(),
            pages: Vec::new(),
            assets: Vec::new(),
            deadlines: Vec::new(),
            taken: Vec::new(),
            findings: Vec::new(),
        }
    }
}

/// Why there is no archive.
#[derive(Debug, Error)]
pub enum ArchiveError {
    /// The folder of posts cannot be listed.
    #[error("the posts in {} cannot be listed: {error}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// The system's reason.
        error: io::Error,
    },
    /// The configuration has been read, but its patterns do not do together.
    #[error("the entity pattern `{pattern}` cannot be used: {message}")]
    Pattern {
        /// As written.
        pattern: String,
        /// What is wrong and what to write.
        message: String,
    },
}

impl Archive {
    /// Reads everything that `configuration` names. A file that cannot be read is left out and is
    /// in the findings.
    pub fn read(configuration: &Configuration) -> Result<Self, ArchiveError> {
        let mut findings = configuration.findings.clone();
        let assets = read_assets(configuration, &mut findings);
        let mut manifest = manifest(configuration, &assets);
        let patterns = EntityPatterns::new(&configuration.patterns).map_err(|error| {
            ArchiveError::Pattern { message: error.message(), pattern: error.pattern }
        })?;
        // Posts are parsed by the rules that the app will find in the manifest, and searched for
        // entities, which it does not need.
        let rules = Rules { patterns, ..manifest.rules(&configuration.base_path) };
        let mut claims = address::Claims::default();
        let posts = read_posts(configuration, &rules, &mut claims, &mut findings)?;
        let pages = read_pages(configuration, &rules, &mut claims, &mut findings);
        manifest.issues = posts.iter().map(|post| post.entry.clone()).collect();
        manifest.pages = pages.iter().map(|page| page.entry.clone()).collect();
        let deadlines = deadlines(&posts, &configuration.deadlines);
        Finding::sort(&mut findings);
        Ok(Self {
            manifest,
            patterns: configuration.patterns.clone(),
            saved_searches: configuration.saved_searches.clone(),
            base_path: configuration.base_path.clone(),
            feeds: configuration.feeds.clone(),
            has_cards: configuration.has_cards,
            posts,
            pages,
            assets,
            deadlines,
            taken: claims.taken,
            findings,
        })
    }
}

fn read_posts(
    configuration: &Configuration,
    rules: &Rules,
    claims: &mut address::Claims,
    findings: &mut Vec<Finding>,
) -> Result<Vec<Post>, ArchiveError> {
    let folder = &configuration.posts;
    let files = folder::posts(folder, findings)
        .map_err(|error| ArchiveError::Folder { path: folder.clone(), error })?;
    let mut posts = Vec::with_capacity(files.len());
    let read = side_by_side::map(&files, |(name, path)| {
        let mut found = Vec::new();
        let Configuration { permalink, deadlines, .. } = configuration;
        let post = post::read(path, name, permalink, rules, deadlines, &mut found);
        (post, found)
    });
    for ((_, path), (post, found)) in files.iter().zip(read) {
        findings.extend(found);
        posts.extend(post.filter(|post| claims.claim(&post.entry.path, path, findings)));
    }
    posts.sort_by(|one, other| {
        let key = |post: &Post| (Reverse(post.entry.published), post.entry.path.clone());
        key(one).cmp(&key(other))
    });
    identity::part(&mut posts);
    Ok(posts)
}

/// The deadlines that `posts`, the newest first, announce.
fn deadlines(posts: &[Post], rules: &DeadlineRules) -> Vec<Deadline> {
    let issues = posts.iter().rev().map(|post| IssueAnnouncements {
        path: &post.entry.path,
        published: post.entry.date(),
        announcements: &post.announcements,
    });
    let mut deadlines = of_issues(&issues.collect::<Vec<_>>(), rules);
    for mention in deadlines.iter_mut().flat_map(|deadline| &mut deadline.mentions) {
        mention.issue = posts.len() - 1 - mention.issue;
    }
    deadlines
}

fn read_pages(
    configuration: &Configuration,
    rules: &Rules,
    claims: &mut address::Claims,
    findings: &mut Vec<Finding>,
) -> Vec<Page> {
    let mut pages = Vec::new();
    for (name, path) in folder::pages(configuration, findings) {
        let page = page::read(&path, &name, rules, findings);
        pages.extend(page.filter(|page| claims.claim(&page.entry.path, &path, findings)));
    }
    pages.sort_by(|one, other| one.entry.path.cmp(&other.entry.path));
    pages
}

fn read_assets(configuration: &Configuration, findings: &mut Vec<Finding>) -> Vec<Asset> {
    let mut assets = Vec::new();
    for (name, path) in folder::assets(configuration, findings) {
        match Asset::read(path.clone(), format!("/{name}")) {
            Ok(asset) => assets.push(asset),
            Err(error) => findings.push(unreadable(&path, &error)),
        }
    }
    assets.sort_by(|one, other| one.address.cmp(&other.address));
    assets
}

/// The manifest of an archive without issues and pages.
fn manifest(configuration: &Configuration, assets: &[Asset]) -> Manifest {
    let images = assets.iter().filter_map(|asset| {
        let (width, height) = asset.size?;
        Some(Image { path: asset.address.clone(), width, height })
    });
    Manifest {
        title: configuration.title.clone(),
        short_title: configuration.short_title.clone(),
        description: configuration.description.clone(),
        language: configuration.language.clone(),
        site_url: configuration.site_url.clone(),
        edit_url: configuration.edit_url.clone(),
        licence: configuration.licence.clone(),
        families: configuration.families.clone(),
        images: images.collect(),
        issues: Vec::new(),
        pages: Vec::new(),
        // Known when the index has been made, in `outputs`.
        search: 0,
        search_program: None,
        deadlines: None,
    }
}

/// A file or folder that is there and cannot be read.
fn unreadable(path: &Path, error: &io::Error) -> Finding {
    Finding::new(
        path,
        ArchiveCode::FileUnreadable,
        format!("This cannot be read: {error}"),
        "Check that it is there and that it may be read; it is left out until then.",
    )
}
