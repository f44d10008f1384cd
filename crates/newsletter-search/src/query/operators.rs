//! The one table of what has a meaning in a query: the parser, `docs/query-language.md` and the help
//! in the app are made from it.

/// What has a meaning in a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `"…"`
    Phrase,
    /// `-…`
    Exclude,
    /// `section:…`
    Section,
    /// `kep:…`
    Kep,
    /// `pr:…`
    Pr,
    /// `author:…`
    Author,
    /// `year:…`
    Year,
    /// `before:…`
    Before,
    /// `after:…`
    After,
    /// `is:featured`
    Is,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OperatorEntry {
    /// What the row is about.
    pub operator: Operator,
    /// What stands before the colon; `None` for what is written with other signs.
    pub name: Option<&'static str>,
    /// A use of it.
    pub example: &'static str,
    /// What it does, in one sentence.
    pub help: &'static str,
}

/// In the order in which help lists them.
pub const OPERATORS: [OperatorEntry; 10] = [
    row(
        Operator::Phrase,
        None,
        "\"sidecar containers\"",
        "Words in quotation marks stand side by side in this order and form.",
    ),
    row(
        Operator::Exclude,
        None,
        "scheduler -windows",
        "A minus before a word, a phrase or an operator leaves out what has it.",
    ),
    row(
        Operator::Section,
        Some("section"),
        "section:deprecated",
        "The section has this id, name or word in its heading; several sections are alternatives.",
    ),
    row(Operator::Kep, Some("kep"), "kep:4009", "The item mentions this KEP or links to it."),
    row(
        Operator::Pr,
        Some("pr"),
        "pr:119157",
        "The item mentions this pull request or issue, or links to it.",
    ),
    row(
        Operator::Author,
        Some("author"),
        "author:\"Jane Doe\"",
        "The item names this person, has this handle, or links to this profile.",
    ),
    row(Operator::Year, Some("year"), "year:2023", "The issue is of this year."),
    row(
        Operator::Before,
        Some("before"),
        "before:2023-05",
        "The issue is older than the first day of this year, month or day.",
    ),
    row(
        Operator::After,
        Some("after"),
        "after:2023-05-01",
        "The issue is of the first day of this year, month or day, or newer.",
    ),
    row(
        Operator::Is,
        Some("is"),
        "is:featured",
        "The section is one that an issue is known for, such as featured pull requests.",
    ),
];

const fn row(
    operator: Operator,
    name: Option<&'static str>,
    example: &'static str,
    help: &'static str,
) -> OperatorEntry {
    OperatorEntry { operator, name, example, help }
}

impl Operator {
    /// The operator that is written with this name, in any case.
    pub(super) fn named(name: &str) -> Option<Self> {
        let is_named = |entry: &&OperatorEntry| {
            entry.name.is_some_and(|known| known.eq_ignore_ascii_case(name))
        };
        OPERATORS.iter().find(is_named).map(|entry| entry.operator)
    }

    /// Its row of the table.
    pub fn entry(self) -> OperatorEntry {
        let [first, ..] = OPERATORS;
        OPERATORS.into_iter().find(|entry| entry.operator == self).unwrap_or(first)
    }
}
