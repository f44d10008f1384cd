//! What need not be fetched, since the page came with it.

use std::collections::BTreeMap;
use std::sync::Arc;

use bundle_format::Deadlines;
use newsletter::Issue;

/// Posts and deadlines that are here already.
#[derive(Debug, Clone, Default)]
pub struct AtHand {
    /// Posts and plain pages, by path.
    pub posts: Arc<BTreeMap<String, Arc<Issue>>>,
    /// The deadlines; `None` if they have to be fetched.
    pub deadlines: Option<Arc<Deadlines>>,
}
