//! What every flavour's reader gives: keys and values in order, and where they stand.

use crate::diagnostic::{ColumnNumber, LineNumber};
use crate::{Code, Diagnostic};

/// One key with its value. Keys of nested tables are joined: `taxonomies.categories`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) value: Value,
    /// Where the value begins.
    pub(super) place: Place,
}

/// A value as text: numbers, dates and versions such as `1.30` stay as they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// One value; empty for a key without one.
    Text(String),
    /// A list, with lists and tables in it made flat.
    List(Vec<String>),
}

/// Why a library refuses a head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) message: String,
    pub(super) place: Place,
}

/// A place in a head, or in a post once it is moved there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: LineNumber,
    pub(super) column: ColumnNumber,
}

/// How deep lists and tables may be nested. Front matter needs two levels; without a limit a short
/// post could ask for a great deal of memory, since every entry holds its whole path.
pub(super) const MAX_DEPTH: usize = 16;

impl Refusal {
    /// For a head that exceeds [`MAX_DEPTH`].
    pub(super) fn too_deep(place: Place) -> Self {
        Self { message: format!("nested more than {MAX_DEPTH} levels deep"), place }
    }

    /// The finding, in a post whose head begins on `head_line`.
    pub(super) fn into_diagnostic(self, head_line: LineNumber) -> Diagnostic {
        self.place.in_post(head_line).diagnostic(
            Code::FrontMatterInvalid,
            format!("The front matter cannot be read: {}.", self.message),
            "Put values with a colon, a quotation mark or a bracket into quotes; \
             until then each line is read by itself."
                .to_owned(),
        )
    }
}

impl Value {
    /// The value in one line.
    pub(super) fn to_text(&self) -> String {
        match self {
            Self::Text(text) => text.trim().to_owned(),
            Self::List(values) => values.join(", "),
        }
    }

    /// The values of a list, or the one value.
    pub(super) fn into_texts(self) -> Vec<String> {
        match self {
            Self::Text(text) => vec![text],
            Self::List(values) => values,
        }
    }
}

impl Place {
    /// The first character.
    pub(super) const START: Self = Self { line: LineNumber(1), column: ColumnNumber(1) };

    /// The place behind `text`, which begins here.
    pub(super) fn after(self, text: &str) -> Self {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let line_feeds = count(text.matches('\n').count());
        let columns = count(text.chars().rev().take_while(|char| *char != '\n').count());
        let column = if line_feeds == 0 { self.column.0 } else { 1 };
        Self {
            line: LineNumber(self.line.0.saturating_add(line_feeds)),
            column: ColumnNumber(column.saturating_add(columns)),
        }
    }

    /// The same place in a post whose head begins on `head_line`.
    pub(super) fn in_post(self, head_line: LineNumber) -> Self {
        Self { line: LineNumber(self.line.0.saturating_add(head_line.0 - 1)), ..self }
    }

    /// A diagnostic for what stands here.
    pub(super) fn diagnostic(self, code: Code, message: String, hint: String) -> Diagnostic {
        Diagnostic { line: self.line, column: self.column, code, message, hint }
    }
}
