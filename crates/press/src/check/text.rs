//! Findings for people, and for editors that jump to `path:line:column`.

use std::fmt::Write as _;

use super::printed;
use crate::finding::Finding;

pub(super) fn print(findings: &[Finding]) -> String {
    let mut text = String::new();
    for finding in findings {
        // Writing into a String cannot fail.
        let _ = writeln!(text, "{}\n    {}", line(finding), one_line(&finding.hint));
    }
    text
}

/// `path:line:column: severity[code]: message`
pub(super) fn line(finding: &Finding) -> String {
    let Finding { path, position, severity, code, message, .. } = finding;
    format!("{}:{position}: {severity}[{code}]: {}", printed(path), one_line(message))
}

/// A post may hold anything, and a message quotes it: neither a line feed nor a terminal's control
/// characters get through.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
