//! What an answer lacks.

use crate::PartId;

/// Parts that were looked for and are not here, without repeats, in the order in which they were
/// missed.
#[derive(Debug, Default)]
pub(crate) struct Missing {
    /// Without them the answer may be another.
    pub(crate) needed: Vec<PartId>,
    /// They would only make it more complete.
    pub(crate) later: Vec<PartId>,
    count: usize,
}

impl Missing {
    pub(crate) fn add(&mut self, id: PartId) {
        self.count += 1;
        // An answer lacks a few dozen parts at most.
        if !self.needed.contains(&id) {
            self.needed.push(id);
        }
    }

    pub(crate) fn add_later(&mut self, id: PartId) {
        self.count += 1;
        if !self.needed.contains(&id) && !self.later.contains(&id) {
            self.later.push(id);
        }
    }

    /// How often a part was missed; equal before and after a look-up that missed none.
    pub(crate) fn count(&self) -> usize {
        self.count
    }
}
