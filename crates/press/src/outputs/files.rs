//! The files of a site, planned first and then written, so that nothing is written of a site that
//! cannot be written whole.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use thiserror::Error;

use super::made;
use crate::side_by_side;

/// Files by their paths in the output folder.
#[derive(Debug, Default)]
pub struct Files {
    planned: BTreeMap<String, Planned>,
}

#[derive(Debug)]
struct Planned {
    origin: Origin,
    content: Content,
}

/// What a file of the site comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A file of the archive.
    File(PathBuf),
    /// The archive as a whole, in words such as "the manifest".
    Archive(String),
}

#[derive(Debug)]
enum Content {
    Bytes(Vec<u8>),
    CopyOf(PathBuf),
    Made(Box<dyn Make>),
    /// Another program writes it.
    NotOurs,
}

/// What a file is made from that takes a while to make. The file's name holds a hash of it, so that a
/// file of that name is the right one.
pub(crate) trait Make: fmt::Debug + Send + Sync {
    /// The same bytes each time.
    fn bytes(&self) -> Vec<u8>;
}

/// Two sources of one file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{first} and {second} would both be written to {file}")]
pub struct Collision {
    /// The path in the output folder.
    pub file: String,
    /// What was there first.
    pub first: Origin,
    /// What came after it.
    pub second: Origin,
}

impl Collision {
    /// The file of the archive that has to change.
    pub fn culprit(&self) -> Option<&Path> {
        [&self.second, &self.first].into_iter().find_map(|origin| match origin {
            Origin::File(path) => Some(path.as_path()),
            Origin::Archive(_) => None,
        })
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(formatter),
            Self::Archive(words) => formatter.write_str(words),
        }
    }
}

/// Why the output is not whole.
#[derive(Debug, Error)]
pub enum WriteError {
    /// An asset went away while the site was built.
    #[error("{} cannot be read: {error}", path.display())]
    Source {
        /// The asset.
        path: PathBuf,
        /// The system's reason.
        error: io::Error,
    },
    /// The disk is full, or the folder may not be written to.
    #[error("{} cannot be written: {error}", path.display())]
    Output {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        error: io::Error,
    },
}

/// What writing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Files that are new or have another content than before.
    pub changed: usize,
    /// Files that were left alone, since they were there already.
    pub unchanged: usize,
    /// All of them together.
    pub bytes: u64,
}

impl Written {
    /// Counts a file of so many bytes.
    pub(super) fn count(&mut self, has_changed: bool, bytes: u64) {
        self.changed += usize::from(has_changed);
        self.unchanged += usize::from(!has_changed);
        self.bytes += bytes;
    }
}

impl Files {
    /// Plans a file with this content.
    pub(crate) fn add(
        &mut self,
        file: &str,
        origin: Origin,
        bytes: Vec<u8>,
    ) -> Result<(), Collision> {
        self.plan(file, origin, Content::Bytes(bytes))
    }

    /// Plans a copy.
    pub(crate) fn copy(&mut self, file: &str, source: &Path) -> Result<(), Collision> {
        let path = source.to_owned();
        self.plan(file, Origin::File(path.clone()), Content::CopyOf(path))
    }

    /// Plans a file that is made only where it is not there yet; see [`Make`].
    pub(crate) fn make(
        &mut self,
        file: &str,
        origin: Origin,
        source: Box<dyn Make>,
    ) -> Result<(), Collision> {
        self.plan(file, origin, Content::Made(source))
    }

    /// Keeps the name for a file that is not written here.
    pub(crate) fn reserve(&mut self, file: &str, origin: Origin) -> Result<(), Collision> {
        self.plan(file, origin, Content::NotOurs)
    }

    /// The files that are planned with bytes of their own, by their paths.
    pub(super) fn made(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.planned.iter().filter_map(|(file, planned)| match &planned.content {
            Content::Bytes(bytes) => Some((file.as_str(), bytes.as_slice())),
            Content::CopyOf(_) | Content::Made(_) | Content::NotOurs => None,
        })
    }

