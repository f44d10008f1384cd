//! One source of configuration, in which anything may be missing.

use std::path::PathBuf;

use bundle_format::{Family, Licence};
use newsletter::entity::EntityPattern;
use newsletter::permalink::Permalink;

use super::deadlines::DeadlinesLayer;
use super::feeds::FeedsLayer;
use super::saved_search::SavedSearch;

/// What one file says. `None` where it says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Layer {
    pub(crate) title: Option<String>,
    pub(crate) short_title: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) site_url: Option<String>,
    pub(crate) base_path: Option<String>,
    pub(crate) edit_url: Option<String>,
    pub(crate) licence: Option<Licence>,
    pub(crate) has_cards: Option<bool>,
    pub(crate) posts: Option<PathBuf>,
    pub(crate) permalink: Option<Permalink>,
    pub(crate) pages: Option<Selection>,
    pub(crate) assets: Option<Selection>,
    pub(crate) families: Option<Vec<Family>>,
    pub(crate) patterns: Option<Vec<EntityPattern>>,
    pub(crate) deadlines: DeadlinesLayer,
    pub(crate) feeds: FeedsLayer,
    pub(crate) saved_searches: Option<Vec<SavedSearch>>,
}

/// Which files beside the posts folder belong to the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// These, by their paths from the folder that holds the posts folder.
    Named(Vec<String>),
    /// Those that Jekyll would publish, but for these.
    Published {
        /// Names of files and folders, as in `_config.yml`.
        exclude: Vec<String>,
    },
}

impl Default for Selection {
    fn default() -> Self {
        Self::Named(Vec::new())
    }
}

impl Layer {
    /// What this layer says, and what `below` says where this one is silent.
    pub(crate) fn over(self, below: Self) -> Self {
        Self {
            title: self.title.or(below.title),
            short_title: self.short_title.or(below.short_title),
            description: self.description.or(below.description),
            language: self.language.or(below.language),
            site_url: self.site_url.or(below.site_url),
            base_path: self.base_path.or(below.base_path),
            edit_url: self.edit_url.or(below.edit_url),
            licence: self.licence.or(below.licence),
            has_cards: self.has_cards.or(below.has_cards),
            posts: self.posts.or(below.posts),
            permalink: self.permalink.or(below.permalink),
            pages: self.pages.or(below.pages),
            assets: self.assets.or(below.assets),
            families: self.families.or(below.families),
            patterns: self.patterns.or(below.patterns),
            deadlines: self.deadlines.over(below.deadlines),
            feeds: self.feeds.over(below.feeds),
            saved_searches: self.saved_searches.or(below.saved_searches),
        }
    }
}
