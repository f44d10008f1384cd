//! From byte offsets in the body to lines and columns of the file.

use crate::Diagnostic;
use crate::diagnostic::{ColumnNumber, LineNumber};
use crate::html::Finding;

/// Where the lines of a body begin.
pub(super) struct Places<'body> {
    body: &'body str,
    first_line: LineNumber,
    /// The offset after each line feed.
    line_starts: Vec<usize>,
}

impl<'body> Places<'body> {
    pub(super) fn new(body: &'body str, first_line: LineNumber) -> Self {
        let line_starts = body.match_indices('\n').map(|(at, _)| at + 1).collect();
        Self { body, first_line, line_starts }
    }

    pub(super) fn line(&self, at: usize) -> LineNumber {
        self.number(self.line_starts.partition_point(|start| *start <= at))
    }

    fn number(&self, lines_before: usize) -> LineNumber {
        LineNumber(
            self.first_line.0.saturating_add(u32::try_from(lines_before).unwrap_or(u32::MAX)),
        )
    }

    /// The findings with their lines and columns, by place. One walk through the body, so that many
    /// findings in a huge line stay cheap.
    pub(super) fn diagnostics(&self, mut findings: Vec<Finding>) -> Vec<Diagnostic> {
        findings.sort_by_key(|finding| finding.at);
        let (mut lines, mut column, mut walked) = (0, 1, 0);
        let place = |finding: Finding| {
            for character in self.body.get(walked..finding.at).unwrap_or_default().chars() {
                if character == '\n' {
                    lines += 1;
                    column = 1;
                } else {
                    column += 1;
                }
            }
            walked = finding.at;
            Diagnostic {
                line: self.number(lines),
                column: ColumnNumber(column),
                code: finding.code,
                message: finding.message,
                hint: finding.hint,
            }
        };
        findings.into_iter().map(place).collect()
    }
}
