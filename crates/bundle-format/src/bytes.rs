//! The bytes of a file: a magic, a version, then postcard.

use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

use crate::{Deadlines, Manifest};

/// The first bytes of every manifest.
pub const MAGIC: [u8; 4] = *b"MAST";

/// The first bytes of every file of deadlines.
pub const DEADLINES_MAGIC: [u8; 4] = *b"MADL";

/// Raised with every change of a type in this crate; a reader takes its own version only.
pub const VERSION: u16 = 2;

/// Why bytes are not a file that this program reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FormatError {
    /// Something else was fetched, usually a host's error page. Look at the address that was asked.
    #[error("this is not the Masthead file that was asked for: it begins with something else")]
    Magic,
    /// The file and the program come from different builds. Reload, or deploy both together.
    #[error("the file has version {found}, this program reads version {expected}")]
    Version {
        /// What this program reads: [`VERSION`].
        expected: u16,
        /// What the bytes say.
        found: u16,
    },
    /// The bytes end early or were changed on the way. Fetch them again.
    #[error("the file is cut off or damaged")]
    Damaged,
}

/// The bytes of `manifest`: the same for the same manifest, on every machine.
///
/// | bytes | what |
/// | --- | --- |
/// | 0 to 3 | [`MAGIC`] |
/// | 4 and 5 | [`VERSION`], little-endian |
/// | the rest | [`Manifest`] in postcard's wire format, fields in the order of the type |
///
/// In postcard an unsigned number is a varint of seven bits a byte, low bits first; a signed one is
/// zigzag, then a varint; text and lists are their length as a varint, then their bytes or entries;
/// an absent value is `0`, a present one `1` and the value. A `u8` is one byte.
pub fn encode(manifest: &Manifest) -> Vec<u8> {
    file(MAGIC, manifest)
}

/// The bytes of `deadlines`, as [`encode`] makes them, with [`DEADLINES_MAGIC`].
pub fn encode_deadlines(deadlines: &Deadlines) -> Vec<u8> {
    file(DEADLINES_MAGIC, deadlines)
}

/// The manifest in `bytes`, which [`encode`] describes.
///
/// Any bytes are safe to pass: a length that they claim but do not hold is noticed before it is
/// trusted with memory.
///
/// # Errors
///
/// See [`FormatError`].
pub fn decode(bytes: &[u8]) -> Result<Manifest, FormatError> {
    content(MAGIC, bytes)
}

/// The deadlines in `bytes`, which [`encode_deadlines`] made; as safe as [`decode`].
///
/// # Errors
///
/// See [`FormatError`].
pub fn decode_deadlines(bytes: &[u8]) -> Result<Deadlines, FormatError> {
    content(DEADLINES_MAGIC, bytes)
}

fn file<Content: Serialize>(magic: [u8; 4], content: &Content) -> Vec<u8> {
    let mut bytes = magic.to_vec();
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    match postcard::to_extend(content, bytes) {
        Ok(bytes) => bytes,
        Err(_) => {
            unreachable!("a vector takes any number of bytes and every list knows its length")
        }
    }
}

fn content<Content: DeserializeOwned>(
    magic: [u8; 4],
    bytes: &[u8],
) -> Result<Content, FormatError> {
    let body = bytes.strip_prefix(&magic).ok_or(FormatError::Magic)?;
    let (version, body) = body.split_first_chunk::<2>().ok_or(FormatError::Damaged)?;
    let found = u16::from_le_bytes(*version);
    if found != VERSION {
        return Err(FormatError::Version { expected: VERSION, found });
    }
    match postcard::take_from_bytes(body) {
        Ok((content, [])) => Ok(content),
        _ => Err(FormatError::Damaged),
    }
}
