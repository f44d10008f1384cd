//! What is shown at one address each: pages read the state and put components together. No page
//! knows another.

pub mod deadlines;
pub mod home;
pub mod issue;
pub mod not_found;
pub mod page;
pub mod saved;
pub mod search;
pub mod section;
pub mod sections;
pub mod year;
