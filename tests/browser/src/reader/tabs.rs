//! Tabs of the window. One of them is in front; the reader acts there.

use serde_json::{Value, json};

use super::{DESKTOP, Reader};
use crate::engine::Engine;

/// A file of the program, which is not a page, below the path of the site.
const ICON: &str = "icons/icon-192.png";

/// Opens every cache, and keeps them open while the document is there.
const HOLD: &str = "
return (async () => {
  window.held = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  return true;
})()";

/// A tab that can be come back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab(String);

impl Reader {
    /// The tab in front.
    pub fn tab(&self) -> Tab {
        let handle = Self::must("the tab", self.session.get("window"));
        Tab(handle.as_str().unwrap_or_default().to_owned())
    }

    /// Opens an empty tab and goes there; gives the tab that was in front.
    pub fn open_tab(&self) -> Tab {
        let before = self.tab();
        let opened =
            Self::must("open a tab", self.session.post("window/new", &json!({ "type": "tab" })));
        let handle = opened.get("handle").and_then(Value::as_str).unwrap_or_default();
        self.go_to_tab(&Tab(handle.to_owned()));
        self.resize(DESKTOP);
        before
    }

    /// Goes to a tab.
    pub fn go_to_tab(&self, tab: &Tab) {
        Self::must("go to a tab", self.session.post("window", &json!({ "handle": tab.0 })));
    }

    /// Closes a tab and comes back to the one in front.
    pub fn close_tab(&self, tab: &Tab) {
        let front = self.tab();
        self.go_to_tab(tab);
        Self::must("close a tab", self.session.delete("window"));
        self.go_to_tab(&front);
    }

    /// Closes the tab in front and opens another: nothing of the page is left but what it has kept.
    ///
    /// WebKit's driver has private windows alone, which empty caches that no document has open. There an
    /// icon of the site stands for the disk until the next page is opened.
    pub fn come_back(&self) {
        let base = self.text_from("return document.documentElement.dataset.base", &[]);
        let left = self.open_tab();
        if self.engine() == Engine::WebKit {
            self.type_address(&format!("{base}{ICON}"));
            self.wait_for("open caches", HOLD, &[]);
        }
        self.close_tab(&left);
    }
}
