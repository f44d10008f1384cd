//! Search in a newsletter's items, for any static archive: identifiers exactly, words in any of their
//! forms, and what is mistyped.
//!
//! [`build`] makes an index of an archive's issues: a small root and many parts, all of them files.
//! Whoever searches opens the root, asks, fetches the parts that the answer lacks, supplies them and
//! asks again:
//!
//! ```
//! # use newsletter_search::{Index, Request, Source, build};
//! # let families = newsletter::family::Families::default();
//! # let source = Source { issues: vec![], families: &families, patterns: &[] };
//! # let built = build(&source)?;
//! # let fetch = |id| built.parts.iter().find(|(part, _)| *part == id).map(|(_, bytes)| bytes.clone());
//! let mut index = Index::open(&built.root)?;
//! let request = Request { query: "sidecar containers".to_owned(), limit: 10, ..Request::default() };
//! let mut outcome = index.search(&request);
//! while !outcome.needed.is_empty() {
//!     for part in outcome.needed {
//!         index.supply(part, fetch(part).ok_or("a part is missing")?)?;
//!     }
//!     outcome = index.search(&request);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Nothing here fetches, reads files, or knows a clock or a browser. No text fails as a query, and no
//! bytes do worse as an index than to be refused with a [`FormatError`].

mod analysis;
mod answer;
mod index;
mod part;
pub mod query;
pub mod rank;
mod request;
mod search;

pub use analysis::{Shape, Token, fold, tokens};
pub use answer::{Answer, Content, Hit, Match, Outcome};
pub use index::{
    BuildId, Built, Family, FormatError, Index, MAGIC, Source, SourceIssue, VERSION, build,
};
pub use part::{PartId, ROOT_FILE, pack_file};
pub use request::{Request, Sort};
