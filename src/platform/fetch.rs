//! Fetching files of this origin.

use std::fmt;

use gloo_net::http::{Request, Response};
use wasm_bindgen_futures::spawn_local;

/// Why a file did not come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchError {
    /// No answer at all: no network, or the server is gone.
    Unreachable,
    /// An answer that is not the file; the HTTP status.
    Status(u16),
    /// The answer broke off.
    BrokenOff,
}

impl fmt::Display for FetchError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable => formatter.write_str("no answer"),
            Self::Status(status) => write!(formatter, "HTTP status {status}"),
            Self::BrokenOff => formatter.write_str("the answer broke off"),
        }
    }
}

/// The bytes of the file at `url`.
pub async fn bytes(url: &str) -> Result<Vec<u8>, FetchError> {
    get(url).await?.binary().await.map_err(|_| FetchError::BrokenOff)
}

/// Has the file at `url` in the browser's cache soon. Whoever needs it will see whether it came.
pub fn prepare(url: &str) {
    let url = url.to_owned();
    spawn_local(async move { drop(get(&url).await) });
}

async fn get(url: &str) -> Result<Response, FetchError> {
    let response = Request::get(url).send().await.map_err(|_| FetchError::Unreachable)?;
    if response.ok() { Ok(response) } else { Err(FetchError::Status(response.status())) }
}
