//! Writer and app agree: archives are built, and the files are opened as the app opens them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what a test needs and does not get is its failure"
)]
#![expect(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the names of the site's files are in lower case"
)]

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
mod other_programs;
mod real_archive;
mod search_program;
mod searching;
mod site;
