//! What is wrong with a post, where, and what to do about it.

use std::fmt;

/// A line of a post file, counted from 1, front matter included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LineNumber(pub u32);

/// A place in a line, counted from 1 in Unicode scalar values, as editors count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ColumnNumber(pub u32);

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing is lost.
    Note,
    /// The reader sees something that the author did not mean.
    Warning,
    /// The issue has no address, no date or no text of its own.
    Error,
}

/// One finding in one post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The line, from the top of the file.
    pub line: LineNumber,
    /// The column in that line.
    pub column: ColumnNumber,
    /// Which rule it is.
    pub code: Code,
    /// What is wrong, in one sentence that names the offending text.
    pub message: String,
    /// What to do about it, in one sentence.
    pub hint: String,
}

impl Diagnostic {
    /// How bad it is: a property of the rule, so that a code always means the same.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

impl fmt::Display for LineNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Display for ColumnNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// The rules, each with the word it is known by in output, documentation and baselines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Code {
    /// No front matter at all.
    FrontMatterMissing,
    /// Front matter that its format's parser refuses; its lines are read one by one instead.
    FrontMatterInvalid,
    /// No title.
    TitleMissing,
    /// No date; the file name's is taken.
    DateMissing,
    /// A date that does not exist; Jekyll's reading of it is taken.
    DateImpossible,
    /// No date in the file name either; 1970-01-01 stands in for it.
    DateUnknown,
    /// A permalink with a token that Masthead does not know; the archive's pattern is taken.
    PermalinkInvalid,
    /// A slug that disagrees with the file name.
    SlugMismatch,
    /// A heading that belongs to no family.
    SectionUnmapped,
    /// A section with a heading and nothing in it.
    SectionEmpty,
    /// A heading without text.
    HeadingEmpty,
    /// `#word`: without the space, text and not a heading.
    HeadingWithoutSpace,
    /// A link to nowhere.
    LinkEmpty,
    /// A link without a scheme, such as `github.com/x`, which becomes a path on this site.
    LinkWithoutScheme,
    /// A link whose scheme is not allowed; it is shown as text.
    LinkForbidden,
    /// An image without a description.
    ImageWithoutAlt,
    /// HTML that is shown as text.
    HtmlShownAsText,
    /// A back-tick without its partner.
    CodeUnclosed,
    /// Bytes that are not UTF-8.
    EncodingInvalid,
    /// A deadline line, or a part of one, without a day and month that can be read.
    DeadlineUnread,
}

impl Code {
    /// The word: `section-unmapped`.
    pub fn as_str(self) -> &'static str {
        self.row().0
    }

    fn severity(self) -> Severity {
        self.row().1
    }

    fn row(self) -> (&'static str, Severity) {
        use Severity::{Error, Note, Warning};
        match self {
            Self::FrontMatterMissing => ("front-matter-missing", Error),
            Self::FrontMatterInvalid => ("front-matter-invalid", Error),
            Self::TitleMissing => ("title-missing", Warning),
            Self::DateMissing => ("date-missing", Warning),
            Self::DateImpossible => ("date-impossible", Warning),
            Self::DateUnknown => ("date-unknown", Error),
            Self::PermalinkInvalid => ("permalink-invalid", Warning),
            Self::SlugMismatch => ("slug-mismatch", Warning),
            Self::SectionUnmapped => ("section-unmapped", Note),
            Self::SectionEmpty => ("section-empty", Warning),
            Self::HeadingEmpty => ("heading-empty", Warning),
            Self::HeadingWithoutSpace => ("heading-without-space", Warning),
            Self::LinkEmpty => ("link-empty", Warning),
            Self::LinkWithoutScheme => ("link-without-scheme", Warning),
            Self::LinkForbidden => ("link-forbidden", Warning),
            Self::ImageWithoutAlt => ("image-without-alt", Note),
            Self::HtmlShownAsText => ("html-shown-as-text", Warning),
            Self::CodeUnclosed => ("code-unclosed", Warning),
            Self::EncodingInvalid => ("encoding-invalid", Error),
            Self::DeadlineUnread => ("deadline-unread", Note),
        }
    }
}
