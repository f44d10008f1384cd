//! The root of an index: what is known before any part has arrived.
//!
//! After the header, in this order. A number is a varint of seven bits a byte, low bits first; a text
//! is its length and its UTF-8; a list is its count and its entries.
//!
//! | what | is |
//! | --- | --- |
//! | items | a number |
//! | mean length of an item | a number of words |
//! | families | a list of id, name (texts) and whether they make headlines (a byte, 0 or 1) |
//! | section headings | a list of a text and a list of places of families (a byte each) |
//! | issues, newest first | a list of their items (a number) and days: first those since 0001-01-01, then how many less than the issue before |
//! | term parts | a list of their first terms |
//! | packs | a list of their bytes (numbers); see [`super::pack`] |
//! | entity patterns | a list of kind and key (texts), text and link patterns (lists of texts), defaults (a list of two texts) |

use newsletter::date::Date;
use newsletter::entity::EntityPattern;

use super::bytes::{
    BuildId, Bytes, FormatError, Kind, after_header, count, header, put_number, put_text,
};

/// No archive has more items; a root that says so is damaged.
const MAX_ITEMS: u32 = 1_000_000;

/// A section family as the index knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    /// As in addresses.
    pub id: String,
    /// As shown.
    pub name: String,
    /// Whether its sections are what issues are known for.
    pub is_featured: bool,
}

/// The heading of sections: all that are written the same are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) text: String,
    /// Places in [`Root::families`].
    pub(crate) families: Vec<u8>,
}

/// An issue as filters see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Issue {
    pub(crate) first_item: u32,
    pub(crate) date: Date,
}

/// See the module's documentation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Root {
    pub(crate) build: BuildId,
    pub(crate) items: u32,
    pub(crate) mean_length: u32,
    pub(crate) families: Vec<Family>,
    pub(crate) headings: Vec<Heading>,
    /// Newest first.
    pub(crate) issues: Vec<Issue>,
    /// The first term of each term part, in order.
    pub(crate) first_terms: Vec<String>,
    /// How many bytes each pack has.
    pub(crate) packs: Vec<u32>,
    pub(crate) patterns: Vec<EntityPattern>,
}

pub(crate) fn encode(root: &Root) -> Vec<u8> {
    let mut bytes = header(Kind::Root, root.build);
    put_number(&mut bytes, root.items);
    put_number(&mut bytes, root.mean_length);
    put_number(&mut bytes, count(root.families.len()));
    for family in &root.families {
        put_text(&mut bytes, &family.id);
        put_text(&mut bytes, &family.name);
        bytes.push(u8::from(family.is_featured));
    }
    put_number(&mut bytes, count(root.headings.len()));
    for heading in &root.headings {
        put_text(&mut bytes, &heading.text);
        put_number(&mut bytes, count(heading.families.len()));
        bytes.extend_from_slice(&heading.families);
    }
    put_number(&mut bytes, count(root.issues.len()));
    let ends = root.issues.iter().skip(1).map(|issue| issue.first_item).chain([root.items]);
    let mut day_before = None;
    for (issue, end) in root.issues.iter().zip(ends) {
        put_number(&mut bytes, end.saturating_sub(issue.first_item));
        let day = day_number(issue.date);
        put_number(&mut bytes, day_before.map_or(day, |before: u32| before.saturating_sub(day)));
        day_before = Some(day);
    }
    put_texts(&mut bytes, &root.first_terms);
    put_number(&mut bytes, count(root.packs.len()));
    for pack in &root.packs {
        put_number(&mut bytes, *pack);
    }
    put_number(&mut bytes, count(root.patterns.len()));
    for pattern in &root.patterns {
        put_text(&mut bytes, &pattern.kind);
        put_text(&mut bytes, &pattern.key);
        put_texts(&mut bytes, &pattern.text);
        put_texts(&mut bytes, &pattern.link);
        put_number(&mut bytes, count(pattern.defaults.len()));
        for (name, value) in &pattern.defaults {
            put_text(&mut bytes, name);
            put_text(&mut bytes, value);
        }
    }
    bytes
}

pub(crate) fn decode(bytes: &[u8]) -> Result<Root, FormatError> {
    let (build, body) = after_header(bytes, Kind::Root)?;
    let mut bytes = Bytes::new(body);
    let (items, mean_length) = (bytes.number()?, bytes.number()?);
    let families = bytes.list(|bytes| {
        let (id, name) = (bytes.text()?.to_owned(), bytes.text()?.to_owned());
        Ok(Family { id, name, is_featured: bytes.byte()? != 0 })
    })?;
    let headings = bytes.list(|bytes| {
        Ok(Heading { text: bytes.text()?.to_owned(), families: bytes.list(Bytes::byte)? })
    })?;
    let mut first_item = 0_u32;
    let mut day: Option<u32> = None;
    let issues = bytes.list(|bytes| {
        let (len, step) = (bytes.number()?, bytes.number()?);
        let today = day.map_or(Some(step), |before| before.checked_sub(step));
        let today = today.ok_or(FormatError::Damaged)?;
        day = Some(today);
        let issue = Issue { first_item, date: date_of(today) };
        first_item = first_item.checked_add(len).ok_or(FormatError::Damaged)?;
        Ok(issue)
    })?;
    let first_terms = texts(&mut bytes)?;
    let packs = bytes.list(Bytes::number)?;
    let patterns = bytes.list(|bytes| {
        Ok(EntityPattern {
            kind: bytes.text()?.to_owned(),
            key: bytes.text()?.to_owned(),
            text: texts(bytes)?,
            link: texts(bytes)?,
            defaults: bytes
                .list(|bytes| Ok((bytes.text()?.to_owned(), bytes.text()?.to_owned())))?,
        })
    })?;
    if first_item != items || items > MAX_ITEMS || !bytes.is_empty() {
        return Err(FormatError::Damaged);
    }
    Ok(Root { build, items, mean_length, families, headings, issues, first_terms, packs, patterns })
}

fn put_texts(bytes: &mut Vec<u8>, texts: &[String]) {
    put_number(bytes, count(texts.len()));
    for text in texts {
        put_text(bytes, text);
    }
}

fn texts(bytes: &mut Bytes<'_>) -> Result<Vec<String>, FormatError> {
    bytes.list(|bytes| Ok(bytes.text()?.to_owned()))
}

/// Days since 0001-01-01.
fn day_number(date: Date) -> u32 {
    u32::try_from(date.days() - Date::MIN.days()).unwrap_or(0)
}

fn date_of(day: u32) -> Date {
    Date::from_days(i64::from(day) + Date::MIN.days())
}
