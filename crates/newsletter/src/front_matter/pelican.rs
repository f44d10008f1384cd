//! Pelican's front matter: `Key: value` lines without fences, as Python-Markdown's metadata extension
//! reads them.

use super::entry::{Entry, Value};
use super::fields::REVISED_KEY;
use super::lines;

/// The file metadata that Pelican's documentation lists.
const KNOWN_KEYS: [&str; 16] = [
    "author", "authors", "category", "date", "keywords", "lang", "modified", "save_as", "slug",
    "status", "subtitle", "summary", "tags", "template", "title", "url",
];

/// Whether every line is `Key: value` or indented by four columns, the first has a key that Pelican
/// knows, and there is a title or a second such key.
pub(super) fn is_head(head: &str) -> bool {
    let mut known_keys = 0;
    let mut has_title = false;
    for (index, line) in head.lines().enumerate() {
        if index > 0 && (line.starts_with("    ") || line.starts_with('\t')) {
            continue;
        }
        let Some(key) = key(line) else { return false };
        let is_known = KNOWN_KEYS.iter().any(|known| known.eq_ignore_ascii_case(key));
        if index == 0 && !is_known {
            return false;
        }
        known_keys += usize::from(is_known);
        has_title |= key.eq_ignore_ascii_case("title");
    }
    has_title || known_keys > 1
}

fn key(line: &str) -> Option<&str> {
    let (key, value) = line.split_once(':')?;
    let is_word = !key.is_empty()
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    // `https://` begins an address, not a value.
    (is_word && !value.starts_with("//")).then_some(key)
}

/// The head's entries in order, with keys in lower case, since Pelican does not tell cases apart. It
/// calls a post's own address `url` and the date of its last change `modified`, and a draft has the
/// status `draft`.
pub(super) fn entries(head: &str) -> Vec<Entry> {
    let mut entries = lines::entries(head, ':');
    for Entry { key, value, .. } in &mut entries {
        key.make_ascii_lowercase();
        let text = value.to_text().replace('\n', " ");
        let (own_key, text) = match (key.as_str(), text.as_str()) {
            ("url", _) => ("permalink", text),
            ("modified", _) => (REVISED_KEY, text),
            ("status", "draft") => ("draft", "true".to_owned()),
            (other, _) => (other, text),
        };
        (*key, *value) = (own_key.to_owned(), Value::Text(text));
    }
    entries
}
