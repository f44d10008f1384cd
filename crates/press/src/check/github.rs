//! Findings as annotations: GitHub Actions' workflow commands.
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use std::fmt::Write as _;

use newsletter::Severity;

use super::printed;
use crate::finding::Finding;

pub(super) fn print(findings: &[Finding]) -> String {
    let mut text = String::new();
    for finding in findings {
        let command = match finding.severity {
            Severity::Note => "notice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let file = property(&printed(&finding.path));
        let (line, column) = (finding.position.line, finding.position.column);
        let title = property(finding.code);
        let message = data(&format!("{}\n{}", finding.message, finding.hint));
        // Writing into a String cannot fail.
        let _ = writeln!(
            text,
            "::{command} file={file},line={line},col={column},title={title}::{message}"
        );
    }
    text
}

/// As the runner unescapes a command's message.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// As the runner unescapes a command's properties.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
