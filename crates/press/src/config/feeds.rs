//! What an archive says of its feeds.

/// How feeds are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedSettings {
    /// The newest issues that a feed of issues holds.
    pub issues: usize,
    /// The newest items that the feed of items holds.
    pub items: usize,
    /// What the ids of entries begin with, without a slash at the end; the site's public address if
    /// there is none.
    pub id_base: Option<String>,
}

/// The same, as far as one file says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FeedsLayer {
    pub(crate) issues: Option<usize>,
    pub(crate) items: Option<usize>,
    pub(crate) id_base: Option<String>,
}

/// As many as Jekyll's feed plugin writes.
const DEFAULT_ISSUES: usize = 10;

/// Those of two or three long issues, so that who looks in once a week misses none.
const DEFAULT_ITEMS: usize = 100;

impl Default for FeedSettings {
    fn default() -> Self {
        FeedsLayer::default().filled()
    }
}

impl FeedsLayer {
    pub(crate) fn over(self, below: Self) -> Self {
        Self {
            issues: self.issues.or(below.issues),
            items: self.items.or(below.items),
            id_base: self.id_base.or(below.id_base),
        }
    }

    pub(crate) fn filled(self) -> FeedSettings {
        FeedSettings {
            issues: self.issues.unwrap_or(DEFAULT_ISSUES),
            items: self.items.unwrap_or(DEFAULT_ITEMS),
            id_base: self.id_base,
        }
    }
}
