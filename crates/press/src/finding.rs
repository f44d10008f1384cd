//! What is wrong with an archive: the parser's diagnostics with their file, and what only a whole
//! archive shows.

use std::path::{Path, PathBuf};

use newsletter::{Diagnostic, Severity};

use crate::position::Position;

/// One finding in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file, as it was reached from the working folder.
    pub path: PathBuf,
    /// Where in the file.
    pub position: Position,
    /// How bad it is.
    pub severity: Severity,
    /// The word of the rule: one of [`newsletter::Code`]'s, or of [`ArchiveCode`]'s.
    pub code: &'static str,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it, in one sentence.
    pub hint: String,
}

/// The rules that concern an archive and not the text of one post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArchiveCode {
    /// A file that is there and cannot be read; it is left out.
    FileUnreadable,
    /// Two posts or pages with one address; the second is left out.
    AddressTaken,
    /// An address that no static host can serve; the post is left out.
    AddressUnusable,
    /// A post that says that it is not finished; it is left out.
    Draft,
    /// A Markdown file beside posts that is not a post, such as a README.
    NotAPost,
    /// A key of `_config.yml` that has no meaning here.
    ConfigKeyIgnored,
    /// Two files of the output with one name.
    OutputTaken,
    /// A feed that no reader would take.
    FeedInvalid,
}

impl ArchiveCode {
    /// The word, and how bad it is.
    fn row(self) -> (&'static str, Severity) {
        match self {
            Self::FileUnreadable => ("file-unreadable", Severity::Error),
            Self::AddressTaken => ("address-taken", Severity::Error),
            Self::AddressUnusable => ("address-unusable", Severity::Error),
            Self::Draft => ("draft", Severity::Note),
            Self::NotAPost => ("not-a-post", Severity::Note),
            Self::ConfigKeyIgnored => ("config-key-ignored", Severity::Note),
            Self::OutputTaken => ("output-taken", Severity::Error),
            Self::FeedInvalid => ("feed-invalid", Severity::Error),
        }
    }
}

impl Finding {
    /// A finding of `press` itself about the whole of a file.
    pub fn new(path: &Path, code: ArchiveCode, message: String, hint: &str) -> Self {
        let (code, severity) = code.row();
        Self {
            path: path.to_owned(),
            position: Position::START,
            severity,
            code,
            message,
            hint: hint.to_owned(),
        }
    }

    /// The same at a place in the file.
    #[must_use]
    pub fn at(self, position: Position) -> Self {
        Self { position, ..self }
    }

    /// What the parser says about a post.
    pub fn from_diagnostic(path: &Path, diagnostic: Diagnostic) -> Self {
        Self {
            path: path.to_owned(),
            position: Position { line: diagnostic.line, column: diagnostic.column },
            severity: diagnostic.severity(),
            code: diagnostic.code.as_str(),
            message: diagnostic.message,
            hint: diagnostic.hint,
        }
    }

    /// The order in which findings are shown: by file, place and rule.
    pub fn sort(findings: &mut [Self]) {
        findings.sort_by(|one, other| {
            (&one.path, one.position, one.code, &one.message).cmp(&(
                &other.path,
                other.position,
                other.code,
                &other.message,
            ))
        });
    }
}

#[cfg(test)]
mod tests {
    use newsletter::Code;
    use newsletter::diagnostic::{ColumnNumber, LineNumber};

    use super::*;

    const ARCHIVE_CODES: [ArchiveCode; 8] = [
        ArchiveCode::FileUnreadable,
        ArchiveCode::AddressTaken,
        ArchiveCode::AddressUnusable,
        ArchiveCode::Draft,
        ArchiveCode::NotAPost,
        ArchiveCode::ConfigKeyIgnored,
        ArchiveCode::OutputTaken,
        ArchiveCode::FeedInvalid,
    ];

    const POST_CODES: [Code; 20] = [
        Code::FrontMatterMissing,
        Code::FrontMatterInvalid,
        Code::TitleMissing,
        Code::DateMissing,
        Code::DateImpossible,
        Code::DateUnknown,
        Code::PermalinkInvalid,
        Code::SlugMismatch,
        Code::SectionUnmapped,
        Code::SectionEmpty,
        Code::HeadingEmpty,
        Code::HeadingWithoutSpace,
        Code::LinkEmpty,
        Code::LinkWithoutScheme,
        Code::LinkForbidden,
        Code::ImageWithoutAlt,
        Code::HtmlShownAsText,
        Code::CodeUnclosed,
        Code::EncodingInvalid,
        Code::DeadlineUnread,
    ];

    fn of_post(code: Code) -> Finding {
        let (line, column) = (LineNumber(1), ColumnNumber(1));
        let (message, hint) = (String::new(), String::new());
        Finding::from_diagnostic(
            Path::new("a.md"),
            Diagnostic { line, column, code, message, hint },
        )
    }

    #[test]
    fn the_documentation_has_every_rule_with_its_severity_and_no_other() {
        let document = include_str!("../../../docs/checking.md");
        let (_, table) = document.split_once("| code | severity |").unwrap();
        let mut documented: Vec<&str> = table
            .lines()
            .filter(|line| line.starts_with("| `"))
            .map(|row| row.rsplit_once(" | ").unwrap().0)
            .collect();
        let archives =
            ARCHIVE_CODES.map(|code| Finding::new(Path::new("a"), code, String::new(), ""));
        let mut known: Vec<String> = archives
            .into_iter()
            .chain(POST_CODES.map(of_post))
            .map(|finding| format!("| `{}` | {}", finding.code, finding.severity))
            .collect();
        documented.sort_unstable();
        known.sort();
        assert_eq!(documented, known);
    }
}
