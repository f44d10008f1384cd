//! Which files of an archive are posts, pages and assets.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::unreadable;
use crate::config::{Configuration, Selection};
use crate::finding::{ArchiveCode, Finding};

/// A file, and its path from the folder that it was looked for in, with `/` between the parts.
pub(crate) type Named = (String, PathBuf);

/// Folders that Jekyll passes over unless it is told otherwise.
const NEVER_PUBLISHED: [&str; 2] = ["node_modules", "vendor"];

/// Pages that an archive has anyway.
const OWN_PAGES: [&str; 2] = ["index", "404"];

/// What is taken from a folder that nobody named: images, and documents that posts link to.
const PUBLISHED_ENDINGS: [&str; 13] =
    ["avif", "csv", "gif", "ico", "jpeg", "jpg", "mp4", "pdf", "png", "svg", "txt", "webm", "webp"];

/// The Markdown files directly in the posts folder, by name.
pub(crate) fn posts(folder: &Path, findings: &mut Vec<Finding>) -> io::Result<Vec<Named>> {
    let mut files = entries(folder, findings)?;
    files.retain(|(name, path)| {
        let is_post = is_markdown(name) && is_shown(name) && !path.is_dir();
        if is_post && is_for_developers(name) {
            let message = format!("`{name}` is not taken for a post");
            let hint = "To publish it, give it a name with lower case letters.";
            findings.push(Finding::new(path, ArchiveCode::NotAPost, message, hint));
            return false;
        }
        is_post
    });
    Ok(files)
}

/// The plain pages, by name.
pub(crate) fn pages(configuration: &Configuration, findings: &mut Vec<Finding>) -> Vec<Named> {
    let root = configuration.root();
    match &configuration.pages {
        Selection::Named(names) => {
            names.iter().map(|name| (name.clone(), root.join(name))).collect()
        }
        Selection::Published { exclude } => {
            let mut files = entries_or_finding(&root, findings);
            files.retain(|(name, path)| {
                is_markdown(name)
                    && is_shown(name)
                    && !is_for_developers(name)
                    && !OWN_PAGES.contains(&stem(name))
                    && !is_excluded(exclude, name)
                    && path.is_file()
            });
            files
        }
    }
}

/// The files that are copied, by name.
pub(crate) fn assets(configuration: &Configuration, findings: &mut Vec<Finding>) -> Vec<Named> {
    let root = configuration.root();
    let not_assets: Vec<PathBuf> = [Some(&configuration.posts), configuration.out.as_ref()]
        .into_iter()
        .flatten()
        .filter_map(|folder| folder.canonicalize().ok())
        .collect();
    let mut walk = Walk { not_assets, has_every_file: true, files: Vec::new(), findings };
    match &configuration.assets {
        Selection::Named(names) => {
            for name in names {
                walk.folder(name, &root.join(name));
            }
        }
        Selection::Published { exclude } => {
            walk.has_every_file = false;
            for (name, path) in entries_or_finding(&root, walk.findings) {
                let is_published = path.is_dir()
                    && is_shown(&name)
                    && !NEVER_PUBLISHED.contains(&name.as_str())
                    && !is_excluded(exclude, &name);
                if is_published {
                    walk.folder(&name, &path);
                }
            }
        }
    }
    walk.files
}

/// A way through folders and what was found on it.
struct Walk<'findings> {
    /// Folders that are not gone into.
    not_assets: Vec<PathBuf>,
    /// Or only those with a published ending.
    has_every_file: bool,
    files: Vec<Named>,
    findings: &'findings mut Vec<Finding>,
}

impl Walk<'_> {
    fn folder(&mut self, name: &str, folder: &Path) {
        if folder.canonicalize().is_ok_and(|folder| self.not_assets.contains(&folder)) {
            return;
        }
        for (entry, path) in entries_or_finding(folder, self.findings) {
            let name = format!("{name}/{entry}");
            if !is_shown(&entry) {
                continue;
            }
            // A link to a folder may lead round in a circle.
            if path.is_dir() && !path.is_symlink() {
                self.folder(&name, &path);
            } else if !path.is_dir() && (self.has_every_file || has_published_ending(&entry)) {
                self.files.push((name, path));
            }
        }
    }
}

fn entries_or_finding(folder: &Path, findings: &mut Vec<Finding>) -> Vec<Named> {
    entries(folder, findings).unwrap_or_else(|error| {
        findings.push(unreadable(folder, &error));
        Vec::new()
    })
}

/// What is directly in a folder, by name.
fn entries(folder: &Path, findings: &mut Vec<Finding>) -> io::Result<Vec<Named>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        match entry.file_name().into_string() {
            Ok(name) => entries.push((name, entry.path())),
            Err(_) => findings.push(Finding::new(
                &entry.path(),
                ArchiveCode::FileUnreadable,
                "The file's name is not UTF-8, so it has no address".to_owned(),
                "Give it another name.",
            )),
        }
    }
    entries.sort();
    Ok(entries)
}

fn is_markdown(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["md", "markdown"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

fn has_published_ending(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    PUBLISHED_ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Names that begin like this are drafts, templates and settings to every generator.
fn is_shown(name: &str) -> bool {
    !name.starts_with(['_', '.', '#', '~'])
}

/// Names in capitals, such as README.md, CONTRIBUTING.md and LICENSE.md, speak to whoever works on
/// the archive.
fn is_for_developers(name: &str) -> bool {
    let stem = stem(name);
    stem.contains(char::is_uppercase) && !stem.contains(char::is_lowercase)
}

fn is_excluded(exclude: &[String], name: &str) -> bool {
    exclude.iter().any(|excluded| excluded.trim_matches('/') == name)
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_capitals_are_for_developers() {
        for name in ["README.md", "CODE_OF_CONDUCT.md", "ATTRIBUTION.markdown"] {
            assert!(is_for_developers(name), "{name}");
        }
        for name in ["authors.md", "Authors.md", "2023-09-03.md", "2023-09-03-update.md"] {
            assert!(!is_for_developers(name), "{name}");
        }
    }
}
