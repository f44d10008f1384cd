//! Why a configuration cannot be used.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::position::Position;

/// Nothing is built with a configuration that is wrong: a typing error in a key would otherwise show
/// only as a site that is not what was meant.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// The file is named or found, and cannot be opened.
    #[error("{} cannot be read: {error}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        error: io::Error,
    },
    /// A key or value that does not do.
    #[error("{}:{position}: {message}\n    {cure}", path.display())]
    Invalid {
        /// The file.
        path: PathBuf,
        /// Where it is in the file.
        position: Position,
        /// What is wrong, with the key's name.
        message: String,
        /// What to write instead.
        cure: String,
    },
    /// Neither the command line nor a configuration says where the posts are.
    #[error(
        "no posts: give --posts DIR, or --config FILE with `posts` in it, or run in a folder with a masthead.toml or _config.yml"
    )]
    NoPosts,
    /// The folder of posts is not there.
    #[error("there is no folder {}: give the posts with --posts DIR, or correct `posts` in the configuration", path.display())]
    PostsMissing {
        /// What was taken for the folder.
        path: PathBuf,
    },
    /// A `--public-url` or `baseurl` that is no path.
    #[error(
        "the base path `{given}` is relative: write it from the root of the host, such as `/` or `/lwkd/`"
    )]
    BasePath {
        /// As it was given.
        given: String,
    },
    /// A `--site-url` that is no address.
    #[error(
        "the site's address `{given}` must begin with https:// or http://, such as https://lwkd.info"
    )]
    SiteUrl {
        /// As it was given.
        given: String,
    },
}
