//! What an archive's configuration tells the parser. Values only; `press` reads them from
//! `masthead.toml`, the app from the manifest.

use crate::entity::EntityPatterns;
use crate::family::Families;

/// The configuration that decides what [`crate::parse`] makes of a post.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// Which heading belongs to which section family.
    pub families: Families,
    /// How pull requests, KEPs, CVEs and the like are recognised.
    pub patterns: EntityPatterns,
    /// How links and images of a post become addresses of this deployment.
    pub site: Site,
}

/// Where the archive is deployed, as far as it shows in links.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// The path that everything is served under: begins and ends with `/`.
    pub base_path: String,
    /// The public origin and path, such as `https://lwkd.info`, without a slash at the end. Links to
    /// it are links within the archive. `None` if it is not known.
    pub url: Option<String>,
    /// Pixel sizes of the images at hand.
    pub images: Vec<ImageSize>,
}

/// The size of one image of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageSize {
    /// The path below the base path, beginning with `/`.
    pub path: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}
