//! Where the program itself stands: `<html data-app="starting|ready|failed">`. That it has failed is
//! noticed by `start.js`, since a program that has panicked can say nothing more.

use super::document::set_root_attribute;

/// The program cannot do its part; what was on the page stays.
pub fn has_failed() {
    set_root_attribute("data-app", Some("failed"));
}

/// The page shows what its address asks for, or says why it cannot.
pub fn is_ready() {
    set_root_attribute("data-app", Some("ready"));
}
