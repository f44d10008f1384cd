//! What is true: signals and what changes them. No markup here, and no browser but through
//! `platform`.

pub mod announcer;
pub mod archive;
pub mod at_hand;
pub mod chosen;
pub mod deadlines;
pub mod library;
pub mod listing;
pub mod load;
pub mod marks;
pub mod navigation;
pub mod offline;
pub mod position;
pub mod preferences;
pub mod reading;
pub mod scrolling;
pub mod search;
pub mod search_counts;
pub mod shortcuts;
pub mod snippet;
pub mod titles;
pub mod top_bar;
pub mod trouble;
