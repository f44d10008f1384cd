//! The bytes of files: they come back as they were written, and hostile ones do no harm.

mod deadlines;
mod documented;
mod golden;
mod manifests;

use bundle_format::{FamilyCount, FormatError, MAGIC, SectionEntry, VERSION, decode, encode};
use proptest::prelude::*;

/// A magic and version that are right, with any body.
fn with_head(body: &[u8]) -> Vec<u8> {
    [MAGIC.as_slice(), &VERSION.to_le_bytes(), body].concat()
}

/// The longest length that a varint of postcard can claim on a 64-bit machine.
const LONGEST_LENGTH: [u8; 10] = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];

proptest! {
    #[test]
    fn every_manifest_comes_back_as_it_was_written(manifest in manifests::any_manifest()) {
        prop_assert_eq!(decode(&encode(&manifest)), Ok(manifest));
    }

    #[test]
    fn any_bytes_are_safe_to_read(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
        // What can be read from them can be used, written and read again.
        if let Ok(manifest) = decode(&with_head(&bytes)) {
            manifest.family_count(0);
            prop_assert_eq!(decode(&encode(&manifest)), Ok(manifest));
        }
    }

    #[test]
    fn a_manifest_with_one_byte_changed_is_safe_to_read(
        manifest in manifests::any_manifest(),
        place in any::<prop::sample::Index>(),
        change in 1_u8..,
    ) {
        let mut bytes = encode(&manifest);
        let place = place.index(bytes.len());
        bytes[place] ^= change;
        prop_assert_ne!(decode(&bytes), Ok(manifest));
    }
}

#[test]
fn counts_of_a_hostile_manifest_stop_at_the_largest_number() {
    let mut manifest = manifests::complete();
    let section = SectionEntry { families: vec![0], items: u32::MAX };
    manifest.issues[0].sections = vec![section.clone(), section];
    assert_eq!(manifest.issues[0].item_count(), u32::MAX);
    assert_eq!(manifest.family_count(0), FamilyCount { issues: 1, items: u32::MAX });
}

#[test]
fn every_manifest_that_is_cut_off_is_damaged() {
    let bytes = encode(&manifests::complete());
    for length in MAGIC.len()..bytes.len() {
        assert_eq!(decode(&bytes[..length]), Err(FormatError::Damaged), "cut at {length}");
    }
}

#[test]
fn bytes_after_the_end_are_damage() {
    let mut bytes = encode(&manifests::complete());
    bytes.push(0);
    assert_eq!(decode(&bytes), Err(FormatError::Damaged));
}

#[test]
fn an_error_page_is_not_a_manifest() {
    assert_eq!(decode(b"<!doctype html><title>404</title>"), Err(FormatError::Magic));
    assert_eq!(decode(b""), Err(FormatError::Magic));
}

#[test]
fn another_version_says_both() {
    let mut bytes = encode(&manifests::complete());
    bytes[4..6].copy_from_slice(&7_u16.to_le_bytes());
    let error = decode(&bytes).unwrap_err();
    assert_eq!(error, FormatError::Version { expected: VERSION, found: 7 });
    assert!(error.to_string().contains("version 7"), "{error}");
}

#[test]
fn a_length_beyond_the_bytes_is_not_trusted_with_memory() {
    // The four texts at the front empty, the three options absent, then one list after the other
    // that claims to be longer than any memory; trusting one would end this process.
    for list in 0..5 {
        let mut body = vec![0; 4 + 3 + list];
        body.extend(LONGEST_LENGTH);
        body.extend([0; 64]);
        assert_eq!(decode(&with_head(&body)), Err(FormatError::Damaged), "list {list}");
    }
    assert_eq!(decode(&with_head(&LONGEST_LENGTH)), Err(FormatError::Damaged));
}
