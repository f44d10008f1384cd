//! The three engines: which programs they are and how they are asked to behave.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

/// Limits a run to some engines: their names, with commas between them.
pub const ENGINES_VARIABLE: &str = "MASTHEAD_ENGINES";

/// A browser engine and its WebDriver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// WebKitGTK's `MiniBrowser` with `WebKitWebDriver`, on a screen that exists only in memory.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// As in the names of tests and in [`ENGINES_VARIABLE`].
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Those that this run is about: all, unless [`ENGINES_VARIABLE`] says otherwise.
    pub fn chosen() -> Vec<Self> {
        let Ok(names) = env::var(ENGINES_VARIABLE) else { return Self::ALL.to_vec() };
        names
            .split(',')
            .map(|name| {
                let engine = Self::ALL.into_iter().find(|engine| engine.name() == name.trim());
                engine.unwrap_or_else(|| {
                    panic!("{ENGINES_VARIABLE} names {name:?}, which is none of chromium, firefox and webkit")
                })
            })
            .collect()
    }

    /// The driver, listening on `port` of this machine.
    pub(crate) fn driver(self, port: u16) -> Command {
        let name = match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        };
        let mut driver = Command::new(self.program(&[name]));
        driver.arg(format!("--port={port}"));
        driver
    }

    /// What a session is started with. `none` for the page load strategy: the tests wait for states
    /// of the app, and some of them for states in which a page never finishes loading.
    pub(crate) fn capabilities(self) -> Value {
        let own = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": { "args": CHROMIUM_FLAGS },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": self.program(&["firefox-esr", "firefox"]),
                    "args": ["-headless"],
                    "prefs": firefox_preferences(),
                },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": self.mini_browser(),
                    "args": ["--automation"],
                },
            }),
        };
        let common =
            json!({ "pageLoadStrategy": "none", "timeouts": { "script": SCRIPT_LIMIT_MS } });
        json!({ "capabilities": { "alwaysMatch": own, "firstMatch": [common] } })
    }

    /// What the window shows when it has started. Whoever goes elsewhere before that may be called back.
    pub(crate) fn first_address(self) -> &'static str {
        match self {
            Self::Chromium => "data:,",
            Self::Firefox | Self::WebKit => "about:blank",
        }
    }

    /// The path of the first of these programs that is on the search path.
    pub(crate) fn program(self, names: &[&str]) -> PathBuf {
        let folders = env::var_os("PATH").unwrap_or_default();
        let paths = names
            .iter()
            .flat_map(|name| env::split_paths(&folders).map(move |folder| folder.join(name)));
        let found = paths.into_iter().find(|path| path.is_file());
        found.unwrap_or_else(|| self.is_missing(&names.join(" or ")))
    }

    /// Debian keeps it with the library, in a folder named after the machine's architecture.
    fn mini_browser(self) -> PathBuf {
        let libraries = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
        libraries
            .map(|folder| folder.path().join("webkit2gtk-4.1/MiniBrowser"))
            .find(|path| path.is_file())
            .unwrap_or_else(|| self.is_missing("MiniBrowser"))
    }

    fn is_missing(self, program: &str) -> ! {
        let others = Self::ALL.into_iter().filter(|other| *other != self).map(Self::name);
        let others = others.collect::<Vec<_>>().join(",");
        panic!(
            "{program} is not installed: run `cargo xtask setup`, or leave {} out with {ENGINES_VARIABLE}={others}",
            self.name()
        )
    }
}

/// When a script in a page counts as lost. Each watches for less, see `reader/waiting.rs`.
const SCRIPT_LIMIT_MS: u32 = 5_000;

/// Nothing of the machine's screen, and no request of the browser's own.
const CHROMIUM_FLAGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
];

/// Mostly to keep Firefox from calling home.
fn firefox_preferences() -> Value {
    json!({
        "app.normandy.enabled": false,
        "app.update.disabledForTesting": true,
        "browser.safebrowsing.downloads.remote.enabled": false,
        "browser.safebrowsing.malware.enabled": false,
        "browser.safebrowsing.phishing.enabled": false,
        "browser.search.update": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "dom.push.connection.enabled": false,
        "extensions.update.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "services.settings.server": "data:,",
        "toolkit.telemetry.enabled": false,
        // As on phones, and in the other two engines: scroll bars take no room from the page.
        "widget.gtk.overlay-scrollbars.enabled": true,
    })
}
