//! Which file a path means, as on GitHub Pages, and of which type it is.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// A built site and where it is served.
#[derive(Debug)]
pub(super) struct Folder {
    /// Begins and ends with `/`.
    pub(super) base: &'static str,
    path: Mutex<PathBuf>,
}

/// A file with its status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) status: u16,
    pub(super) media_type: &'static str,
    pub(super) bytes: Vec<u8>,
}

impl Folder {
    pub(super) fn new(base: &'static str, path: PathBuf) -> Self {
        Self { base, path: Mutex::new(path) }
    }

    pub(super) fn path(&self) -> PathBuf {
        self.path.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// From now on another folder is served.
    pub(super) fn replace(&self, path: PathBuf) {
        *self.path.lock().unwrap_or_else(PoisonError::into_inner) = path;
    }

    /// The file at a path.
    pub(super) fn find(&self, path: &str) -> Found {
        // Without the base's last slash, so that what is left begins with one.
        let below = path.strip_prefix(self.base.trim_end_matches('/'));
        below.map_or_else(Found::nothing, |path| self.find_below(path))
    }

    /// The home page, as if whatever was asked for were there.
    pub(super) fn shell(&self) -> Found {
        Found { status: 200, ..self.find(self.base) }
    }

    /// The path of the one file at the top whose name ends so.
    pub(super) fn file(&self, beginning: &str, ending: &str) -> String {
        let entries = fs::read_dir(self.path()).into_iter().flatten().flatten();
        let mut names = entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| name.starts_with(beginning) && name.ends_with(ending));
        match (names.next(), names.next()) {
            (Some(name), None) => format!("/{name}"),
            (first, second) => {
                panic!("one file ends with {ending:?}, not {first:?} and {second:?}")
            }
        }
    }

    /// The bytes of the file at `path`.
    pub(super) fn bytes(&self, path: &str) -> Vec<u8> {
        let found = self.find_below(path);
        assert_eq!(found.status, 200, "the site has {path}");
        found.bytes
    }

    /// The file at `path`, which begins with `/`: the file itself, or the page of that name; else the
    /// site's page for what is not there.
    fn find_below(&self, path: &str) -> Found {
        let name = path.trim_start_matches('/');
        let page = if name.is_empty() || name.ends_with('/') {
            format!("{name}index.html")
        } else {
            format!("{name}.html")
        };
        let is_safe = !name.split('/').any(|part| part == "..");
        let names = [name, &page].into_iter().filter(|_| is_safe);
        let folder = self.path();
        names.map(|name| folder.join(name)).find_map(|path| read(&path)).unwrap_or_else(|| {
            let missing = read(&folder.join("404.html"));
            missing.map_or_else(Found::nothing, |page| Found { status: 404, ..page })
        })
    }
}

impl Found {
    fn nothing() -> Self {
        Self { status: 404, media_type: "text/plain", bytes: Vec::new() }
    }
}

fn read(path: &Path) -> Option<Found> {
    // A folder can be opened as well.
    let bytes = path.is_file().then(|| fs::read(path).ok()).flatten()?;
    let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
    Some(Found { status: 200, media_type: media_type(&ending), bytes })
}

fn media_type(ending: &str) -> &'static str {
    match ending {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
