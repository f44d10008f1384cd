//! The page as the server sent it: what was rendered into it before the program started.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, NodeList};

use super::document;

/// The element that holds everything that the app shows.
const ROOT: &str = "reader";

/// The last element of a page: without it the answer has broken off.
const END: &str = "end";

/// A page that was rendered for everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prerendered {
    /// Its path below the base path, decoded.
    pub path: String,
    /// The Markdown that it shows, by paths below the base path.
    pub posts: Vec<(String, String)>,
}

/// The element that the app is mounted in; `None` natively.
pub fn root() -> Option<HtmlElement> {
    document()?.get_element_by_id(ROOT)?.dyn_into().ok()
}

/// The elements of a class in the order of the page.
pub fn all(class: &str) -> Vec<HtmlElement> {
    let found = root().and_then(|root| root.query_selector_all(&format!(".{class}")).ok());
    found.iter().flat_map(elements).filter_map(|element| element.dyn_into().ok()).collect()
}

/// What was rendered into this page; `None` if nothing was, or not all of it has come.
pub fn prerendered() -> Option<Prerendered> {
    let document = document()?;
    document.get_element_by_id(END)?;
    let path = root()?.get_attribute("data-path").filter(|path| !path.is_empty())?;
    let posts = document.query_selector_all("script[type=\"text/markdown\"]").ok()?;
    let post = |element: Element| {
        Some((element.get_attribute("data-path")?, unescaped(&element.text_content()?)))
    };
    Some(Prerendered { path, posts: elements(&posts).filter_map(post).collect() })
}

/// Empties the element that the app is mounted in.
pub fn clear() {
    if let Some(root) = root() {
        root.set_inner_html("");
    }
}

fn elements(found: &NodeList) -> impl Iterator<Item = Element> + use<'_> {
    (0..found.length()).filter_map(|place| found.item(place)?.dyn_into().ok())
}

/// Undoes what keeps a text from ending its element: see `escaped_markdown` in `press`.
fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&amp;", "&")
}
