//! What a reader sees at this moment.

use serde_json::{Value, json};

use super::Reader;
use crate::find::Finder;

impl Reader {
    /// What the window is called.
    pub fn title(&self) -> String {
        self.text_from("return document.title", &[])
    }

    /// The address, from the path on.
    pub fn address(&self) -> String {
        self.text_from("return location.pathname + location.search + location.hash", &[])
    }

    /// The names of all that fits, in order.
    pub fn names(&self, finder: &Finder) -> Vec<String> {
        self.texts_from("return everyOne(arguments[0]).map(nameOf)", &[finder.to_value()])
    }

    /// The texts of all that fits, in order.
    pub fn texts(&self, finder: &Finder) -> Vec<String> {
        self.texts_from("return everyOne(arguments[0]).map(wordsOf)", &[finder.to_value()])
    }

    /// Whether something fits.
    pub fn sees(&self, finder: &Finder) -> bool {
        !self.names(finder).is_empty()
    }

    /// An attribute of the one thing that fits; `None` if it has none.
    #[track_caller]
    pub fn attribute(&self, finder: &Finder, name: &str) -> Option<String> {
        let element = self.wait_to_see(finder).to_value();
        let value =
            self.run("return arguments[0].getAttribute(arguments[1])", &[element, json!(name)]);
        value.as_str().map(str::to_owned)
    }

    /// How far the page is scrolled down, in CSS pixels.
    pub fn scroll_y(&self) -> f64 {
        self.number_from("return scrollY", &[])
    }

    /// What a screen reader has been told last; empty if nothing.
    pub fn heard(&self) -> String {
        self.text_from(
            "return [...document.querySelectorAll('[aria-live=polite]')].map(wordsOf).join('')",
            &[],
        )
    }

    /// The text that a script gives.
    #[track_caller]
    pub fn text_from(&self, script: &str, arguments: &[Value]) -> String {
        let value = self.run(script, arguments);
        value.as_str().unwrap_or_else(|| panic!("{script} gives {value}")).to_owned()
    }

    /// The list of texts that a script gives.
    #[track_caller]
    pub fn texts_from(&self, script: &str, arguments: &[Value]) -> Vec<String> {
        let value = self.run(script, arguments);
        let texts = value.as_array().unwrap_or_else(|| panic!("{script} gives {value}"));
        texts.iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// The number that a script gives.
    #[track_caller]
    pub fn number_from(&self, script: &str, arguments: &[Value]) -> f64 {
        let value = self.run(script, arguments);
        value.as_f64().unwrap_or_else(|| panic!("{script} gives {value}"))
    }
}
