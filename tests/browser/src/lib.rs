//! What the browser tests stand on: engines that are steered through plain WebDriver, a site that
//! can fail on request, and a reader who finds things by role and name.
//!
//! Nothing here knows the app's code. A step that does not succeed ends the test with a panic that
//! says what was waited for and what was there instead.

#![expect(clippy::panic, clippy::missing_panics_doc, reason = "a test fails by panicking")]

pub mod edition;
pub mod engine;
pub mod find;
pub mod keys;
pub mod reader;
pub mod site;
pub mod webdriver;
