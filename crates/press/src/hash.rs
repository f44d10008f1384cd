//! The hash that tells one state of a file from another.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bundle_format::Fingerprint;
use sha2::{Digest, Sha256};

/// The first eight bytes, big-endian, of the SHA-256 of `bytes`.
pub(crate) fn content_hash(bytes: &[u8]) -> u64 {
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    digest.iter().take(8).fold(0, |hash, byte| hash << 8 | u64::from(*byte))
}

/// The SHA-256 of `bytes` in hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    digest.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What tells a file with these bytes from its other versions, and from a part of itself.
pub(crate) fn fingerprint(bytes: &[u8]) -> Fingerprint {
    Fingerprint { hash: content_hash(bytes), len: u32::try_from(bytes.len()).unwrap_or(u32::MAX) }
}

/// The SHA-256 of `bytes`, as content security policies have it.
pub(crate) fn sha256_base64(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_beginning_of_sha_256() {
        assert_eq!(content_hash(b"abc"), 0xba78_16bf_8f01_cfea);
        assert!(sha256(b"abc").starts_with("ba7816bf8f01cfea"));
        assert_eq!(sha256(b"abc").len(), 64);
    }
}
