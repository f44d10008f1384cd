//! The reader: a browser at a site, and what a person does with it. The one page object of the tests.

mod acting;
mod framing;
mod looking;
mod tabs;
mod waiting;

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::site::{Answer, BLANK_PATH, Site};
use crate::webdriver::{Refusal, Session};

/// Makes roles and names known to the scripts that follow it.
const PAGE_SCRIPT: &str = include_str!("../page.js");

/// The window's content area, in CSS pixels, unless a test asks for another.
pub const DESKTOP: (u32, u32) = (1280, 900);

/// Sites come and go, but a port may come again, and with it what another site has left there.
const FORGET: &str = "
return (async () => {
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  return true;
})()";

/// Someone who reads the site. Steps that do not succeed end the test.
#[derive(Debug)]
pub struct Reader {
    session: Session,
    /// The site, which a test may damage.
    pub site: Site,
}

impl Reader {
    /// A reader who has never been at the site.
    pub fn new(session: Session, site: Site) -> Self {
        let reader = Self { session, site };
        reader.open_blank();
        reader.resize(DESKTOP);
        reader.run("localStorage.clear(); sessionStorage.clear()", &[]);
        reader.wait_for("an empty device", FORGET, &[]);
        reader
    }

    /// Goes on at another copy of the site: another origin, of which the browser has kept nothing.
    pub fn move_to_new_site(&mut self) {
        self.site = self.site.copy();
        self.open_blank();
    }

    /// Gives the browser back, for another reader.
    pub fn leave(self) -> Session {
        self.session
    }

    /// The engine that the reader's browser is built on.
    pub fn engine(&self) -> Engine {
        self.session.engine()
    }

    /// Opens a path of the site, which begins with `/`, and waits until the app is there.
    #[track_caller]
    pub fn open(&self, path: &str) {
        self.open_early(path);
        self.wait_until_app_is("ready");
    }

    /// Opens a path of the site, and does not wait for the app.
    pub fn open_early(&self, path: &str) {
        self.leave_frame();
        if path.contains('#') {
            // From the same page it would be a step within the document.
            self.open_blank();
        }
        self.mark_document();
        self.type_address(path);
        self.wait_for_new_document();
    }

    /// Opens a path of the site whose page has no text of its own: the app fetches what it shows.
    pub fn open_bare_early(&self, path: &str) {
        // Another page's text is of no use here, and the app clears it away. The service worker would
        // answer with the page itself.
        self.site.answer("service-worker.js", Answer::Status(404));
        self.site.answer(path, Answer::Shell);
        self.open_early(path);
    }

    /// As [`Reader::open_bare_early`], and waits until the app is there.
    #[track_caller]
    pub fn open_bare(&self, path: &str) {
        self.open_bare_early(path);
        self.wait_until_app_is("ready");
    }

    /// Types a path of the site into the address bar, and waits for nothing.
    pub fn type_address(&self, path: &str) {
        let url = format!("{}{path}", self.site.origin());
        Self::must(&url, self.session.post("url", &json!({ "url": url })));
    }

    /// Waits for what `<html data-app>` says.
    #[track_caller]
    pub fn wait_until_app_is(&self, state: &str) {
        self.wait_for(
            &format!("the app is {state}"),
            "return document.documentElement.dataset.app === arguments[0]",
            &[json!(state)],
        );
    }

    /// Waits for what `<html data-offline>` says.
    #[track_caller]
    pub fn wait_until_offline_is(&self, state: &str) {
        self.wait_for(
            &format!("what is kept is {state}"),
            "return document.documentElement.dataset.offline === arguments[0]",
            &[json!(state)],
        );
    }

    /// Loads the page again and waits until the app is there.
    pub fn reload(&self) {
        self.mark_document();
        Self::must("reload", self.session.post("refresh", &json!({})));
        self.wait_for_new_document();
        self.wait_until_app_is("ready");
    }

    /// Presses the browser's back button.
    pub fn go_back(&self) {
        Self::must("go back", self.session.post("back", &json!({})));
    }

    /// Presses the browser's forward button.
    pub fn go_forward(&self) {
        Self::must("go forward", self.session.post("forward", &json!({})));
    }

    /// The outcome of a script in the page; `arguments` are its arguments.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        let body = json!({
            "script": format!("{PAGE_SCRIPT}\nreturn (function () {{ {script} }}).apply(null, arguments)"),
            "args": arguments,
        });
        Self::must(script, self.session.post("execute/sync", &body))
    }

    /// Carries out a command of Chromium's own protocol. Chromium only.
    pub fn command_chromium(&self, command: &str, parameters: &Value) {
        let body = json!({ "cmd": command, "params": parameters });
        Self::must(command, self.session.post("goog/cdp/execute", &body));
    }

    fn open_blank(&self) {
        self.open_early(BLANK_PATH);
        self.wait_for(
            "the blank page",
            "return location.pathname === arguments[0]",
            &[json!(BLANK_PATH)],
        );
    }

    /// Leaves a mark that the next document will not have.
    fn mark_document(&self) {
        self.run("window.isLeft = true", &[]);
    }

    fn wait_for_new_document(&self) {
        self.wait_from_outside(
            "another document",
            "return !window.isLeft && document.body !== null",
        );
    }

    #[track_caller]
    fn must(what: &str, outcome: Result<Value, Refusal>) -> Value {
        outcome.unwrap_or_else(|refusal| panic!("{what}: {refusal}"))
    }
}
