//! The program of a build: its files with their hashes, and the version that all of them make.

use super::super::files::Files;
use super::super::shell::Shell;
use super::worker;
use crate::hash::{content_hash, sha256};

/// Folders of planned files that belong to the program.
const FOLDERS: [&str; 2] = ["engine-", "icons/"];

/// The program's files. What they are made of decides the version; a new issue changes none of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Program {
    version: u64,
    files: Vec<Listed>,
}

/// One file of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    /// Path below the base path.
    pub(super) file: String,
    /// The SHA-256 in hexadecimal digits.
    pub(super) sha256: String,
    /// How many bytes there are.
    pub(super) bytes: usize,
}

impl Program {
    /// The program that `shell` starts, with what is planned for it. `blank` is the shell's document
    /// without a version.
    pub(super) fn new(shell: &Shell, blank: &str, files: &Files) -> Self {
        let own = shell.files().iter().map(|(file, bytes)| (file.as_str(), bytes.as_slice()));
        let planned =
            files.made().filter(|(file, _)| FOLDERS.iter().any(|folder| file.starts_with(folder)));
        let listed: Vec<_> =
            own.chain(planned).map(|(file, bytes)| Listed::of(file, bytes)).collect();
        let mut described = format!("{blank}\n{}", worker::sources());
        for file in &listed {
            described.extend([&file.file, " ", &file.sha256, "\n"]);
        }
        Self { version: content_hash(described.as_bytes()), files: listed }
    }

    /// As documents and the worker say it.
    pub(super) fn version(&self) -> String {
        format!("{:016x}", self.version)
    }

    /// Adds a file that says the version itself.
    pub(super) fn add(&mut self, file: &str, bytes: &[u8]) {
        self.files.push(Listed::of(file, bytes));
    }

    /// All files.
    pub(super) fn files(&self) -> &[Listed] {
        &self.files
    }
}

impl Listed {
    fn of(file: &str, bytes: &[u8]) -> Self {
        Self { file: file.to_owned(), sha256: sha256(bytes), bytes: bytes.len() }
    }
}
