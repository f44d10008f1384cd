//! What is asked of an index.

use newsletter::date::Date;

/// A question: what a reader typed and chose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Request {
    /// As typed; see `docs/query-language.md`. White space at its end says that the last word is whole.
    pub query: String,
    /// Ids of section families, of which a hit has at least one; empty for any. Unknown ids fit no hit.
    pub sections: Vec<String>,
    /// The first day of hits, inclusive; `None` for the first there is.
    pub from: Option<Date>,
    /// The last day of hits, inclusive; `None` for the last there is.
    pub to: Option<Date>,
    /// The order of hits.
    pub sort: Sort,
    /// How many hits to leave out at the beginning.
    pub offset: usize,
    /// How many hits to give at most; also how many texts are asked for.
    pub limit: usize,
}

/// The order of hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By how well they fit; equals by date, newest first, then by place in the issue.
    #[default]
    Relevance,
    /// By date, newest first, then by place in the issue.
    Newest,
}
