//! The bytes of one index, pinned: a change of the format cannot go unnoticed.

mod archive;

use std::fs;
use std::path::Path;

use archive::Archive;
use newsletter_search::{BuildId, FormatError, Index, PartId, ROOT_FILE, VERSION};

const CURE: &str = "the bytes of an index, or what its terms are, have changed. \
    A program that was loaded before a deployment meets indexes that were written after it, so: \
    raise VERSION in src/index/bytes.rs, mend the documentation of the layout above the code, say so \
    in CHANGELOG.md (in bold, with what happens to cached files), and write the new golden file with \
    UPDATE_GOLDEN=1 cargo test -p newsletter-search. Keep the old file: it must fail by its version";

const POSTS: [&str; 2] = [
    "## News\n\n* The [lamp](https://github.com/lamps/lamps/pull/12) is non-graceful, says @jane.\n",
    "## Featured PRs\n\n### KEP-14 SidecarContainers\n\nVersion 1.30.1 of the ship freezes.\n\n## Oil\n\n* 東京\n",
];

/// Every file of the index: a line with its name and length, then its bytes.
fn files() -> Vec<u8> {
    let mut built = Archive::of(&POSTS).built;
    built.stamp(BuildId(0x0102_0304_0506_0708));
    let mut bytes = Vec::new();
    let parts = built.parts.iter().map(|(id, part)| (id.file(), part));
    for (name, part) in [(ROOT_FILE.to_owned(), &built.root)].into_iter().chain(parts) {
        bytes.extend_from_slice(format!("{name} {}\n", part.len()).as_bytes());
        bytes.extend_from_slice(part);
    }
    bytes
}

#[test]
fn this_version_has_the_bytes_of_its_golden_file() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/index-v{VERSION}.bin"));
    let bytes = files();
    if std::env::var_os("UPDATE_GOLDEN").is_some() && !path.exists() {
        fs::write(&path, &bytes).unwrap();
    }
    assert!(fs::read(&path).unwrap_or_default() == bytes, "{CURE}");
}

#[test]
fn other_versions_and_other_builds_are_refused_by_name() {
    let mut built = Archive::of(&POSTS).built;
    let mut index = Index::open(&built.root).unwrap();
    assert_eq!(index.build_id(), BuildId(0));
    built.root[4] = 0xff;
    let newer = Index::open(&built.root).map(|_| ());
    assert!(
        matches!(newer, Err(FormatError::Version { expected: VERSION, found: 0xff })),
        "{newer:?}"
    );
    built.stamp(BuildId(9));
    let (id, bytes) = built.parts[0].clone();
    let (expected, found) = (BuildId(0), BuildId(9));
    assert_eq!(index.supply(id, bytes), Err(FormatError::Build { expected, found }));
    assert!(!index.has(id));
}

#[test]
fn the_index_lists_the_parts_that_there_are() {
    let archive = Archive::of(&POSTS);
    let mut built: Vec<PartId> = archive.built.parts.iter().map(|(id, _)| *id).collect();
    let mut listed: Vec<PartId> = archive.index.parts().collect();
    built.sort();
    listed.sort();
    assert_eq!(built, listed);
}
