//! The bytes of one manifest, pinned: a change of the format cannot go unnoticed.

use std::fs;
use std::path::{Path, PathBuf};

use bundle_format::{FormatError, VERSION, decode, encode};

use crate::manifests;

const CURE: &str = "the bytes of a manifest have changed. \
    A program that was loaded before a deployment meets manifests that were written after it, so: \
    raise VERSION in src/bytes.rs, describe the change in docs/archive-format.md and in \
    CHANGELOG.md (in bold, with what happens to cached files), and write the new golden file with \
    UPDATE_GOLDEN=1 cargo test -p bundle-format. Keep the old file: it must fail by its version";

fn golden_path(version: u16) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/manifest-v{version}.bin"))
}

#[test]
fn this_version_has_the_bytes_of_its_golden_file() {
    let path = golden_path(VERSION);
    let bytes = encode(&manifests::complete());
    if std::env::var_os("UPDATE_GOLDEN").is_some() && !path.exists() {
        fs::write(&path, &bytes).unwrap();
    }
    assert!(fs::read(&path).unwrap_or_default() == bytes, "{CURE}");
}

#[test]
fn of_all_golden_files_only_this_versions_can_be_read() {
    for found in 1..=VERSION {
        let expect = if found == VERSION {
            Ok(manifests::complete())
        } else {
            Err(FormatError::Version { expected: VERSION, found })
        };
        assert_eq!(decode(&fs::read(golden_path(found)).unwrap()), expect, "version {found}");
    }
}
