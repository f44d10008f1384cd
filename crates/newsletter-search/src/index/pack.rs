//! Packs: parts in a row as one file, for fetching in few requests what may be needed later.
//!
//! Each part is in one pack, in the order of [`super::Index::parts`], which is the order in which to
//! fetch the packs. A pack is as large as can be fetched between two queries; the root says how many
//! bytes each has.
//!
//! After the header, for each part, with numbers as in [`super::root`]:
//!
//! | what | is |
//! | --- | --- |
//! | kind | a byte, as in the part's header: 1 terms, 2 texts, 3 words |
//! | which | the part's number, or its letter: a number |
//! | file | the part's file: a number and as many bytes |

use std::ops::Range;

use super::bytes::{
    BuildId, Bytes, FormatError, HEADER_LEN, Kind, after_header, count, header, put_number,
};
use super::writer::Built;
use crate::PartId;

/// A pack is closed before it has more bytes than this, unless a single part has. A larger number
/// makes fewer requests, each of which is longer in the way of what is typed meanwhile.
const PACK_BYTES: usize = 500_000;

impl Built {
    /// The packs of all parts, in their order. The parts have been [stamped](Self::stamp) with
    /// `build`.
    pub fn packs(&self, build: BuildId) -> impl Iterator<Item = Vec<u8>> {
        let mut rest = self.parts.as_slice();
        std::iter::from_fn(move || {
            let mut bytes = header(Kind::Pack, build);
            while let Some(((id, file), after)) = rest.split_first() {
                let is_empty = bytes.len() == HEADER_LEN;
                if !is_empty && bytes.len() + file.len() > PACK_BYTES {
                    break;
                }
                put(&mut bytes, *id, file);
                rest = after;
            }
            (bytes.len() > HEADER_LEN).then_some(bytes)
        })
    }
}

fn put(pack: &mut Vec<u8>, id: PartId, file: &[u8]) {
    let (kind, which) = match id {
        PartId::Terms(number) => (Kind::Terms, number),
        PartId::Texts(number) => (Kind::Texts, number),
        PartId::Words(letter) => (Kind::Words, u32::from(letter)),
    };
    pack.push(kind as u8);
    put_number(pack, which);
    put_number(pack, count(file.len()));
    pack.extend_from_slice(file);
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
            (PartId::Words(b'z'), vec![3]),
            (PartId::Terms(0), vec![1; 200]),
            (PartId::Texts(300), Vec::new()),
        ]
    }

    fn packs(parts: Vec<(PartId, Vec<u8>)>) -> Vec<Vec<u8>> {
        Built { root: Vec::new(), parts }.packs(BuildId(7)).collect()
    }

    fn pack() -> Vec<u8> {
        packs(parts()).pop().unwrap()
    }

    #[test]
    fn parts_come_back_from_a_pack() {
        let pack = pack();
        let (build, found) = decode(&pack).unwrap();
        assert_eq!(build, BuildId(7));
        let found: Vec<_> =
            found.into_iter().map(|(id, range)| (id, pack[range].to_vec())).collect();
        assert_eq!(found, parts());
    }

    #[test]
    fn a_pack_is_closed_before_it_is_too_large() {
        let part = |number, len| (PartId::Texts(number), vec![0; len]);
        let half = PACK_BYTES / 2;
        let parts = vec![part(0, half), part(1, half - 99), part(2, 100), part(3, 2 * PACK_BYTES)];
        let numbers = packs(parts).into_iter().map(|pack| {
            let parts = decode(&pack).unwrap().1.into_iter();
            parts.map(|(id, _)| id).collect::<Vec<_>>()
        });
        let texts = PartId::Texts;
        let expect = [vec![texts(0), texts(1)], vec![texts(2)], vec![texts(3)]];
        assert!(numbers.eq(expect));
        assert!(packs(Vec::new()).is_empty());
    }

    #[test]
    fn a_pack_that_is_cut_off_has_fewer_parts_or_none() {
        let pack = pack();
        for end in 0..pack.len() {
            assert!(decode(&pack[..end]).map_or(true, |(_, found)| found.len() < 3), "{end}");
        }
    }

    #[test]
    fn no_byte_makes_a_pack_reach_beyond_its_end() {
        let pack = pack();
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
