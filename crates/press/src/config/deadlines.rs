//! What an archive says of its deadlines.

use newsletter::deadline::{DeadlineRules, Kinds};

/// The rules for deadlines, as far as one file says them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DeadlinesLayer {
    pub(crate) families: Option<Vec<String>>,
    pub(crate) leads: Option<Vec<String>>,
    pub(crate) words: Option<Vec<String>>,
    pub(crate) kinds: Option<Kinds>,
}

impl DeadlinesLayer {
    pub(crate) fn over(self, below: Self) -> Self {
        Self {
            families: self.families.or(below.families),
            leads: self.leads.or(below.leads),
            words: self.words.or(below.words),
            kinds: self.kinds.or(below.kinds),
        }
    }

    /// With nothing where no file says anything; what is built in says everything.
    pub(crate) fn filled(self) -> DeadlineRules {
        DeadlineRules {
            families: self.families.unwrap_or_default(),
            leads: self.leads.unwrap_or_default(),
            words: self.words.unwrap_or_default(),
            kinds: self.kinds.unwrap_or_default(),
        }
    }
}
