//! The files beside a shell that belong to the program: those that the shell names, and those that its
//! styles and scripts name.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use super::Shell;

/// The kinds of files that a program consists of. The archive has images too, but no shell names them.
const ENDINGS: [&str; 6] = ["css", "ico", "js", "svg", "wasm", "woff2"];

impl Shell {
    /// The same shell with the program's files, which lie in `folder`.
    pub fn with_files(mut self, folder: &Path) -> io::Result<Self> {
        let mut unnamed = candidates(folder)?;
        let mut texts = vec![self.parts.concat()];
        while let Some(text) = texts.pop() {
            let (named, rest) = unnamed.into_iter().partition(|path| text.contains(path.as_str()));
            unnamed = rest;
            let named: Vec<String> = named;
            for path in named {
                let bytes = fs::read(folder.join(&path))?;
                if has_ending(&path, "css") || has_ending(&path, "js") {
                    texts.push(String::from_utf8_lossy(&bytes).into_owned());
                }
                self.files.insert(path, bytes);
            }
        }
        Ok(self)
    }

    /// The program's files, by their paths below the base path.
    pub(crate) fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }

    /// The shell's own markup, without what differs between documents.
    pub(crate) fn markup(&self) -> String {
        self.parts.concat()
    }
}

/// Whether a file's name ends so, after a full stop.
pub(in super::super) fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|own| own == ending)
}

/// Files at the top of the folder and in its `fonts`, as far as they may be a program's.
fn candidates(folder: &Path) -> io::Result<Vec<String>> {
    let mut paths = Vec::new();
    for inner in ["", "fonts/"] {
        let place = folder.join(inner);
        if !place.is_dir() {
            continue;
        }
        for entry in fs::read_dir(place)? {
            let entry = entry?;
            let path = format!("{inner}{}", entry.file_name().to_string_lossy());
            let is_programs = ENDINGS.iter().any(|ending| has_ending(&path, ending));
            if entry.file_type()?.is_file() && is_programs {
                paths.push(path);
            }
        }
    }
    paths.sort();
    Ok(paths)
}
