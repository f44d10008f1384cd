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
                if path.ends_with(".css") || path.ends_with(".js") {
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
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
            if entry.file_type()?.is_file() && ENDINGS.contains(&ending) {
                paths.push(path);
            }
        }
    }
    paths.sort();
    Ok(paths)
}
