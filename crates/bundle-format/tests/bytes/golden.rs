//! The bytes of one manifest and of some deadlines, pinned: a change of the format cannot go unnoticed.

use std::fs;
use std::path::{Path, PathBuf};

use bundle_format::{FormatError, VERSION, decode, decode_deadlines, encode, encode_deadlines};

use crate::{deadlines, manifests};

const CURE: &str = "the bytes of a file have changed. \
    A program that was loaded before a deployment meets files that were written after it, so: \
    raise VERSION in src/bytes.rs, describe the change in docs/archive-format.md and in \
    CHANGELOG.md (in bold, with what happens to cached files), and write the new golden file with \
    UPDATE_GOLDEN=1 cargo test -p bundle-format. Keep the old file: it must fail by its version";

/// The first version that has deadlines.
const FIRST_WITH_DEADLINES: u16 = 2;

fn golden_path(name: &str, version: u16) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}-v{version}.bin"))
}

fn check(name: &str, bytes: &[u8]) {
    let path = golden_path(name, VERSION);
    if std::env::var_os("UPDATE_GOLDEN").is_some() && !path.exists() {
        let written = fs::write(&path, bytes);
        assert!(written.is_ok(), "{written:?}");
    }
    assert!(fs::read(&path).unwrap_or_default() == bytes, "{name}: {CURE}");
}

#[test]
fn this_version_has_the_bytes_of_its_golden_files() {
    check("manifest", &encode(&manifests::complete()));
    check("deadlines", &encode_deadlines(&deadlines::complete()));
}

#[test]
fn of_all_golden_files_only_this_versions_can_be_read() {
    for found in 1..=VERSION {
        let is_current = found == VERSION;
        let error = FormatError::Version { expected: VERSION, found };
        let expect = if is_current { Ok(manifests::complete()) } else { Err(error) };
        let bytes = fs::read(golden_path("manifest", found)).unwrap();
        assert_eq!(decode(&bytes), expect, "version {found}");
        if found >= FIRST_WITH_DEADLINES {
            let expect = if is_current { Ok(deadlines::complete()) } else { Err(error) };
            let bytes = fs::read(golden_path("deadlines", found)).unwrap();
            assert_eq!(decode_deadlines(&bytes), expect, "version {found}");
        }
    }
}
