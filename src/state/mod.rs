//! What is true: signals and what changes them. No markup here, and no browser but through
//! `platform`.

pub mod announcer;
pub mod archive;
pub mod at_hand;
pub mod chosen;
pub mod deadlines;
pub mod finishing;
pub mod library;
pub mod listing;
pub mod load;
pub mod marks;
pub mod memory;
pub mod navigation;
pub mod offline;
pub mod position;
pub mod preferences;
pub mod reading;
pub mod record;
pub mod scrolling;
pub mod search;
pub mod search_counts;
pub mod shelf;
pub mod shortcuts;
pub mod snippet;
pub mod titles;
pub mod top_bar;
pub mod transfer;
pub mod trouble;
