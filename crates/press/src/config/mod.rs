//! Which archive is meant: the command line over `masthead.toml` over Jekyll's `_config.yml` over
//! what is built in.

mod address;
mod built_in;
mod deadlines;
mod error;
mod feeds;
mod invalid;
mod jekyll;
mod layer;
mod locate;
mod masthead_toml;
mod saved_search;

use std::fs;
use std::path::{Path, PathBuf};

use bundle_format::{Family, Licence};
use newsletter::deadline::DeadlineRules;
use newsletter::entity::EntityPattern;
use newsletter::permalink::Permalink;

pub use error::ConfigError;
pub use feeds::FeedSettings;
pub use layer::Selection;
pub use saved_search::SavedSearch;

use crate::finding::Finding;
use layer::Layer;

/// What the command line and the environment say.
#[derive(Debug, Clone, Default)]
pub struct Arguments {
    /// The folder of posts.
    pub posts: Option<PathBuf>,
    /// A `masthead.toml` or a Jekyll `_config.yml`.
    pub config: Option<PathBuf>,
    /// The path that everything is served under, or a whole address with it.
    pub public_url: Option<String>,
    /// The public address, base path included.
    pub site_url: Option<String>,
    /// Where the output goes.
    pub out: Option<PathBuf>,
}

/// An archive's configuration with every gap filled.
#[derive(Debug, Clone)]
pub struct Configuration {
    /// The publication's name.
    pub title: String,
    /// For narrow places; the title if there is none.
    pub short_title: String,
    /// May be empty.
    pub description: String,
    /// BCP 47.
    pub language: String,
    /// Begins and ends with `/`.
    pub base_path: String,
    /// Without a slash at the end.
    pub site_url: Option<String>,
    /// With `{file}` in it.
    pub edit_url: Option<String>,
    /// The terms of use.
    pub licence: Option<Licence>,
    /// Whether issues have pictures with which they are shown where somebody links to them.
    pub has_cards: bool,
    /// The folder of posts; it is there.
    pub posts: PathBuf,
    /// How addresses are made.
    pub permalink: Permalink,
    /// Plain pages beside the posts folder.
    pub pages: Selection,
    /// Folders beside the posts folder that are copied.
    pub assets: Selection,
    /// In the order in which they are shown.
    pub families: Vec<Family>,
    /// How entities are recognised.
    pub patterns: Vec<EntityPattern>,
    /// Where deadlines stand.
    pub deadlines: DeadlineRules,
    /// How feeds are made.
    pub feeds: FeedSettings,
    /// What other sites can show of a search.
    pub saved_searches: Vec<SavedSearch>,
    /// Where the output goes; never taken for a part of the archive.
    pub out: Option<PathBuf>,
    /// What was found and has no meaning.
    pub findings: Vec<Finding>,
}

const DEFAULT_LANGUAGE: &str = "en";

impl Configuration {
    /// Finds the configuration that `arguments` ask for, and reads it.
    pub fn resolve(arguments: &Arguments) -> Result<Self, ConfigError> {
        let mut findings = Vec::new();
        let main = arguments.config.clone().or_else(|| match &arguments.posts {
            Some(posts) => locate::masthead_near(posts),
            None => locate::here(),
        });
        let mut layer = read(main.as_deref(), &mut findings)?;
        let posts = arguments.posts.clone().or(layer.posts.take()).ok_or(ConfigError::NoPosts)?;
        if !posts.is_dir() {
            return Err(ConfigError::PostsMissing { path: posts });
        }
        if !main.as_deref().is_some_and(is_jekylls) {
            layer = layer.over(read(locate::jekyll_near(&posts).as_deref(), &mut findings)?);
        }
        let mut configuration = Self::filled(layer, posts, findings)?;
        configuration.out.clone_from(&arguments.out);
        if let Some(given) = &arguments.public_url {
            configuration.base_path = address::base_path(given)?;
        }
        if let Some(given) = &arguments.site_url {
            let url = address::site_url(given);
            configuration.site_url =
                Some(url.ok_or_else(|| ConfigError::SiteUrl { given: given.clone() })?);
        }
        Ok(configuration)
    }

    /// The folder that holds the posts folder, where pages and assets are.
    pub fn root(&self) -> PathBuf {
        locate::folder_above(&self.posts)
    }

    fn filled(layer: Layer, posts: PathBuf, findings: Vec<Finding>) -> Result<Self, ConfigError> {
        let layer = layer.over(built_in::layer()?);
        let title = layer.title.unwrap_or_else(|| words_of(&locate::folder_above(&posts)));
        Ok(Self {
            short_title: layer.short_title.unwrap_or_else(|| title.clone()),
            title,
            description: layer.description.unwrap_or_default(),
            language: layer.language.unwrap_or_else(|| DEFAULT_LANGUAGE.to_owned()),
            base_path: layer.base_path.unwrap_or_else(|| "/".to_owned()),
            site_url: layer.site_url,
            edit_url: layer.edit_url,
            licence: layer.licence,
            has_cards: layer.has_cards.unwrap_or(true),
            posts,
            permalink: layer.permalink.map_or_else(built_in::permalink, Ok)?,
            pages: layer.pages.unwrap_or_default(),
            assets: layer.assets.unwrap_or_default(),
            families: layer.families.unwrap_or_default(),
            patterns: layer.patterns.unwrap_or_default(),
            deadlines: layer.deadlines.filled(),
            feeds: layer.feeds.filled(),
            saved_searches: layer.saved_searches.unwrap_or_default(),
            out: None,
            findings,
        })
    }
}

/// Reads one file of either kind; nothing, if there is none.
fn read(path: Option<&Path>, findings: &mut Vec<Finding>) -> Result<Layer, ConfigError> {
    let Some(path) = path else {
        return Ok(Layer::default());
    };
    let text = fs::read_to_string(path)
        .map_err(|error| ConfigError::Unreadable { path: path.to_owned(), error })?;
    if is_jekylls(path) {
        let (layer, ignored) = jekyll::read(path, &text)?;
        findings.extend(ignored);
        Ok(layer)
    } else {
        masthead_toml::read(path, &text)
    }
}

fn is_jekylls(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "yml" || ending == "yaml")
}

/// A folder's name as words: `last-week` gives `last week`.
fn words_of(folder: &Path) -> String {
    let absolute = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let name = absolute.file_name().unwrap_or_default().to_string_lossy();
    name.split(['-', '_']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
