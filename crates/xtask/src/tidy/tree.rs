//! The files of the repository, as the rules see them.

use crate::command;
use crate::failure::Outcome;
use crate::place;

/// One text file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct File {
    /// From the root, with forward slashes.
    pub(super) path: String,
    pub(super) text: String,
}

impl File {
    /// The lines with their numbers, which begin at 1.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }

    /// Whether the file is in a folder, or is it.
    pub(super) fn is_in(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Whether the name ends with one of these.
    pub(super) fn ends_with(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }
}

/// All text files that belong to the repository.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) files: Vec<File>,
    /// All paths, those of images and fonts too.
    paths: Vec<String>,
}

impl Tree {
    /// What git tracks, and what it would track if it were added now.
    pub(super) fn of_repository() -> Outcome<Self> {
        let mut git = command::program("git");
        git.args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
        let listed = command::quietly(&mut git, "list the files of the repository")?;
        let mut paths: Vec<_> = listed.split_terminator('\0').map(str::to_owned).collect();
        paths.sort();
        paths.dedup();
        let root = place::root();
        let files = paths.iter().filter_map(|path| {
            let text = std::fs::read_to_string(root.join(path)).ok()?;
            Some(File { path: path.clone(), text })
        });
        Ok(Self { files: files.collect(), paths: paths.clone() })
    }

    /// A tree for a test, from paths and texts.
    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        let paths = files.iter().map(|(path, _)| (*path).to_owned()).collect();
        let file = |(path, text): &(&str, &str)| File {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
        };
        Self { files: files.iter().map(file).collect(), paths }
    }

    /// The Rust sources.
    pub(super) fn rust(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.ends_with(&[".rs"]))
    }

    /// A file by its path.
    pub(super) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Whether a path names a file or a folder with files.
    pub(super) fn has(&self, path: &str) -> bool {
        let folder = format!("{}/", path.trim_end_matches('/'));
        self.paths.iter().any(|known| known == path || known.starts_with(&folder))
    }

    /// Whether some file has this name, wherever it is.
    pub(super) fn has_name(&self, name: &str) -> bool {
        self.paths.iter().any(|known| known.rsplit('/').next() == Some(name))
    }
}
