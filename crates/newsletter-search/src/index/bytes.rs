//! Numbers and texts in bytes, and the header that every file of an index has.

use thiserror::Error;

/// The first bytes of every file of an index.
pub const MAGIC: [u8; 4] = *b"MSRC";

/// Raised with every change of a layout, and of what a term or a position is.
pub const VERSION: u16 = 2;

/// Which archive state an index was made from; the same number names its folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct BuildId(pub u64);

/// What a file is; the byte after the version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Root = 0,
    Terms = 1,
    Texts = 2,
    Words = 3,
    Pack = 4,
}

/// Why bytes are not a file of this index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FormatError {
    /// Something else was fetched, usually a host's error page. Look at the address that was asked.
    #[error("this is not a part of a search index")]
    Magic,
    /// The index and the program come from different versions. Reload, or deploy both together.
    #[error("the search index has version {found}, this program reads version {expected}")]
    Version {
        /// What this program reads: [`VERSION`].
        expected: u16,
        /// What the bytes say.
        found: u16,
    },
    /// The archive was built again meanwhile. Open the new root and ask again.
    #[error("the part belongs to another build of the search index")]
    Build {
        /// What the root says.
        expected: BuildId,
        /// What the part says.
        found: BuildId,
    },
    /// The bytes end early or were changed on the way. Fetch them again.
    #[error("the part of the search index is cut off or damaged")]
    Damaged,
}

/// The header:
///
/// | bytes | what |
/// | --- | --- |
/// | 0 to 3 | [`MAGIC`] |
/// | 4 and 5 | [`VERSION`], little-endian |
/// | 6 | what the file is: 0 root, 1 terms, 2 texts, 3 words, 4 a pack |
/// | 7 to 14 | the [`BuildId`], little-endian |
pub(crate) fn header(kind: Kind, build: BuildId) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    bytes.push(kind as u8);
    bytes.extend_from_slice(&build.0.to_le_bytes());
    bytes
}

/// Writes another build id into a file.
pub(crate) fn stamp(bytes: &mut [u8], build: BuildId) {
    if let Some(place) = bytes.get_mut(HEADER_LEN - 8..HEADER_LEN) {
        place.copy_from_slice(&build.0.to_le_bytes());
    }
}

/// How many bytes [`header`] has.
pub(crate) const HEADER_LEN: usize = 15;

/// What follows the header, and the build that it names.
pub(crate) fn after_header(bytes: &[u8], kind: Kind) -> Result<(BuildId, &[u8]), FormatError> {
    let rest = bytes.strip_prefix(&MAGIC).ok_or(FormatError::Magic)?;
    let (version, rest) = rest.split_first_chunk::<2>().ok_or(FormatError::Damaged)?;
    let found = u16::from_le_bytes(*version);
    if found != VERSION {
        return Err(FormatError::Version { expected: VERSION, found });
    }
    let (found, rest) = rest.split_first().ok_or(FormatError::Damaged)?;
    let (build, rest) = rest.split_first_chunk::<8>().ok_or(FormatError::Damaged)?;
    if *found != kind as u8 {
        return Err(FormatError::Magic);
    }
    Ok((BuildId(u64::from_le_bytes(*build)), rest))
}

/// Reads from the front; whatever is not there is an error, and nothing is trusted before that.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bytes<'bytes> {
    pub(crate) rest: &'bytes [u8],
}

impl<'bytes> Bytes<'bytes> {
    pub(crate) fn new(rest: &'bytes [u8]) -> Self {
        Self { rest }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) fn byte(&mut self) -> Result<u8, FormatError> {
        let (first, rest) = self.rest.split_first().ok_or(FormatError::Damaged)?;
        self.rest = rest;
        Ok(*first)
    }

    /// Seven bits a byte, low bits first; at most five bytes.
    pub(crate) fn number(&mut self) -> Result<u32, FormatError> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(FormatError::Damaged)
    }

    pub(crate) fn take(&mut self, len: u32) -> Result<&'bytes [u8], FormatError> {
        let len = usize::try_from(len).map_err(|_| FormatError::Damaged)?;
        let (taken, rest) = self.rest.split_at_checked(len).ok_or(FormatError::Damaged)?;
        self.rest = rest;
        Ok(taken)
    }

    /// A length, then as many bytes of UTF-8.
    pub(crate) fn text(&mut self) -> Result<&'bytes str, FormatError> {
        let len = self.number()?;
        std::str::from_utf8(self.take(len)?).map_err(|_| FormatError::Damaged)
    }

    /// A count, then as many entries.
    pub(crate) fn list<T>(
        &mut self,
        mut entry: impl FnMut(&mut Self) -> Result<T, FormatError>,
    ) -> Result<Vec<T>, FormatError> {
        let count = self.number()?;
        let mut list = Vec::new();
        for _ in 0..count {
            list.push(entry(self)?);
        }
        Ok(list)
    }
}

/// See [`Bytes::number`].
pub(crate) fn put_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.extend(number.to_le_bytes().first().map(|low| low | 0x80));
        number >>= 7;
    }
    bytes.extend(number.to_le_bytes().first());
}

/// See [`Bytes::text`].
pub(crate) fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put_number(bytes, count(text.len()));
    bytes.extend_from_slice(text.as_bytes());
}

/// The digits of a number, as names have them. The formatter of the standard library would be a
/// hundredth of the program that searches.
pub(crate) fn digits(mut number: u32) -> String {
    let mut reversed = Vec::new();
    loop {
        reversed.extend(char::from_digit(number % 10, 10));
        number /= 10;
        if number == 0 {
            return reversed.into_iter().rev().collect();
        }
    }
}

/// Nobody writes four billion of anything.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        for number in [0, 1, 127, 128, 16_383, 16_384, u32::MAX] {
            let mut bytes = Vec::new();
            put_number(&mut bytes, number);
            let mut read = Bytes::new(&bytes);
            assert_eq!(read.number(), Ok(number));
            assert!(read.is_empty());
        }
    }

    #[test]
    fn digits_are_those_of_the_standard_library() {
        for number in [0, 7, 10, 109, 120_000, u32::MAX] {
            assert_eq!(digits(number), number.to_string());
        }
    }

    #[test]
    fn what_is_not_there_is_damage() {
        assert_eq!(Bytes::new(&[0x80; 4]).number(), Err(FormatError::Damaged));
        assert_eq!(Bytes::new(&[0xff; 9]).number(), Err(FormatError::Damaged));
        assert_eq!(Bytes::new(&[200, 1, b'a']).text(), Err(FormatError::Damaged));
        assert_eq!(Bytes::new(&[2, 0xff, 0xff]).text(), Err(FormatError::Damaged));
        assert!(Bytes::new(&[0xff, 0xff, 0xff, 0xff, 0x0f]).list(Bytes::byte).is_err());
    }

    #[test]
    fn a_header_tells_what_is_wrong() {
        let good = header(Kind::Root, BuildId(7));
        assert_eq!(good.len(), HEADER_LEN);
        assert_eq!(after_header(&good, Kind::Root), Ok((BuildId(7), &[][..])));
        assert_eq!(after_header(&good, Kind::Texts), Err(FormatError::Magic));
        assert_eq!(after_header(b"<!doctype html>", Kind::Root), Err(FormatError::Magic));
        assert_eq!(after_header(&good[..10], Kind::Root), Err(FormatError::Damaged));
        let mut newer = good;
        newer[4] = 99;
        let error = FormatError::Version { expected: VERSION, found: 99 };
        assert_eq!(after_header(&newer, Kind::Root), Err(error));
    }
}
