//! Masthead: a newsletter archive that is read in the browser.
//!
//! The data flows one way: `platform` (what is asked of the browser) feeds `state` (what is true),
//! `pages` (what is shown at one address) read it and put `components` (parts) together.

#![expect(
    clippy::needless_pass_by_value,
    reason = "props are handed over: a component owns what it shows"
)]

pub mod app;
pub mod components;
pub mod pages;
pub mod platform;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod route;
#[cfg(feature = "hydrate")]
pub mod start;
pub mod state;
#[cfg(feature = "ssr")]
pub mod widgets;
pub mod wording;
