//! Waiting for states, never for times.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{PAGE_SCRIPT, Reader};
use crate::find::Finder;
use crate::webdriver::Element;

/// How long a state may take to come. A test that succeeds never waits for long.
const LIMIT: Duration = Duration::from_secs(10);

/// How long one script watches. Some engines never answer for a script whose document is left; this
/// much is lost then. Below the session's own limit for scripts.
const WATCH: Duration = Duration::from_secs(1);

/// Looks in the page, again and again, until a condition gives something. Most of the time is left to
/// the page: Chromium puts off what is not urgent, updates of workers among it, while a page is busy.
const WATCH_SCRIPT: &str = "
const done = arguments[arguments.length - 1];
const values = [...arguments].slice(0, -1);
const look = async () => {
  const begin = performance.now();
  const found = await condition(...values);
  const now = performance.now();
  if (found || now > end) done(found); else setTimeout(look, Math.max(10, 4 * (now - begin)));
};
const end = performance.now() + limit;
look();
";

impl Reader {
    /// Waits until a script gives something that counts as true, and gives it back. Without a
    /// `what` in its failure nobody would know what was missing.
    #[track_caller]
    pub fn wait_for(&self, what: &str, condition: &str, arguments: &[Value]) -> Value {
        let end = Instant::now() + LIMIT;
        let mut refusal = None;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let reason = refusal.map(|refusal| format!(" ({refusal})")).unwrap_or_default();
                panic!("there is not: {what}{reason}\n{}", self.describe());
            }
            let script = format!(
                "{PAGE_SCRIPT}\nfunction condition() {{ {condition} }}\nconst limit = {};{WATCH_SCRIPT}",
                left.min(WATCH).as_millis()
            );
            let body = json!({ "script": script, "args": arguments });
            match self.session.post("execute/async", &body) {
                Ok(value) if is_something(&value) => return value,
                Ok(_) => {}
                // The document may have been left while the script was running.
                Err(next) => refusal = Some(next),
            }
        }
    }

    /// As [`Reader::wait_for`], where the document is about to be replaced: asks from outside.
    pub(super) fn wait_from_outside(&self, what: &str, condition: &str) {
        let start = Instant::now();
        let body = json!({ "script": condition, "args": [] });
        // Refused while there is no document.
        while self.session.post("execute/sync", &body).ok() != Some(json!(true)) {
            assert!(start.elapsed() < LIMIT, "there is not: {what}");
        }
    }

    /// Waits until exactly one thing fits, and gives it back.
    #[track_caller]
    pub fn wait_to_see(&self, finder: &Finder) -> Element {
        let found = self.wait_for(
            &format!("one {finder:?}"),
            "return theOne(arguments[0])",
            &[finder.to_value()],
        );
        Element::from_value(&found).unwrap_or_else(|| panic!("{found} is no element"))
    }

    /// Waits until nothing fits.
    #[track_caller]
    pub fn wait_until_gone(&self, finder: &Finder) {
        self.wait_for(
            &format!("no {finder:?}"),
            "return everyOne(arguments[0]).length === 0",
            &[finder.to_value()],
        );
    }

    /// Waits until the address, from the path on, is this one.
    #[track_caller]
    pub fn wait_to_be_at(&self, address: &str) {
        self.wait_for(
            &format!("the address {address}"),
            "return location.pathname + location.search + location.hash === arguments[0]",
            &[json!(address)],
        );
        self.wait_until_app_is("ready");
    }

    /// Waits until what fits has the keyboard's focus.
    #[track_caller]
    pub fn wait_for_focus(&self, finder: &Finder) {
        self.wait_for(
            &format!("the focus on {finder:?}"),
            "return theOne(arguments[0]) === document.activeElement",
            &[finder.to_value()],
        );
    }

    /// Waits until a screen reader has been told exactly this, last.
    #[track_caller]
    pub fn wait_to_hear(&self, message: &str) {
        self.wait_for(
            &format!("the announcement {message:?}"),
            "return [...document.querySelectorAll('[aria-live=polite]')].map(wordsOf).join('') === arguments[0]",
            &[json!(message)],
        );
    }

    /// Waits until all that has been set off is painted.
    pub fn wait_for_paint(&self) {
        let script = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))";
        let body = json!({ "script": script, "args": [] });
        Self::must("paint", self.session.post("execute/async", &body));
    }

    /// The page in a few lines, for whoever looks for a failure's cause.
    fn describe(&self) -> String {
        self.text_from(
            "return `${location.href} scrolled to ${scrollY}, ${JSON.stringify(document.documentElement.dataset)}
focus: ${document.activeElement?.outerHTML.slice(0, 200)}
${document.body?.innerText.slice(0, 500)}`",
            &[],
        )
    }
}

fn is_something(value: &Value) -> bool {
    !matches!(value, Value::Null | Value::Bool(false))
}
