//! A component in a page of its own, looked at as a person would: by role and text.

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use masthead::platform::turns;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// What stays mounted as long as this lives.
pub(crate) struct Mounted {
    root: HtmlElement,
    _handle: UnmountHandle<AnyViewState>,
}

impl Mounted {
    /// Mounts a view in a new element of the page.
    pub(crate) fn new(view: impl FnOnce() -> AnyView + 'static) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let root: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        document.body().unwrap().append_child(&root).unwrap();
        // As the app does, before Leptos takes a spawner of its own.
        turns::prepare();
        let handle = mount_to(root.clone(), view);
        Self { root, _handle: handle }
    }

    /// All elements that fit.
    pub(crate) fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|place| found.item(place).unwrap().unchecked_into()).collect()
    }

    /// The button whose name or text begins like this.
    pub(crate) fn button(&self, name: &str) -> HtmlElement {
        let has_name = |button: &Element| {
            let label = button.get_attribute("aria-label").or_else(|| button.text_content());
            label.unwrap_or_default().trim().starts_with(name)
        };
        let button = self.all("button").into_iter().find(has_name);
        button
            .unwrap_or_else(|| panic!("no button {name:?} in {}", self.root.inner_html()))
            .unchecked_into()
    }

    /// The visible text.
    pub(crate) fn text(&self) -> String {
        self.root.inner_text()
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Lets what a click has changed come into the page.
pub(crate) async fn settled() {
    leptos::task::tick().await;
}
