//! What an index answers.

use std::ops::Range;

use newsletter::date::Date;

use crate::{PartId, query::Notice, rank::Score};

/// An answer from the parts that are here, and what would make it whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    /// As far as the parts tell that have been supplied.
    pub answer: Answer,
    /// Parts to supply before asking the same again, the most important first; empty when the answer
    /// is final. A few rounds may be needed: first parts of terms, then of texts.
    pub needed: Vec<PartId>,
    /// Parts that hold more words which begin as the last one does, too many to wait for. The answer
    /// is not complete without them; they come with all others when there is nothing else to do.
    pub later: Vec<PartId>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// In the order asked for, from [`crate::Request::offset`] on.
    pub hits: Vec<Hit>,
    /// How many hits there are in all.
    pub total: usize,
    /// Hits of each section family, in the order of [`crate::Index::families`], for the same request
    /// without its sections.
    pub sections: Vec<usize>,
    /// Hits of each year, newest first, for the same request without its dates. Years of the archive
    /// without hits have 0.
    pub years: Vec<(i32, usize)>,
    /// What was odd about the query; empty for most.
    pub notices: Vec<Notice>,
    /// The query as it may have been meant, if words of it are not in the archive but similar ones
    /// are. The hits are already those of the suggestion.
    pub suggestion: Option<String>,
    /// Whether no item has all words, so that the hits have only most of them.
    pub is_relaxed: bool,
}

/// An item that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The item's number in the index: 0 is the first item of the newest issue.
    pub item: u32,
    /// The day of its issue, UTC.
    pub date: Date,
    /// The heading of its section; empty for text before the first heading.
    pub section: String,
    /// Places in [`crate::Index::families`].
    pub families: Vec<u8>,
    /// How well its words fit.
    pub kind: Match,
    /// Why it stands where it stands.
    pub score: Score,
    /// `None` while its text part is needed.
    pub content: Option<Content>,
}

/// How the words of a query were found; a worse one stands below every better one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Match {
    /// Every word as typed or in another form of the same word.
    #[default]
    Exact,
    /// The last word as the beginning of another.
    Prefix,
    /// A word as another that is spelled much the same.
    Fuzzy,
    /// Some words only.
    Partial,
}

impl Match {
    /// `exact`, `prefix`, `fuzzy` or `partial`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Prefix => "prefix",
            Self::Fuzzy => "fuzzy",
            Self::Partial => "partial",
        }
    }
}

/// What is shown of a hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The address of its issue below the base path: `/2023/20230905`.
    pub path: String,
    /// The item's fragment in it.
    pub anchor: String,
    /// The post's file name without `.md`.
    pub slug: String,
    /// The title of the issue.
    pub title: String,
    /// The item's own heading; empty for most.
    pub heading: String,
    /// The item's visible text; blocks are parted by line feeds.
    pub text: String,
    /// Bytes of the heading that were looked for, in order and apart.
    pub heading_marks: Vec<Range<usize>>,
    /// Bytes of the text that were looked for, in order and apart.
    pub text_marks: Vec<Range<usize>>,
}

impl Content {
    /// The address of the item itself: `/2023/20230905#i-…`.
    pub fn url(&self) -> String {
        [&self.path, "#", &self.anchor].concat()
    }
}
