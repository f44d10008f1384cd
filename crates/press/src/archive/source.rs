//! One Markdown file: its bytes, and the text in them.

use std::path::{Path, PathBuf};
use std::{fs, io};

use bundle_format::Fingerprint;
use newsletter::{Code, Diagnostic};

use crate::finding::Finding;
use crate::hash::fingerprint;
use crate::position::Position;

/// A file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// As it was reached from the working folder.
    pub path: PathBuf,
    /// Unchanged.
    pub bytes: Vec<u8>,
    /// The bytes as text, with U+FFFD for what is not UTF-8, as browsers read it.
    pub text: String,
    /// Of the bytes.
    pub fingerprint: Fingerprint,
}

impl Source {
    /// Reads a file, and finds the lines in it that are not UTF-8.
    pub(crate) fn read(path: &Path, findings: &mut Vec<Finding>) -> io::Result<Self> {
        let bytes = fs::read(path)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        findings.extend(
            broken_lines(&bytes).into_iter().map(|broken| Finding::from_diagnostic(path, broken)),
        );
        Ok(Self { path: path.to_owned(), fingerprint: fingerprint(&bytes), bytes, text })
    }
}

/// The first broken byte of each line that has one.
fn broken_lines(bytes: &[u8]) -> Vec<Diagnostic> {
    let mut read = String::new();
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    for chunk in bytes.utf8_chunks() {
        read.push_str(chunk.valid());
        let [byte, ..] = chunk.invalid() else {
            continue;
        };
        let Position { line, column } = Position::of(&read, read.len());
        if diagnostics.last().is_none_or(|last| last.line != line) {
            diagnostics.push(Diagnostic {
                line,
                column,
                code: Code::EncodingInvalid,
                message: format!("The byte 0x{byte:02x} is not UTF-8; it is shown as \u{fffd}."),
                hint: "Save the file as UTF-8.".to_owned(),
            });
        }
        read.push(char::REPLACEMENT_CHARACTER);
    }
    diagnostics
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_broken_line_is_named_once_and_counted_in_characters() {
        let places: Vec<_> = broken_lines("é\nü b\u{e9}".as_bytes())
            .iter()
            .map(|diagnostic| (diagnostic.line.0, diagnostic.column.0))
            .collect();
        assert_eq!(places, []);
        let places: Vec<_> = broken_lines(b"\xc3\xa9\n\xc3\xa9\xff\xff\n\n\xe9t\xe9\n")
            .iter()
            .map(|diagnostic| (diagnostic.line.0, diagnostic.column.0))
            .collect();
        assert_eq!(places, [(2, 2), (4, 1)]);
    }
}
