//! Packs: many parts as one file, for fetching in one request what may be needed later.
//!
//! | file | parts |
//! | --- | --- |
//! | [`TERMS_PACK`] | all of terms and words |
//! | [`TEXTS_PACK`] | all of texts |
//!
//! After the header, for each part, with numbers as in [`super::root`]:
//!
//! | what | is |
//! | --- | --- |
//! | kind | a byte, as in the part's header: 1 terms, 2 texts, 3 words |
//! | which | the part's number, or its letter: a number |
//! | file | the part's file: a number and as many bytes |
//!
//! A pack that would be larger than a reader should hold at a time has no parts: they are fetched one
//! by one then.

use std::ops::Range;

use super::bytes::{BuildId, Bytes, FormatError, Kind, after_header, count, header, put_number};
use super::writer::Built;
use crate::PartId;

/// The pack of all parts of terms and words.
pub const TERMS_PACK: &str = "terms.pack";

/// The pack of all parts of texts.
pub const TEXTS_PACK: &str = "texts.pack";

/// What a reader should hold of an index at most, in bytes. A larger number lets larger archives be
/// searched without the network, and takes as much of a phone's memory.
const MOST_BYTES: usize = 4_000_000;

impl Built {
    /// The packs of the parts, by their names: terms as far as a reader should hold so much, and texts
    /// as far as it may hold them too. The parts have been [stamped](Self::stamp) with `build`.
    pub fn packs(&self, build: BuildId) -> [(&'static str, Vec<u8>); 2] {
        let (texts, terms): (Vec<_>, Vec<_>) =
            self.parts.iter().partition(|(id, _)| matches!(id, PartId::Texts(_)));
        let mut left = MOST_BYTES;
        [(TERMS_PACK, terms), (TEXTS_PACK, texts)].map(|(name, parts)| {
            let pack = encode(build, parts.into_iter());
            let (pack, rest) = match left.checked_sub(pack.len()) {
                Some(rest) => (pack, rest),
                None => (encode(build, std::iter::empty()), 0),
            };
            left = rest;
            (name, pack)
        })
    }
}

fn encode<'part>(build: BuildId, parts: impl Iterator<Item = &'part (PartId, Vec<u8>)>) -> Vec<u8> {
    let mut bytes = header(Kind::Pack, build);
    for (id, file) in parts {
        let (kind, which) = match *id {
            PartId::Terms(number) => (Kind::Terms, number),
            PartId::Texts(number) => (Kind::Texts, number),
            PartId::Words(letter) => (Kind::Words, u32::from(letter)),
        };
        bytes.push(kind as u8);
        put_number(&mut bytes, which);
        put_number(&mut bytes, count(file.len()));
        bytes.extend_from_slice(file);
    }
    bytes
}

/// Parts, and where their files are in a pack.
pub(super) type Contents = Vec<(PartId, Range<usize>)>;

/// The parts of a pack, and where their files are in it. The files are not looked into.
pub(super) fn decode(pack: &[u8]) -> Result<(BuildId, Contents), FormatError> {
    let (build, body) = after_header(pack, Kind::Pack)?;
    let mut bytes = Bytes::new(body);
    let mut parts = Vec::new();
    while !bytes.is_empty() {
        let (kind, which, len) = (bytes.byte()?, bytes.number()?, bytes.number()?);
        let id = match kind {
            1 => PartId::Terms(which),
            2 => PartId::Texts(which),
            3 => PartId::Words(u8::try_from(which).map_err(|_| FormatError::Damaged)?),
            _ => return Err(FormatError::Damaged),
        };
        let start = pack.len() - bytes.rest.len();
        let len = bytes.take(len)?.len();
        parts.push((id, start..start + len));
    }
    Ok((build, parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Vec<(PartId, Vec<u8>)> {
        vec![
            (PartId::Terms(0), vec![1; 200]),
            (PartId::Texts(300), Vec::new()),
            (PartId::Words(b'z'), vec![3]),
        ]
    }

    #[test]
    fn parts_come_back_from_a_pack() {
        let pack = encode(BuildId(7), parts().iter());
        let (build, found) = decode(&pack).unwrap();
        assert_eq!(build, BuildId(7));
        let found: Vec<_> =
            found.into_iter().map(|(id, range)| (id, pack[range].to_vec())).collect();
        assert_eq!(found, parts());
    }

    #[test]
    fn a_pack_may_be_empty() {
        let pack = encode(BuildId(7), std::iter::empty());
        assert_eq!(decode(&pack), Ok((BuildId(7), Vec::new())));
    }

    #[test]
    fn texts_are_left_out_where_terms_leave_no_room_for_them() {
        let part = |id, len| (id, vec![0; len]);
        let lengths = |parts| {
            let built = Built { root: Vec::new(), parts };
            built.packs(BuildId(7)).map(|(_, pack)| decode(&pack).unwrap().1.len())
        };
        let (half, most) = (MOST_BYTES / 2, MOST_BYTES);
        let (terms, texts, words) = (PartId::Terms(0), PartId::Texts(0), PartId::Words(b'a'));
        assert_eq!(lengths(vec![part(terms, 9), part(texts, 9), part(words, 9)]), [2, 1]);
        assert_eq!(lengths(vec![part(terms, half), part(texts, half)]), [1, 0]);
        assert_eq!(lengths(vec![part(terms, most), part(texts, 9)]), [0, 0]);
    }

    #[test]
    fn a_pack_that_is_cut_off_has_fewer_parts_or_none() {
        let pack = encode(BuildId(7), parts().iter());
        for end in 0..pack.len() {
            assert!(decode(&pack[..end]).map_or(true, |(_, found)| found.len() < 3), "{end}");
        }
    }

    #[test]
    fn no_byte_makes_a_pack_reach_beyond_its_end() {
        let pack = encode(BuildId(7), parts().iter());
        for at in 0..pack.len() {
            for byte in [0, 1, 3, 127, 128, 255] {
                let mut changed = pack.clone();
                changed[at] = byte;
                let Ok((_, found)) = decode(&changed) else { continue };
                assert!(found.iter().all(|(_, range)| changed.get(range.clone()).is_some()));
            }
        }
    }
}