    fn plan(&mut self, file: &str, origin: Origin, content: Content) -> Result<(), Collision> {
        let file = file.trim_start_matches('/').to_owned();
        if let Some(planned) = self.planned.get(&file) {
            return Err(Collision { file, first: planned.origin.clone(), second: origin });
        }
        self.planned.insert(file, Planned { origin, content });
        Ok(())
    }

    /// Writes into the folder `out` what is not there yet. Documents come last, since they name the
    /// others; what else is in the folder stays. What takes a while to make and is in the folder
    /// `earlier` is copied from there.
    pub fn write(&self, out: &Path, earlier: Option<&Path>) -> Result<Written, WriteError> {
        let sources = self.planned.iter().filter_map(|(file, planned)| match &planned.content {
            Content::Made(source) => Some((file.as_str(), source.as_ref())),
            _ => None,
        });
        let mut written = made::write(&sources.collect::<Vec<_>>(), out, earlier)?;
        let is_document =
            |file: &str| Path::new(file).extension().is_some_and(|ending| ending == "html");
        let (documents, others): (Vec<_>, Vec<_>) =
            self.planned.iter().partition(|(file, _)| is_document(file));
        for files in [others, documents] {
            let outcomes = side_by_side::map(&files, |(file, planned)| {
                let Some(bytes) = planned.content.bytes()? else { return Ok(None) };
                let has_changed = write(&out.join(file), &bytes)?;
                Ok(Some((has_changed, bytes.len() as u64)))
            });
            for outcome in outcomes {
                if let Some((has_changed, bytes)) = outcome? {
                    written.count(has_changed, bytes);
                }
            }
        }
        Ok(written)
    }
}

impl Content {
    fn bytes(&self) -> Result<Option<Cow<'_, [u8]>>, WriteError> {
        match self {
            Self::Bytes(bytes) => Ok(Some(Cow::Borrowed(bytes))),
            Self::CopyOf(path) => fs::read(path)
                .map(|bytes| Some(Cow::Owned(bytes)))
                .map_err(|error| WriteError::Source { path: path.clone(), error }),
            // `made` has written it.
            Self::Made(_) | Self::NotOurs => Ok(None),
        }
    }
}

/// Writes a file unless it has this content already.
fn write(path: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(false);
    }
    let create = || {
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, bytes)
    };
    create().map_err(|error| WriteError::Output { path: path.to_owned(), error })?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(words: &str) -> Origin {
        Origin::Archive(words.to_owned())
    }

    #[test]
    fn two_sources_of_one_file_are_both_named() {
        let mut files = Files::default();
        files.copy("/a.md", Path::new("one.md")).unwrap();
        let collision = files.add("a.md", made("the manifest"), Vec::new()).unwrap_err();
        assert_eq!(collision.culprit(), Some(Path::new("one.md")));
        let message = "one.md and the manifest would both be written to a.md";
        assert_eq!(collision.to_string(), message);
    }

    #[test]
    fn only_what_changed_is_written_and_nothing_is_removed() {
        let out = tempfile::tempdir().unwrap();
        fs::write(out.path().join("other.css"), "kept").unwrap();
        let mut files = Files::default();
        files.add("2023/a.md", made("a"), b"one".to_vec()).unwrap();
        files.add("b.html", made("b"), b"two".to_vec()).unwrap();
        files.reserve("other.css", made("the shell")).unwrap();
        let written = files.write(out.path(), None).unwrap();
        assert_eq!(written, Written { changed: 2, unchanged: 0, bytes: 6 });
        fs::write(out.path().join("b.html"), "changed").unwrap();
        let written = files.write(out.path(), None).unwrap();
        assert_eq!(written, Written { changed: 1, unchanged: 1, bytes: 6 });
        assert_eq!(fs::read(out.path().join("b.html")).unwrap(), b"two");
        assert_eq!(fs::read(out.path().join("other.css")).unwrap(), b"kept");
    }
}
