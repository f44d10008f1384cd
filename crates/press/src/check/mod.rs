//! `press check`: everything that is wrong with an archive, for people, programs and GitHub.

mod baseline;
mod github;
mod json;
mod text;

use std::path::Path;

use newsletter::Severity;
use newsletter::diagnostic::LineNumber;

use crate::archive::Archive;
use crate::finding::{ArchiveCode, Finding};
use crate::outputs::{self, FeedError, PlanError};
use crate::position::Position;

pub use baseline::Baseline;

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Format {
    /// `path:line:column: severity[code]: message`, and a line with what to do.
    #[default]
    Text,
    /// One array of objects.
    Json,
    /// Annotations on a pull request, as GitHub Actions reads them from a job's output.
    Github,
}

/// Every finding about an archive: those about its files, and those that only its output shows.
pub fn findings(archive: &Archive) -> Vec<Finding> {
    let mut findings = archive.findings.clone();
    findings.extend(outputs::plan(archive, None, None).err().map(|error| of_output(&error)));
    Finding::sort(&mut findings);
    findings
}

fn of_output(error: &PlanError) -> Finding {
    match error {
        PlanError::Collision(collision) => {
            let hint = "Give one of them another name or address.";
            let path = collision.culprit().unwrap_or(Path::new("."));
            Finding::new(path, ArchiveCode::OutputTaken, collision.to_string(), hint)
        }
        PlanError::Feed(FeedError { file, place, what }) => {
            let hint = "Correct what the feed takes from there; nothing is built until then.";
            let message = format!("{file} cannot be read by others: {what}");
            let (path, line) = place.clone().unwrap_or((".".into(), LineNumber(1)));
            let position = Position { line, ..Position::START };
            Finding::new(&path, ArchiveCode::FeedInvalid, message, hint).at(position)
        }
    }
}

/// The findings as they are printed; ends with a line feed unless it is empty.
pub fn print(findings: &[Finding], format: Format) -> String {
    match format {
        Format::Text => text::print(findings),
        Format::Json => json::print(findings),
        Format::Github => github::print(findings),
    }
}

/// Whether there is one that is as bad as `deny`, or worse.
pub fn is_denied(findings: &[Finding], deny: Severity) -> bool {
    findings.iter().any(|finding| finding.severity >= deny)
}

/// How much there is of each severity, in words: `1 error, 40 warnings, 12 notes`.
pub fn summary(findings: &[Finding]) -> String {
    let mut summary = String::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let count = findings.iter().filter(|finding| finding.severity == severity).count();
        let separator = if summary.is_empty() { "" } else { ", " };
        summary = summary + separator + &counted(count, &severity.to_string());
    }
    summary
}

/// A number and a noun: `1 issue`, `2 issues`.
pub fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// A path as it is printed, with `/` on every system.
fn printed(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

#[cfg(test)]
mod tests;
