//! Other builds of the site, as they are deployed after the one that a reader has seen: `press` makes
//! them from the built site, with other posts or another program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::engine::Engine;
use crate::site::Site;

/// A build in a folder of its own, which is there as long as the value.
#[derive(Debug)]
pub struct Edition {
    folder: TempDir,
}

/// Beginnings of the names of what belongs to one state of the archive, but for styles.
const CONTENT: [&str; 4] = ["archive-", "search-", "packs", "version.json"];

impl Edition {
    /// The same site once more, with nothing changed.
    pub fn of_the_site() -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
        let site = Site::built().unwrap_or_else(|missing| panic!("{missing}"));
        copy(&site, &folder.path().join("site"));
        copy(&root().join("public"), &folder.path().join("public"));
        Self { folder }
    }

    /// The folder to serve.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// Writes a post, new or instead of one that is there, and builds the archive anew. Nothing of the
    /// archive as it was is left.
    #[must_use]
    pub fn with_post(self, file: &str, text: &str) -> Self {
        write(&self.folder.path().join("public/posts").join(file), text);
        for entry in entries(&self.path()) {
            let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let is_content = CONTENT.iter().any(|beginning| name.starts_with(beginning));
            let is_style = entry.extension().is_some_and(|ending| ending == "css");
            if is_content && !is_style {
                let removed = if entry.is_dir() {
                    fs::remove_dir_all(&entry)
                } else {
                    fs::remove_file(&entry)
                };
                removed.unwrap_or_else(|error| panic!("{}: {error}", entry.display()));
            }
        }
        self.build();
        self
    }

    /// Gives the program's glue another name and content, and builds the pages anew. The old file is
    /// gone.
    #[must_use]
    pub fn with_another_program(self) -> Self {
        let glue = self.file_with("masthead-", ".js");
        let renamed = glue.replace("masthead-", "masthead-next-");
        let text = read(&self.path().join(&glue));
        write(&self.path().join(&renamed), &format!("{text}\n// The next version.\n"));
        fs::remove_file(self.path().join(&glue)).unwrap_or_else(|error| panic!("{error}"));
        let shell = self.path().join("index.html");
        write(&shell, &read(&shell).replace(&glue, &renamed));
        self.build();
        self
    }

    /// The name of the one file at the top that begins and ends so.
    fn file_with(&self, beginning: &str, ending: &str) -> String {
        let mut names = entries(&self.path()).into_iter().filter_map(|entry| {
            let name = entry.file_name()?.to_string_lossy().into_owned();
            (name.starts_with(beginning) && name.ends_with(ending)).then_some(name)
        });
        names.next_back().unwrap_or_else(|| panic!("the site has no {beginning}…{ending}"))
    }

    fn build(&self) {
        let mut press = Command::new(Engine::Chromium.program(&["press"]));
        press.arg("build").arg("--out").arg(self.path());
        press.arg("--config").arg(root().join("masthead.toml"));
        press.arg("--posts").arg(self.folder.path().join("public/posts"));
        press.arg("--search").arg(root().join("target/search-worker/program"));
        let output = press.output().unwrap_or_else(|error| panic!("{press:?}: {error}"));
        assert!(output.status.success(), "{press:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// The root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let listed =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    listed.flatten().map(|entry| entry.path()).collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap_or_else(|error| panic!("{}: {error}", to.display()));
    for entry in entries(from) {
        let there = to.join(entry.file_name().unwrap_or_default());
        if entry.is_dir() {
            copy(&entry, &there);
        } else {
            fs::copy(&entry, &there).unwrap_or_else(|error| panic!("{}: {error}", there.display()));
        }
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
