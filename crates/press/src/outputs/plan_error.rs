//! Why a site cannot be planned.

use thiserror::Error;

use super::feeds::FeedError;
use super::files::Collision;

/// What would make the site something else than what it says.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PlanError {
    /// Two sources of one file.
    #[error("{0}: give one of them another name or address")]
    Collision(#[from] Collision),
    /// A feed that no reader would take.
    #[error(transparent)]
    Feed(#[from] FeedError),
}
