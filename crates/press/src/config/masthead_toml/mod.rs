//! `masthead.toml`: which keys there are, and what their values must be. The project's own file of
//! that name describes each.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use bundle_format::{Family, Licence};
use newsletter::deadline::Kinds;
use newsletter::entity::{EntityPattern, EntityPatterns};
use serde::Deserialize;
use toml::Spanned;

use super::deadlines::DeadlinesLayer;
use super::feeds::FeedsLayer;
use super::invalid::Source;
use super::layer::{Layer, Selection};
use super::locate::folder_above;
use super::{ConfigError, address, saved_search};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: Option<String>,
    short_title: Option<String>,
    description: Option<String>,
    language: Option<String>,
    site_url: Option<Spanned<String>>,
    edit_url: Option<Spanned<String>>,
    cards: Option<bool>,
    posts: Option<PathBuf>,
    permalink: Option<Spanned<String>>,
    pages: Option<Vec<Spanned<String>>>,
    assets: Option<Vec<Spanned<String>>>,
    licence: Option<LicenceTable>,
    feeds: Option<FeedsTable>,
    families: Option<Vec<FamilyTable>>,
    entities: Option<BTreeMap<String, EntityTable>>,
    #[serde(default)]
    deadlines: DeadlinesTable,
    embeds: Option<Vec<saved_search::Table>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LicenceTable {
    name: String,
    url: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FeedsTable {
    issues: Option<usize>,
    items: Option<usize>,
    id_base: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FamilyTable {
    id: Spanned<String>,
    name: String,
    headings: Vec<String>,
    #[serde(default)]
    featured: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntityTable {
    key: Spanned<String>,
    #[serde(default)]
    text: Vec<Spanned<String>>,
    #[serde(default)]
    link: Vec<Spanned<String>>,
    #[serde(default)]
    defaults: BTreeMap<String, String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct DeadlinesTable {
    families: Option<Vec<Spanned<String>>>,
    leads: Option<Vec<String>>,
    words: Option<Vec<String>>,
    kinds: Option<BTreeMap<String, Vec<String>>>,
}

/// Reads the file's `text`; `path` is for messages and for `posts`, which is relative to its folder.
pub(crate) fn read(path: &Path, text: &str) -> Result<Layer, ConfigError> {
    let source = Source { path, text };
    let file: File = toml::from_str(text).map_err(|error| source.syntax(&error))?;
    let deadlines = deadlines(&source, file.deadlines, file.families.as_deref())?;
    Ok(Layer {
        title: file.title,
        short_title: file.short_title,
        description: file.description,
        language: file.language,
        site_url: file.site_url.map(|url| site_url(&source, "site_url", &url)).transpose()?,
        base_path: None,
        edit_url: file.edit_url.map(|url| edit_url(&source, url)).transpose()?,
        licence: file.licence.map(|licence| Licence { name: licence.name, url: licence.url }),
        feeds: file.feeds.map(|table| feeds(&source, table)).transpose()?.unwrap_or_default(),
        has_cards: file.cards,
        posts: file.posts.map(|posts| folder_above(path).join(posts)),
        permalink: file
            .permalink
            .map(|pattern| source.permalink(pattern.get_ref(), pattern.span().start))
            .transpose()?,
        pages: file.pages.map(|names| named(&source, names)).transpose()?,
        assets: file.assets.map(|names| named(&source, names)).transpose()?,
        families: file.families.map(|tables| families(&source, tables)).transpose()?,
        patterns: file.entities.map(|tables| patterns(&source, tables)).transpose()?,
        deadlines,
        saved_searches: file
            .embeds
            .map(|tables| saved_search::read(&source, tables))
            .transpose()?,
    })
}

fn site_url(source: &Source<'_>, key: &str, url: &Spanned<String>) -> Result<String, ConfigError> {
    address::site_url(url.get_ref()).ok_or_else(|| {
        source.invalid(
            url.span().start,
            format!("`{key}` is `{}`, which is no web address", url.get_ref()),
            "write it with https:// and without a query, such as https://lwkd.info".to_owned(),
        )
    })
}

fn feeds(source: &Source<'_>, table: FeedsTable) -> Result<FeedsLayer, ConfigError> {
    let id_base = table.id_base.map(|url| site_url(source, "id_base", &url)).transpose()?;
    Ok(FeedsLayer { issues: table.issues, items: table.items, id_base })
}

fn edit_url(source: &Source<'_>, url: Spanned<String>) -> Result<String, ConfigError> {
    if url.get_ref().contains("{file}") && address::site_url(url.get_ref()).is_some() {
        return Ok(url.into_inner());
    }
    Err(source.invalid(
        url.span().start,
        format!("`edit_url` is `{}`, which leads to no post", url.get_ref()),
        "write a web address with {file} where the post's file name belongs".to_owned(),
    ))
}

/// Paths that stay inside the folder that they are relative to.
fn named(source: &Source<'_>, names: Vec<Spanned<String>>) -> Result<Selection, ConfigError> {
    let names = names.into_iter().map(|name| {
        let is_inside = !name.get_ref().contains('\\')
            && name.get_ref().split('/').all(|part| !matches!(part, "" | "." | ".."));
        if is_inside {
            return Ok(name.into_inner());
        }
        Err(source.invalid(
            name.span().start,
            format!("`{}` does not lie beside the posts folder", name.get_ref()),
            "write a path from the folder that holds the posts folder, without `..`".to_owned(),
        ))
    });
    Ok(Selection::Named(names.collect::<Result<_, _>>()?))
}

/// The manifest counts families in a byte.
const MOST_FAMILIES: usize = 255;

fn families(source: &Source<'_>, tables: Vec<FamilyTable>) -> Result<Vec<Family>, ConfigError> {
    let mut families: Vec<Family> = Vec::with_capacity(tables.len());
    for table in tables {
        let id = table.id.get_ref();
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let (message, cure) = if id.is_empty() || !id.chars().all(is_plain) {
            ("cannot stand in an address", "write lower case letters, digits and hyphens")
        } else if families.iter().any(|family| family.id == *id) {
            ("is there twice", "give each family an id of its own, or join their headings")
        } else if families.len() == MOST_FAMILIES {
            ("is the 256th", "join families until there are 255 at most")
        } else {
            families.push(Family {
                id: table.id.into_inner(),
                name: table.name,
                headings: table.headings,
                is_featured: table.featured,
            });
            continue;
        };
        let message = format!("the family `id` `{id}` {message}");
        return Err(source.invalid(table.id.span().start, message, cure.to_owned()));
    }
    Ok(families)
}

/// An id of no family would turn deadlines off by a slip; a file without families of its own means
/// those that it gets from elsewhere.
fn deadlines(
    source: &Source<'_>,
    table: DeadlinesTable,
    families: Option<&[FamilyTable]>,
) -> Result<DeadlinesLayer, ConfigError> {
    let is_family = |id: &str| {
        families.is_none_or(|families| families.iter().any(|family| family.id.get_ref() == id))
    };
    let named = table.families.iter().flatten();
    if let Some(unknown) = named.into_iter().find(|id| !is_family(id.get_ref())) {
        return Err(source.invalid(
            unknown.span().start,
            format!("`deadlines` has the family `{}`, which there is not", unknown.get_ref()),
            "write the `id` of one of the families, or `[]` for no deadlines".to_owned(),
        ));
    }
    let ids = |ids: Vec<Spanned<String>>| ids.into_iter().map(Spanned::into_inner).collect();
    Ok(DeadlinesLayer {
        families: table.families.map(ids),
        leads: table.leads,
        words: table.words,
        kinds: table.kinds.map(Kinds::new),
    })
}

fn patterns(
    source: &Source<'_>,
    tables: BTreeMap<String, EntityTable>,
) -> Result<Vec<EntityPattern>, ConfigError> {
    let unspanned = |texts: &[Spanned<String>]| -> Vec<String> {
        texts.iter().map(|text| text.get_ref().clone()).collect()
    };
    let mut patterns = Vec::with_capacity(tables.len());
    for (kind, table) in tables {
        let pattern = EntityPattern {
            kind,
            key: table.key.get_ref().clone(),
            text: unspanned(&table.text),
            link: unspanned(&table.link),
            defaults: table.defaults.into_iter().collect(),
        };
        if let Err(error) = EntityPatterns::new(std::slice::from_ref(&pattern)) {
            let mut all = table.text.iter().chain(&table.link);
            let place = all.find(|text| *text.get_ref() == error.pattern).unwrap_or(&table.key);
            let message =
                format!("`entities.{}` has the pattern `{}`", pattern.kind, error.pattern);
            return Err(source.invalid(place.span().start, message, error.message()));
        }
        patterns.push(pattern);
    }
    Ok(patterns)
}

#[cfg(test)]
mod tests;
