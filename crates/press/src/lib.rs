//! From a folder of posts to the static files of an archive, and to a list of what is wrong with it.
//!
//! Each stage is a value that can be looked at: a [`config::Configuration`] says what is meant, an
//! [`archive::Archive`] is what was read, [`outputs::Files`] is what it becomes; only their `write`
//! touches the output folder. Nothing depends on a clock, on the order of a directory or of a map:
//! the same input gives the same bytes.

pub mod archive;
mod build;
pub mod check;
pub mod config;
pub mod email;
pub mod finding;
mod hash;
pub mod outputs;
pub mod position;
pub mod search;
mod side_by_side;

pub use build::{BuildError, build, rebuild};
pub use outputs::withdraw;
