//! Files that take a while to make: left alone where they are, copied from an earlier build, or made
//! on every core.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::files::{Make, WriteError, Written};
use crate::side_by_side;

/// Writes those that are not in `out`.
pub(super) fn write(
    sources: &[(&str, &dyn Make)],
    out: &Path,
    earlier: Option<&Path>,
) -> Result<Written, WriteError> {
    let mut written = Written::default();
    let mut missing = Vec::new();
    for &(file, source) in sources {
        match fs::metadata(out.join(file)) {
            Ok(there) => written.count(false, there.len()),
            Err(_) => missing.push((file, source)),
        }
    }
    let made = side_by_side::map(&missing, |&(file, source)| {
        let kept = earlier.and_then(|earlier| fs::read(earlier.join(file)).ok());
        let bytes = kept.unwrap_or_else(|| source.bytes());
        let path = out.join(file);
        write_whole(&path, &bytes).map_err(|error| WriteError::Output { path, error })?;
        Ok(bytes.len() as u64)
    });
    made.into_iter().try_for_each(|bytes| {
        written.count(true, bytes?);
        Ok(())
    })?;
    Ok(written)
}

/// Writes a file that is there as a whole or not at all: nobody looks into one that has its name.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    let beside: PathBuf = path.with_extension("part");
    fs::write(&beside, bytes)?;
    fs::rename(beside, path)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Makes its own text, and says how often.
    #[derive(Debug, Default)]
    struct Slow(AtomicUsize);

    impl Make for Slow {
        fn bytes(&self) -> Vec<u8> {
            self.0.fetch_add(1, Ordering::Relaxed);
            b"made".to_vec()
        }
    }

    #[test]
    fn what_is_there_is_not_made_again() {
        let (out, earlier) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(out.path().join("there.png"), "there").unwrap();
        fs::write(earlier.path().join("earlier.png"), "earlier").unwrap();
        let slow = Slow::default();
        let names = ["there.png", "earlier.png", "cards/1.png", "cards/2.png", "cards/3.png"];
        let sources: Vec<(&str, &dyn Make)> =
            names.iter().map(|&name| (name, &slow as &dyn Make)).collect();
        let written = write(&sources, out.path(), Some(earlier.path())).unwrap();
        assert_eq!(written, Written { changed: 4, unchanged: 1, bytes: 5 + 7 + 3 * 4 });
        assert_eq!(slow.0.load(Ordering::Relaxed), 3);
        let text = |name: &str| fs::read_to_string(out.path().join(name)).unwrap();
        assert_eq!(names.map(text), ["there", "earlier", "made", "made", "made"]);
        let again = write(&sources, out.path(), None).unwrap();
        assert_eq!((again.changed, again.unchanged), (0, 5));
        assert_eq!(fs::read_dir(out.path().join("cards")).unwrap().count(), 3);
    }

    #[test]
    fn a_file_that_cannot_be_written_is_named() {
        let out = tempfile::tempdir().unwrap();
        fs::write(out.path().join("cards"), "no folder").unwrap();
        let slow = Slow::default();
        let error = write(&[("cards/1.png", &slow)], out.path(), None).unwrap_err().to_string();
        assert!(error.contains("1.png"), "{error}");
    }
}
