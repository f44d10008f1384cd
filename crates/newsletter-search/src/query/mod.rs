//! The query language: what a reader types, as clauses. It never fails: what is not understood is
//! looked for as it stands.

mod notice;
mod operators;
mod parse;
mod period;
mod print;
#[cfg(test)]
mod tests;

use std::ops::Range;

use newsletter::date::Date;

pub use notice::{Notice, Oddity};
pub use operators::{OPERATORS, Operator, OperatorEntry};
pub use parse::parse;
pub use period::first_day;

/// What is looked for: an item fits if all clauses do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// In the order of the text.
    pub clauses: Vec<Clause>,
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// What an item has to have.
    pub matter: Matter,
    /// Whether it must not have it.
    pub is_excluded: bool,
    /// The bytes of the query that say so.
    pub span: Range<usize>,
}

/// What a clause is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// Text without white space, as typed; its words may stand anywhere.
    Word(String),
    /// Words that stand side by side.
    Phrase(String),
    /// A section family's id or name, or words of a heading.
    Section(String),
    /// The digits of a KEP's number.
    Kep(String),
    /// The digits of a pull request's or issue's number, or `owner/repository#number`.
    Pr(String),
    /// A person's name, or handle without `@`.
    Author(String),
    /// The UTC year of the issue, 1 to 9999.
    Year(i32),
    /// The issue is older than this day.
    Before(Date),
    /// The issue is of this day or newer.
    After(Date),
    /// The section is one that makes headlines.
    Featured,
}
