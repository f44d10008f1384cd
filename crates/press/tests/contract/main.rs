//! Writer and app agree: archives are built, and the files are opened as the app opens them.

#![expect(clippy::unwrap_used, reason = "what a test needs and does not get is its failure")]

mod api;
mod building;
mod checking;
mod configuring;
mod deadlines;
mod embedding;
mod feeds;
mod heads;
mod leaving_out;
mod lists;
mod mailing;
mod offline;
mod opening;
mod real_archive;
mod search_program;
mod searching;
mod site;
