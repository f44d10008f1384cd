//! Parts of texts: what is shown of hits.
//!
//! Each part has [`ITEMS_PER_PART`] items, the last one the rest. After the header, with numbers and
//! texts as in [`super::root`]:
//!
//! | what | is |
//! | --- | --- |
//! | issues | a list of path, slug and title (texts): the issues that the items are of |
//! | items | for each: the place of its issue in that list, then anchor, heading and text (texts) |

use super::bytes::{
    BuildId, Bytes, FormatError, Kind, after_header, count, header, put_number, put_text,
};

/// A larger number makes fewer files, and more bytes for each hit that is shown.
pub(crate) const ITEMS_PER_PART: u32 = 16;

/// An issue as its hits show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct IssueText<'text> {
    pub(crate) path: &'text str,
    pub(crate) slug: &'text str,
    pub(crate) title: &'text str,
}

/// An item as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ItemText<'text> {
    pub(crate) issue: IssueText<'text>,
    pub(crate) anchor: &'text str,
    pub(crate) heading: &'text str,
    pub(crate) text: &'text str,
}

pub(crate) fn encode(items: &[ItemText<'_>]) -> Vec<u8> {
    let mut bytes = header(Kind::Texts, BuildId(0));
    let mut issues: Vec<IssueText<'_>> = items.iter().map(|item| item.issue).collect();
    issues.dedup();
    put_number(&mut bytes, count(issues.len()));
    for issue in &issues {
        put_text(&mut bytes, issue.path);
        put_text(&mut bytes, issue.slug);
        put_text(&mut bytes, issue.title);
    }
    for item in items {
        let issue = issues.iter().position(|issue| *issue == item.issue);
        put_number(&mut bytes, count(issue.unwrap_or_default()));
        put_text(&mut bytes, item.anchor);
        put_text(&mut bytes, item.heading);
        put_text(&mut bytes, item.text);
    }
    bytes
}

/// The item at a place in a part that [`check`] has taken.
pub(crate) fn item(part: &[u8], place: u32) -> Result<ItemText<'_>, FormatError> {
    let (_, body) = after_header(part, Kind::Texts)?;
    let mut bytes = Bytes::new(body);
    let issues = bytes.list(issue)?;
    for _ in 0..place {
        read_item(&mut bytes, &issues)?;
    }
    read_item(&mut bytes, &issues)
}

/// Whether the bytes are a part of texts: all of it can be read.
pub(crate) fn check(part: &[u8]) -> Result<BuildId, FormatError> {
    let (build, body) = after_header(part, Kind::Texts)?;
    let mut bytes = Bytes::new(body);
    let issues = bytes.list(issue)?;
    while !bytes.is_empty() {
        read_item(&mut bytes, &issues)?;
    }
    Ok(build)
}

fn issue<'text>(bytes: &mut Bytes<'text>) -> Result<IssueText<'text>, FormatError> {
    Ok(IssueText { path: bytes.text()?, slug: bytes.text()?, title: bytes.text()? })
}

fn read_item<'text>(
    bytes: &mut Bytes<'text>,
    issues: &[IssueText<'text>],
) -> Result<ItemText<'text>, FormatError> {
    let place = usize::try_from(bytes.number()?).map_err(|_| FormatError::Damaged)?;
    let issue = *issues.get(place).ok_or(FormatError::Damaged)?;
    Ok(ItemText { issue, anchor: bytes.text()?, heading: bytes.text()?, text: bytes.text()? })
}
