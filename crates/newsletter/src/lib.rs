//! A newsletter's posts as data: text in, issues out.
//!
//! The way through, stage by stage:
//!
//! 1. [`front_matter::split`] cuts a post into its front matter and its body.
//! 2. [`front_matter::read`] turns the front matter into title, date and slug (only `press` does this).
//! 3. [`permalink`] turns those into the issue's address (only `press` does this).
//! 4. [`parse`] turns the body into an [`Issue`]: sections, items, safe HTML, entities.
//! 5. [`deadline`] reads the dates that issues announce (only `press` does this).
//!
//! Nothing here fails on what people write: every stage gives a value and a list of [`Diagnostic`]s.
//! Nothing here reads files, clocks, environments or browsers.

pub mod anchor;
pub mod date;
pub mod deadline;
pub mod diagnostic;
pub mod entity;
pub mod family;
pub mod front_matter;
pub mod html;
pub mod issue;
mod parse;
pub mod permalink;
pub mod portable;
pub mod rules;

pub use diagnostic::{Code, Diagnostic, Severity};
pub use html::SafeHtml;
pub use issue::{Block, Heading, Issue, Item, ItemKind, Section};
pub use parse::{Parsed, parse};
pub use rules::Rules;
