//! Searching a built archive on the command line: the engine that the browser runs, with files for
//! fetches.

mod batch;
mod dist;
mod explain;
mod line;

pub use batch::{BatchError, batch, parse_date};
pub use dist::{Dist, SearchError};
pub use explain::explain;
pub use line::{json, plain, summary};
