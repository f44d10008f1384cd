//! Places in text files, counted as editors and [`newsletter::Diagnostic`]s count them.

use std::fmt;

use newsletter::diagnostic::{ColumnNumber, LineNumber};

/// A line, and a column in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// From the top of the file, from 1.
    pub line: LineNumber,
    /// In Unicode scalar values, from 1.
    pub column: ColumnNumber,
}

impl Position {
    /// The beginning of a file, for what concerns the whole of it.
    pub const START: Self = Self { line: LineNumber(1), column: ColumnNumber(1) };

    /// The place of the byte at `offset` in `text`; its end if the text is shorter.
    pub fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..text.floor_char_boundary(offset)).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.chars().count()
            - before.get(..line_start).map_or(0, |above| above.chars().count());
        Self {
            line: LineNumber(number(before.matches('\n').count())),
            column: ColumnNumber(number(column)),
        }
    }
}

/// Counts from 1; a file of more than 4 billion lines stops counting.
fn number(from_zero: usize) -> u32 {
    u32::try_from(from_zero).unwrap_or(u32::MAX).saturating_add(1)
}

impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let place = |offset| Position::of("é = 1\r\nb = 2", offset).to_string();
        assert_eq!(place(0), "1:1");
        assert_eq!(place(3), "1:3");
        assert_eq!(place(8), "2:1");
        assert_eq!(place(99), "2:6");
    }
}
