//! The two halves of an item's anchor.

use crate::entity::address;

const PREFIX: &str = "i-";
const HALF_LEN: usize = 5;

/// Crockford's base 32, lower case: without `i`, `l`, `o` and `u`, which are misread.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// What of an item's anchor comes from its links and what from its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Halves {
    links: String,
    text: String,
}

impl Halves {
    /// Links count without scheme, `www.`, fragment and a `/` at the end; text counts by its letters
    /// and digits without case: what can be mended without changing the meaning changes no half.
    pub(super) fn new<'link>(links: impl Iterator<Item = &'link str>, text: &str) -> Self {
        let mut link_hash = Fnv::default();
        for link in links {
            link_hash.write(address(link, true));
            link_hash.write("\n");
        }
        let mut text_hash = Fnv::default();
        for word in text.split(|character: char| !character.is_alphanumeric()) {
            if word.is_ascii() {
                word.bytes().for_each(|byte| text_hash.write_byte(byte.to_ascii_lowercase()));
            } else {
                text_hash.write(&word.chars().flat_map(char::to_lowercase).collect::<String>());
            }
        }
        Self { links: link_hash.half(), text: text_hash.half() }
    }

    /// What comes from one link alone.
    pub(super) fn of_link(link: &str) -> String {
        Self::new(std::iter::once(link), "").links
    }

    /// The halves of an item's anchor, without the suffix of a duplicate; `None` for other anchors.
    pub(crate) fn of(anchor: &str) -> Option<Self> {
        let rest = anchor.strip_prefix(PREFIX)?;
        let (links, rest) = rest.split_at_checked(HALF_LEN)?;
        let (text, suffix) = rest.split_at_checked(HALF_LEN)?;
        let is_whole = suffix.is_empty() || suffix.starts_with('-');
        is_whole.then(|| Self { links: links.to_owned(), text: text.to_owned() })
    }

    pub(super) fn anchor(&self) -> String {
        [PREFIX, &self.links, &self.text].concat()
    }

    /// Whether one half is the same. Having no links, or no text, is nothing in common.
    pub(crate) fn shares_half(&self, other: &Self) -> bool {
        let nothing = Fnv::default().half();
        (self.links == other.links && self.links != nothing)
            || (self.text == other.text && self.text != nothing)
    }
}

/// FNV-1a with 64 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn write(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.write_byte(byte));
    }

    fn write_byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    /// The upper bits, which every byte has stirred, as base 32.
    fn half(&self) -> String {
        let digit = |place: usize| {
            let index = self.0 >> (64 - 5 * (place + 1)) & 31;
            char::from(DIGITS.get(usize::try_from(index).unwrap_or(0)).copied().unwrap_or(b'0'))
        };
        (0..HALF_LEN).map(digit).collect()
    }
}
