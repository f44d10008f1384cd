//! Front matter line by line: all of Pelican's, and what a library refuses of the other flavours.

use super::entry::{Entry, Place, Refusal, Value};

/// The `key: value` lines of a head, or `key = value` lines with `=` as the separator. Lines that are
/// indented or begin with `-` or `]` belong to the value above; in TOML, a line `[table]` names the
/// keys below it. Lines of other forms are passed over.
pub(super) fn entries(head: &str, separator: char) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut table = String::new();
    let mut place = Place::START;
    for line in head.split_inclusive('\n') {
        let text = line.trim_end();
        if text.starts_with([' ', '\t', '-', ']']) {
            if let Some(Entry { value: Value::Text(value), .. }) = entries.last_mut() {
                value.push('\n');
                value.push_str(text.trim_start());
            }
        } else if separator == '='
            && let Some(name) = in_brackets(text)
        {
            table = format!("{}.", name.trim());
        } else if let Some((key, value)) = text.split_once(separator)
            && !key.starts_with('#')
            && !key.trim().is_empty()
        {
            let before_value = text.len() - value.trim_start().len();
            entries.push(Entry {
                key: format!("{table}{}", unquoted(key.trim())),
                value: Value::Text(value.trim().to_owned()),
                place: place.after(text.get(..before_value).unwrap_or_default()),
            });
        }
        place = place.after(line);
    }
    entries
}

/// What a library makes of a head, or what can be had line by line if it refuses.
pub(super) fn or_salvaged(
    entries: Result<Vec<Entry>, Refusal>,
    head: &str,
    separator: char,
) -> (Vec<Entry>, Option<Refusal>) {
    match entries {
        Ok(entries) => (entries, None),
        Err(refusal) => (salvaged(head, separator), Some(refusal)),
    }
}

/// Line by line, with quotes taken off and lists as lists.
fn salvaged(head: &str, separator: char) -> Vec<Entry> {
    let mut entries = entries(head, separator);
    for entry in &mut entries {
        if let Value::Text(text) = &entry.value {
            entry.value = value_of(text);
        }
    }
    entries
}

fn value_of(text: &str) -> Value {
    if let Some(list) = in_brackets(text) {
        let values = list.split(',').map(|value| unquoted(value.trim()).to_owned());
        Value::List(values.filter(|value| !value.is_empty()).collect())
    } else if let Some(list) = text.strip_prefix("\n-") {
        Value::List(list.split("\n-").map(|value| unquoted(value.trim()).to_owned()).collect())
    } else {
        Value::Text(unquoted(text).replace('\n', " "))
    }
}

fn in_brackets(text: &str) -> Option<&str> {
    text.strip_prefix('[')?.strip_suffix(']')
}

fn unquoted(text: &str) -> &str {
    ['"', '\'']
        .into_iter()
        .find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(text)
}
