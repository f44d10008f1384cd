//! A search that is carried out when the archive is built, for other sites to show.

use serde::Deserialize;
use toml::Spanned;

use super::ConfigError;
use super::invalid::Source;

/// One search with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedSearch {
    /// In addresses: lower case letters, digits and hyphens.
    pub id: String,
    /// Above what is found.
    pub title: String,
    /// As in `docs/query-language.md`; what it finds is shown newest first.
    pub query: String,
    /// How many items are shown at most; 1 to 50.
    pub items: usize,
}

/// What a frame on another site can hold before it is a page of its own.
pub(super) const MOST_ITEMS: usize = 50;

const DEFAULT_ITEMS: usize = 10;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    id: Spanned<String>,
    title: String,
    query: String,
    items: Option<Spanned<usize>>,
}

/// Checks what a file says.
pub(super) fn read(
    source: &Source<'_>,
    tables: Vec<Table>,
) -> Result<Vec<SavedSearch>, ConfigError> {
    let mut searches: Vec<SavedSearch> = Vec::with_capacity(tables.len());
    for table in tables {
        let id = table.id.get_ref();
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let is_known = searches.iter().any(|search| search.id == *id);
        if id.is_empty() || !id.chars().all(is_plain) || is_known {
            let (message, cure) = if is_known {
                ("is there twice", "give each saved search an id of its own")
            } else {
                ("cannot stand in an address", "write lower case letters, digits and hyphens")
            };
            let message = format!("the saved search's `id` `{id}` {message}");
            return Err(source.invalid(table.id.span().start, message, cure.to_owned()));
        }
        if let Some(items) =
            table.items.as_ref().filter(|items| !(1..=MOST_ITEMS).contains(items.get_ref()))
        {
            let message = format!("`items` is {}", items.get_ref());
            let cure = format!("write a number from 1 to {MOST_ITEMS}");
            return Err(source.invalid(items.span().start, message, cure));
        }
        searches.push(SavedSearch {
            id: table.id.into_inner(),
            title: table.title,
            query: table.query,
            items: table.items.map_or(DEFAULT_ITEMS, Spanned::into_inner),
        });
    }
    Ok(searches)
}
