//! The files that an index consists of beside its root, by their ids and names.

use crate::index::bytes::digits;

/// The name of the file that is read first; see [`crate::Index::open`].
pub const ROOT_FILE: &str = "root.bin";

/// The name of the pack with this number, such as `pack-3.bin`; see [`crate::Index::packs`].
pub fn pack_file(number: u32) -> String {
    ["pack-", &digits(number), ".bin"].concat()
}

/// One file of an index. All lie in the folder of [`ROOT_FILE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartId {
    /// Terms and where they occur; numbered from 0 in the order of their terms.
    Terms(u32),
    /// The text of some items; numbered from 0, newest items first.
    Texts(u32),
    /// Plain words, for what is mistyped: those that begin with this letter, `a` to `z`, and those of
    /// other alphabets that are dealt out to it.
    Words(u8),
}

impl PartId {
    /// The file's name, such as `terms-3.bin`.
    pub fn file(self) -> String {
        match self {
            Self::Terms(number) => ["terms-", &digits(number), ".bin"].concat(),
            Self::Texts(number) => ["texts-", &digits(number), ".bin"].concat(),
            Self::Words(letter) => {
                let mut name = "words-".to_owned();
                name.push(char::from(letter));
                name.push_str(".bin");
                name
            }
        }
    }

    /// The part whose file has this name; `None` for what is no name of a part.
    pub fn from_file(name: &str) -> Option<Self> {
        let (kind, rest) = name.strip_suffix(".bin")?.split_once('-')?;
        let id = match kind {
            "terms" => Self::Terms(rest.parse().ok()?),
            "texts" => Self::Texts(rest.parse().ok()?),
            "words" => Self::Words(*rest.as_bytes().first()?),
            _ => return None,
        };
        // One name for each: no leading zeros, and no second letter.
        (id.file() == name).then_some(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_part() {
        for id in [PartId::Terms(0), PartId::Texts(120), PartId::Words(b'q')] {
            assert_eq!(PartId::from_file(&id.file()), Some(id));
        }
        for name in [
            "",
            "root.bin",
            "terms-.bin",
            "terms-01.bin",
            "terms-+1.bin",
            "words-ab.bin",
            "words-.bin",
            "texts-1",
        ] {
            assert_eq!(PartId::from_file(name), None, "{name}");
        }
    }
}
