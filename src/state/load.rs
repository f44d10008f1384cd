//! Things that come over the network: not here yet, here, or failed.

use bundle_format::FormatError;

use crate::platform::fetch::FetchError;

/// The state of something that is fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Load<T> {
    /// On its way.
    Loading,
    /// Here.
    Ready(T),
    /// It did not come, or is not what it should be.
    Failed(LoadError),
}

/// Why something could not be loaded, as far as the reader can do different things about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoadError {
    /// No answer: no network, or the server is gone. Worth trying again later.
    Offline,
    /// The server has no such file. The archive may have moved on.
    Missing,
    /// The server answered with an error of its own; the HTTP status.
    Server(u16),
    /// The file came, but it is not what this program reads.
    Format(FormatError),
    /// The file came, but it and the program that reads it are of different versions.
    Version,
    /// The post came, but nothing in it can be shown.
    Empty,
    /// The browser does not let it run.
    Blocked,
}

impl<T> Load<T> {
    /// What came, if it did.
    pub fn ready(self) -> Option<T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Loading | Self::Failed(_) => None,
        }
    }
}

impl From<FetchError> for LoadError {
    fn from(error: FetchError) -> Self {
        match error {
            FetchError::Unreachable | FetchError::BrokenOff => Self::Offline,
            FetchError::Status(404 | 410) => Self::Missing,
            FetchError::Status(status) => Self::Server(status),
        }
    }
}
