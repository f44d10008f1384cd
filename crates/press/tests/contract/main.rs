//! Writer and app agree: archives are built, and the files are opened as the app opens them.

#![expect(clippy::unwrap_used, reason = "what a test needs and does not get is its failure")]

mod building;
mod checking;
mod configuring;
mod embedding;
mod leaving_out;
mod opening;
mod real_archive;
mod search_program;
mod searching;
mod site;
