//! A folder that is replaced as a whole: what it will hold is put together in `.stage` within it, as
//! Trunk does it, and takes its place when it is whole.

use crate::failure::{Failure, Outcome};
use crate::place;
use std::io;
use std::path::{Path, PathBuf};

/// Trunk's name for it. A folder that holds nothing else counts as empty.
const STAGE: &str = ".stage";

/// What the folder will hold.
#[derive(Debug)]
pub(crate) struct Stage {
    out: PathBuf,
}

impl Stage {
    /// An empty stage in the folder `out`, which must be empty or hold an earlier build.
    pub(crate) fn new(out: &Path) -> Outcome<Self> {
        refuse_foreign_folder(out)?;
        let stage = Self { out: out.to_owned() };
        place::remove(&stage.folder())?;
        stage.done(std::fs::create_dir_all(stage.folder()))?;
        Ok(stage)
    }

    /// Where to put the files.
    pub(crate) fn folder(&self) -> PathBuf {
        self.out.join(STAGE)
    }

    /// Puts a copy of all files of a folder there.
    pub(crate) fn copy(&self, from: &Path) -> Outcome {
        for file in place::files(from)? {
            let to = self.folder().join(file.strip_prefix(from).unwrap_or(&file));
            let folder = to.parent().map_or(Ok(()), std::fs::create_dir_all);
            self.done(folder.and_then(|()| std::fs::copy(&file, to).map(drop)))?;
        }
        Ok(())
    }

    /// Puts it in the place of all that is in the folder.
    pub(crate) fn take_place(self) -> Outcome {
        for entry in self.entries(&self.out)? {
            if entry.file_name() != Some(STAGE.as_ref()) {
                place::remove(&entry)?;
            }
        }
        for entry in self.entries(&self.folder())? {
            let to = self.out.join(entry.file_name().unwrap_or_default());
            self.done(std::fs::rename(entry, to))?;
        }
        place::remove(&self.folder())
    }

    fn entries(&self, folder: &Path) -> Outcome<Vec<PathBuf>> {
        self.done(std::fs::read_dir(folder).and_then(|entries| {
            entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()
        }))
    }

    fn done<T>(&self, result: io::Result<T>) -> Outcome<T> {
        result.map_err(|e| Failure::new(format!("{} cannot be replaced: {e}", self.out.display())))
    }
}

/// A folder that holds anything but an earlier build is refused, the repository and what it lies in
/// above all.
fn refuse_foreign_folder(out: &Path) -> Outcome {
    let names =
        std::fs::read_dir(out).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let is_empty = names.filter(|name| name != STAGE).count() == 0;
    if is_empty || is_built_site(out) {
        return Ok(());
    }
    Err(Failure::new(format!("{} holds files that are no built site", out.display()))
        .why("building replaces everything in the folder")
        .cure("name an empty folder with --out, or empty this one"))
}

/// Whether the folder's start page is Masthead's shell, and not the template of it.
fn is_built_site(folder: &Path) -> bool {
    let page = std::fs::read_to_string(folder.join("index.html")).unwrap_or_default();
    page.contains("data-app=") && !page.contains("data-trunk")
}

#[cfg(test)]
mod tests {
    use super::{Stage, refuse_foreign_folder};
    use crate::place;
    use std::path::{Path, PathBuf};

    /// A folder of these files, whose texts are their names.
    fn folder(name: &str, files: &[&str]) -> PathBuf {
        let folder = place::root().join("target/tests").join(name);
        place::remove(&folder).unwrap();
        for file in files {
            let file = folder.join(file);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, file.file_name().unwrap().as_encoded_bytes()).unwrap();
        }
        folder
    }

    fn names(folder: &Path) -> Vec<PathBuf> {
        let files = place::files(folder).unwrap();
        files.iter().map(|file| file.strip_prefix(folder).unwrap().to_owned()).collect()
    }

    #[test]
    fn folder_with_other_files_is_not_replaced() {
        let root = place::root();
        assert!(refuse_foreign_folder(&root).is_err());
        assert!(refuse_foreign_folder(&root.join("crates")).is_err());
        assert!(refuse_foreign_folder(&root.join("no/such/folder")).is_ok());
    }

    #[test]
    fn what_was_there_stays_until_the_rest_is_whole() {
        let out = folder("stage/out", &["old.css", "2020/old.html", ".stage/left"]);
        std::fs::write(out.join("index.html"), "<html data-app=\"off\">").unwrap();
        let from = folder("stage/from", &["new.css", "fonts/new.woff2"]);
        let stage = Stage::new(&out).unwrap();
        stage.copy(&from).unwrap();
        assert_eq!(names(&stage.folder()), names(&from));
        assert!(out.join("2020/old.html").is_file());
        stage.take_place().unwrap();
        assert_eq!(names(&out), names(&from));
    }

    #[test]
    fn stage_that_was_left_makes_a_folder_no_foreign_one() {
        let out = folder("stage/left", &[".stage/left"]);
        let stage = Stage::new(&out).unwrap();
        assert!(names(&stage.folder()).is_empty());
    }
}
