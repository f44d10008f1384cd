//! Deadlines: dates that an issue announces, and what becomes of them from issue to issue.
//!
//! Three shapes are read in the sections of the configured families: a line that begins with lead
//! words ("Next Deadline: Code Freeze, March 9th"), a line that is a name and a date ("Code Freeze:
//! March 9th"), and a sentence that says when something is due ("Code Freeze is March 9th."). A lead
//! line must give a date, or it is a finding; the other two are taken if they are plain, else they
//! are text.

mod calendar;
mod clock;
mod history;
mod kind;
mod lead_line;
mod mention;
mod name;
mod sentence;
#[cfg(test)]
mod tests;
mod tokens;

pub use history::{Deadline, IssueAnnouncements, Mention, of_issues};
pub use kind::{Kind, Kinds};

use crate::anchor::Anchor;
use crate::date::{Date, Timestamp};
use crate::diagnostic::{Code, ColumnNumber, Diagnostic, LineNumber};
use crate::issue::{Issue, Item, Section};
use crate::rules::Rules;

/// Where an archive's deadlines stand and how they are told apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeadlineRules {
    /// Ids of the section families that are read; with none, there are no deadlines.
    pub families: Vec<String>,
    /// The words before the colon of a lead line, such as "Next Deadline"; compared without case.
    pub leads: Vec<String>,
    /// Words of which a sentence's subject or verb has one, such as "freeze"; compared without case.
    pub words: Vec<String>,
    /// Kinds of deadlines that posts call by several names.
    pub kinds: Kinds,
}

/// One date that one issue announces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// What is due, as plain text; never empty.
    pub name: String,
    /// When.
    pub when: When,
    /// Whether the post says that the date is planned, tentative or put off without a new one.
    pub is_tentative: bool,
    /// Whether it stands in a lead line.
    pub is_lead: bool,
    /// The item that it stands in.
    pub place: Place,
}

/// An item of an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The item's fragment in its issue's address.
    pub anchor: Anchor,
    /// Where the item begins in the post, front matter included.
    pub line: LineNumber,
}

/// When a deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum When {
    /// Whole days, of no zone.
    Days {
        /// The first.
        first: Date,
        /// The last; equal to `first` for one day, never before it.
        last: Date,
    },
    /// A moment, from a day, a time and a zone.
    Moment {
        /// In UTC.
        at: Timestamp,
        /// The day as the post writes it, in the post's zone.
        day: Date,
    },
}

impl When {
    /// One whole day.
    pub fn day(day: Date) -> Self {
        Self::Days { first: day, last: day }
    }

    /// The day on which it begins, as the post writes it.
    pub fn first_day(self) -> Date {
        match self {
            Self::Days { first, .. } => first,
            Self::Moment { day, .. } => day,
        }
    }

    /// The day after which it is over, as the post writes it.
    pub fn last_day(self) -> Date {
        match self {
            Self::Days { last, .. } => last,
            Self::Moment { day, .. } => day,
        }
    }
}

/// What was read of one issue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Announced {
    /// In document order.
    pub announcements: Vec<Announcement>,
    /// Lead lines, or parts of them, that give no date.
    pub diagnostics: Vec<Diagnostic>,
}

/// The deadlines of an issue that was published on the day `published`, which decides the years.
pub fn announced(
    issue: &Issue,
    published: Date,
    rules: &Rules,
    deadlines: &DeadlineRules,
) -> Announced {
    let mut announced = Announced::default();
    let is_read = |section: &&Section| {
        let mut families = section.families.iter().filter_map(|place| rules.families.get(*place));
        families.any(|family| deadlines.families.contains(&family.id))
    };
    for item in issue.sections.iter().filter(is_read).flat_map(Section::items) {
        read(item, published, deadlines, &mut announced);
    }
    announced
}

fn read(item: &Item, published: Date, rules: &DeadlineRules, announced: &mut Announced) {
    let place = Place { anchor: item.anchor.clone(), line: item.line };
    for text in item.text.lines() {
        let Some(rest) = lead_line::after_lead(text, &rules.leads) else {
            let found = sentence::announcements(text, &place, published, &rules.words);
            announced.announcements.extend(found);
            continue;
        };
        let (found, unread) = lead_line::announcements(rest, &place, published);
        announced.announcements.extend(found);
        announced.diagnostics.extend(unread.map(|unread| Diagnostic {
            line: item.line,
            column: ColumnNumber(1),
            code: Code::DeadlineUnread,
            message: unread.message(),
            hint: "Write what is due and a date, such as \"Code Freeze, March 9th\".".to_owned(),
        }));
    }
}
