//! Jekyll's `_config.yml`, as far as it says what Masthead needs to know.

use std::path::Path;

use newsletter::permalink::Permalink;
use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};

use super::invalid::Source;
use super::layer::{Layer, Selection};
use super::locate::folder_above;
use super::{ConfigError, address};
use crate::finding::{ArchiveCode, Finding};
use crate::position::Position;

/// Reads the file's `text`, and says which of its keys have no meaning here.
pub(crate) fn read(path: &Path, text: &str) -> Result<(Layer, Vec<Finding>), ConfigError> {
    let source = Source { path, text };
    let documents = MarkedYaml::load_from_str(text).map_err(|error| {
        let offset = byte_offset(text, error.marker().index());
        let cure = "correct this line, so that Jekyll can read it too".to_owned();
        source.invalid(offset, error.info().to_owned(), cure)
    })?;
    let mut layer = Layer::default();
    let mut ignored = Vec::new();
    let mut base = None;
    let mut exclude = Vec::new();
    if let Some(YamlData::Mapping(entries)) = documents.first().map(|document| &document.data) {
        for (key, value) in entries {
            let key_name = text_of(key).unwrap_or_default();
            let place = byte_offset(text, value.span.start.index());
            match key_name.as_str() {
                "title" => layer.title = text_of(value),
                "description" => layer.description = text_of(value),
                "lang" | "locale" => {
                    layer.language = text_of(value).map(|tag| tag.replace('_', "-"));
                }
                "permalink" => layer.permalink = permalink(&source, value, place)?,
                "url" => layer.site_url = text_of(value).filter(|url| !url.is_empty()),
                "baseurl" => base = text_of(value),
                "exclude" => exclude = texts_of(value),
                _ => ignored.push(ignored_key(path, text, key, &key_name)),
            }
        }
    }
    layer.posts = Some(folder_above(path).join("_posts"));
    layer.base_path = base.as_deref().map(address::base_path).transpose()?;
    if let Some(url) = layer.site_url.take() {
        let whole = format!("{}{}", url.trim_end_matches('/'), base.as_deref().unwrap_or_default());
        let known = address::site_url(&whole);
        layer.site_url = Some(known.ok_or(ConfigError::SiteUrl { given: url })?);
    }
    layer.pages = Some(Selection::Published { exclude: exclude.clone() });
    layer.assets = Some(Selection::Published { exclude });
    Ok((layer, ignored))
}

fn permalink(
    source: &Source<'_>,
    value: &MarkedYaml<'_>,
    place: usize,
) -> Result<Option<Permalink>, ConfigError> {
    text_of(value).map(|pattern| source.permalink(&pattern, place)).transpose()
}

fn ignored_key(path: &Path, text: &str, key: &MarkedYaml<'_>, name: &str) -> Finding {
    let hint = match name {
        "timezone" => "dates without an offset are read as UTC; write the offset in each post",
        "future" | "unpublished" | "show_drafts" => {
            "what is published does not depend on the day of the build; mark drafts in their front matter"
        }
        "include" | "collections" | "defaults" => {
            "name pages and assets in a masthead.toml if they are missing from the archive"
        }
        _ => "nothing to do; Jekyll may still need it",
    };
    let message = format!("`{name}` has no meaning for Masthead");
    Finding::new(path, ArchiveCode::ConfigKeyIgnored, message, hint)
        .at(Position::of(text, byte_offset(text, key.span.start.index())))
}

/// A scalar as text; `None` for an empty value and for lists and tables.
fn text_of(node: &MarkedYaml<'_>) -> Option<String> {
    match &node.data {
        YamlData::Value(Scalar::String(text)) => Some(text.trim().to_owned()),
        YamlData::Value(Scalar::Integer(number)) => Some(number.to_string()),
        YamlData::Value(Scalar::FloatingPoint(number)) => Some(number.to_string()),
        YamlData::Value(Scalar::Boolean(truth)) => Some(truth.to_string()),
        _ => None,
    }
}

/// A list of scalars; one scalar is a list of one, as in Jekyll.
fn texts_of(node: &MarkedYaml<'_>) -> Vec<String> {
    match &node.data {
        YamlData::Sequence(entries) => entries.iter().filter_map(text_of).collect(),
        _ => text_of(node).into_iter().collect(),
    }
}

/// The YAML reader counts characters.
fn byte_offset(text: &str, characters: usize) -> usize {
    text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> (Layer, Vec<Finding>) {
        read(Path::new("_config.yml"), text).unwrap()
    }

    #[test]
    fn title_address_and_permalink_are_taken() {
        let (layer, ignored) = read_text(
            "title: Été\ndescription: >\n  two\n  lines\nurl: https://lwkd.info/\nbaseurl: /lwkd\n\
             lang: en_GB\npermalink: /:year/:month\nexclude: [drafts, vendor]\n",
        );
        assert_eq!(layer.title.as_deref(), Some("Été"));
        assert_eq!(layer.description.as_deref(), Some("two lines"));
        assert_eq!(layer.site_url.as_deref(), Some("https://lwkd.info/lwkd"));
        assert_eq!(layer.base_path.as_deref(), Some("/lwkd/"));
        assert_eq!(layer.language.as_deref(), Some("en-GB"));
        assert_eq!(layer.permalink, Some(Permalink::new("/:year/:month").unwrap()));
        let exclude = vec!["drafts".to_owned(), "vendor".to_owned()];
        assert_eq!(layer.pages, Some(Selection::Published { exclude }));
        assert_eq!(ignored, []);
    }

    #[test]
    fn keys_without_meaning_are_named_with_their_line() {
        let (_, ignored) =
            read_text("title: Été\nplugins:\n  - jekyll-feed\ntimezone: Asia/Tokyo\n");
        let found: Vec<_> = ignored
            .iter()
            .map(|finding| (finding.position.to_string(), &*finding.message))
            .collect();
        assert_eq!(
            found,
            [
                ("2:1".to_owned(), "`plugins` has no meaning for Masthead"),
                ("4:1".to_owned(), "`timezone` has no meaning for Masthead"),
            ]
        );
    }

    #[test]
    fn an_unknown_token_is_named_with_its_place() {
        let error = read(Path::new("_config.yml"), "title: Été\npermalink: /:year/:moon\n");
        let error = error.unwrap_err().to_string();
        assert!(error.starts_with("_config.yml:2:19: "), "{error}");
        assert!(error.contains("`:moon`"), "{error}");
    }

    #[test]
    fn an_empty_file_says_nothing() {
        assert_eq!(read_text("").0.title, None);
        assert_eq!(read_text("title:\n").0.title, None);
    }

    #[test]
    fn broken_yaml_is_an_error_with_its_line() {
        let error = read(Path::new("_config.yml"), "title: [a\n").unwrap_err().to_string();
        assert!(error.starts_with("_config.yml:"), "{error}");
    }
}
