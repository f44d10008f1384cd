//! Hugo's and Zola's front matter: TOML.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::entry::{Entry, MAX_DEPTH, Place, Refusal, Value};
use super::fields::REVISED_KEY;
use super::lines;

/// The head's entries in order, and what is wrong with it. Hugo calls a post's own address `url`
/// and the date of its last change `lastmod`, Zola calls them `path` and `updated`.
pub(super) fn entries(head: &str) -> (Vec<Entry>, Option<Refusal>) {
    let (mut entries, refusal) = lines::or_salvaged(parse(head), head, '=');
    for Entry { key, .. } in &mut entries {
        match key.as_str() {
            "taxonomies.categories" => "categories".clone_into(key),
            "url" | "path" => "permalink".clone_into(key),
            "lastmod" | "updated" => REVISED_KEY.clone_into(key),
            _ => {}
        }
    }
    (entries, refusal)
}

fn parse(head: &str) -> Result<Vec<Entry>, Refusal> {
    let table = DeTable::parse(head).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        Refusal {
            message: error.message().to_owned(),
            place: Place::START.after(head.get(..start).unwrap_or(head)),
        }
    })?;
    let mut found = Vec::new();
    flatten("", table.get_ref(), 0, &mut found)?;
    // The library sorts by key.
    found.sort_by_key(|(start, ..)| *start);
    let mut place = Place::START;
    let mut passed = 0;
    let entries = found.into_iter().map(|(start, key, value)| {
        place = place.after(head.get(passed..start).unwrap_or_default());
        passed = start;
        Entry { key, value, place }
    });
    Ok(entries.collect())
}

/// Every value with the byte at which it begins and its whole path.
fn flatten(
    path: &str,
    table: &DeTable<'_>,
    depth: usize,
    found: &mut Vec<(usize, String, Value)>,
) -> Result<(), Refusal> {
    if depth == MAX_DEPTH {
        return Err(Refusal::too_deep(Place::START));
    }
    for (key, value) in table {
        let key = format!("{path}{}", key.get_ref());
        match value.get_ref() {
            DeValue::Table(table) => flatten(&format!("{key}."), table, depth + 1, found)?,
            DeValue::Array(array) => {
                let mut texts = Vec::new();
                for value in array {
                    push_texts(value, &mut texts);
                }
                found.push((value.span().start, key, Value::List(texts)));
            }
            scalar => found.push((value.span().start, key, Value::Text(text_of(scalar)))),
        }
    }
    Ok(())
}

fn push_texts(value: &Spanned<DeValue<'_>>, texts: &mut Vec<String>) {
    match value.get_ref() {
        DeValue::Array(array) => array.iter().for_each(|value| push_texts(value, texts)),
        DeValue::Table(table) => table.values().for_each(|value| push_texts(value, texts)),
        scalar => texts.push(text_of(scalar)),
    }
}

fn text_of(scalar: &DeValue<'_>) -> String {
    match scalar {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.as_str().to_owned(),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Boolean(boolean) => boolean.to_string(),
        DeValue::Datetime(moment) => moment.to_string(),
        DeValue::Array(_) | DeValue::Table(_) => String::new(),
    }
}
