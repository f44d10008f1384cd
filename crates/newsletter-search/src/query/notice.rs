//! What is odd about a query, for the box to point at. Nothing of it is an error.

use std::ops::Range;

use super::Operator;

/// An oddity and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Bytes of the query.
    pub span: Range<usize>,
    /// What it is.
    pub oddity: Oddity,
}

/// What may be odd.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddity {
    /// A quotation mark has no partner; the phrase goes on to the end.
    UnclosedQuote,
    /// The operator has no value yet and is left out.
    NoValue(Operator),
    /// The value is none of this operator, so it is looked for as text.
    UnknownValue(Operator),
    /// No section of the archive is called this.
    UnknownSection,
    /// Only the first words are looked for.
    TooLong,
}

impl Oddity {
    /// What to say of it, and what to do: one or two sentences.
    pub fn message(self) -> String {
        match self {
            Self::UnclosedQuote => {
                "The quotation mark is not closed; the phrase goes on to the end.".to_owned()
            }
            Self::NoValue(operator) => {
                ["Something follows here, as in ", operator.entry().example, "."].concat()
            }
            Self::UnknownValue(operator) => [
                "This is looked for as text. The operator is written as in ",
                operator.entry().example,
                ".",
            ]
            .concat(),
            Self::UnknownSection => "No section is called this.".to_owned(),
            Self::TooLong => "Only the first words of this are looked for.".to_owned(),
        }
    }
}
