//! The site under test: a built folder, served as GitHub Pages would, with failures on request.

mod answer;
mod folder;
mod ledger;
mod server;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

pub use self::answer::Answer;
use self::folder::Folder;
use self::ledger::Ledger;
use self::server::{Headers, Server, Shared};

/// Names the folder that was built for the root of a host.
pub const DIST_VARIABLE: &str = "MASTHEAD_DIST";

/// Names the folder that was built for [`BASE`].
pub const DIST_BELOW_VARIABLE: &str = "MASTHEAD_DIST_BELOW";

/// Where the other folder was built for.
pub const BASE: &str = "/lwkd/";

/// An empty document, in which storage can be emptied before a test.
pub(crate) const BLANK_PATH: &str = "/.blank";

/// A site of its own for each test: another port, and so another origin.
#[derive(Debug)]
pub struct Site {
    shared: Arc<Shared>,
    address: SocketAddr,
    server: Option<Server>,
}

/// One request and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// With its query.
    pub target: String,
    /// The status of the answer; `None` as long as there is none, and where there never was.
    pub status: Option<u16>,
}

impl Site {
    /// The folder that [`DIST_VARIABLE`] names, or what to do about it.
    pub fn built() -> Result<PathBuf, String> {
        built(DIST_VARIABLE)
    }

    /// The folder that [`DIST_BELOW_VARIABLE`] names, or what to do about it.
    pub fn built_below() -> Result<PathBuf, String> {
        built(DIST_BELOW_VARIABLE)
    }

    /// Serves a folder.
    pub fn serve(folder: PathBuf) -> Self {
        Self::serve_below("/", folder)
    }

    /// Serves a folder so that time can be measured in its pages: browsers keep every answer, and
    /// their clocks count microseconds.
    pub fn serve_for_measuring(folder: PathBuf) -> Self {
        Self::start(Folder::new("/", folder), Headers::ForMeasuring)
    }

    /// Serves a folder below `base`, which begins and ends with `/` and which it was built for. Outside
    /// there is nothing.
    pub fn serve_below(base: &'static str, folder: PathBuf) -> Self {
        Self::start(Folder::new(base, folder), Headers::ForTests)
    }

    fn start(folder: Folder, headers: Headers) -> Self {
        let shared = Arc::new(Shared { folder, ledger: Ledger::default(), headers });
        let server = Server::start(&shared, None);
        Self { address: server.address(), shared, server: Some(server) }
    }

    /// Another server for the same folder, without this one's rules.
    #[must_use]
    pub fn copy(&self) -> Self {
        Self::serve_below(self.shared.folder.base, self.shared.folder.path())
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// From now on answers in this way wherever a path ends with `ending`.
    pub fn answer(&self, ending: &str, answer: Answer) {
        self.shared.ledger.set_rule(ending, answer);
    }

    /// Takes back all of [`Site::answer`]; what was held is answered now.
    pub fn recover(&self) {
        self.shared.ledger.clear_rules();
    }

    /// Another folder takes the place of the one that was served, as when a new build is deployed.
    pub fn deploy(&self, folder: PathBuf) {
        self.shared.folder.replace(folder);
    }

    /// Stops: whoever asks now finds nobody there.
    pub fn stop(&mut self) {
        self.server = None;
    }

    /// Starts again, at the same address.
    pub fn restart(&mut self) {
        self.server = Some(Server::start(&self.shared, Some(self.address)));
    }

    /// Waits for a request whose path ends with `ending`.
    pub fn wait_for_request(&self, ending: &str) {
        self.shared.ledger.wait_for_request(ending);
    }

    /// Waits for a request whose path ends with `ending` and that is answered with `status`.
    pub fn wait_for_status(&self, ending: &str, status: u16) {
        self.shared.ledger.wait_for_status(ending, status);
    }

    /// All requests so far, in the order in which they came.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.ledger.requests()
    }

    /// The path of the one file at the top of the site that begins and ends so, such as the
    /// program's `masthead-….wasm`, whose name holds a hash.
    pub fn file(&self, beginning: &str, ending: &str) -> String {
        self.shared.folder.file(beginning, ending)
    }

    /// The bytes of a file of the site.
    pub fn bytes(&self, path: &str) -> Vec<u8> {
        self.shared.folder.bytes(path)
    }
}

fn built(variable: &str) -> Result<PathBuf, String> {
    let missing = || {
        format!(
            "{variable} does not name a built site: run `cargo xtask test --browser`, which builds one"
        )
    };
    let folder = std::env::var_os(variable).map(PathBuf::from).ok_or_else(missing)?;
    folder.join("index.html").is_file().then_some(folder).ok_or_else(missing)
}
