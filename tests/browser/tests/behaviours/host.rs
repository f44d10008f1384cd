//! A page of another site, which shows parts of the archive.

use std::mem;

use browser_tests::reader::Reader;
use browser_tests::site::{Answer, Site};
use serde_json::json;

/// Where the page is on its site.
const PATH: &str = "/authors";

/// What is heard in the page, and how much of it has moved.
const LISTEN: &str = "
window.heard = [];
addEventListener('message', ({ data, origin, source }) => {
  heard.push({ data, origin, at: performance.now(), frame: [...document.querySelectorAll('iframe')].findIndex((frame) => frame.contentWindow === source) });
});
window.errors = [];
addEventListener('error', ({ message }) => errors.push(message));
";

/// Scripts that look into the page: `elements`, the frame of each, and whether its page has told its height.
pub(crate) const ELEMENTS: &str = "
const elements = [...document.querySelectorAll('masthead-embed')];
const frameOf = (element) => element.shadowRoot?.querySelector('iframe');
const isShown = (element) => element.shadowRoot?.querySelector('slot')?.hidden === true;
const heightOf = (element) => Math.round(frameOf(element).getBoundingClientRect().height);
";

/// Moves the reader to a page of another origin with this body, in which `ARCHIVE` stands for the origin of
/// the archive. Gives the archive's site, which goes on answering as long as the value is kept.
#[must_use]
pub(crate) fn visit(reader: &mut Reader, head: &str, body: &str) -> Site {
    let other = reader.site.copy();
    let archive = mem::replace(&mut reader.site, other);
    let html = format!(
        "<!doctype html><html><head><meta charset=utf-8><title>Host</title>{head}</head><body>{body}</body></html>"
    );
    let html = html.replace("ARCHIVE", &archive.origin());
    reader.site.answer(PATH, Answer::Bytes(html.into_bytes()));
    reader.open_early(PATH);
    archive
}

/// A head that listens to messages and errors, and what else is to be in it.
pub(crate) fn listening(more: &str) -> String {
    format!("<script>{LISTEN}</script>{more}")
}

/// The element that loads the module.
pub(crate) const LOADER: &str = "<script type=module src='ARCHIVE/embed/v1.js'></script>";

/// Waits until every element of the page shows its frame.
#[track_caller]
pub(crate) fn wait_for_elements(reader: &Reader, count: usize) {
    let script =
        format!("{ELEMENTS} return elements.length === arguments[0] && elements.every(isShown)");
    reader.wait_for("frames with heights", &script, &[json!(count)]);
}
