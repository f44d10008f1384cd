//! The deadlines: what their page shows, in a file of its own, since no other page needs them.

use newsletter::date::{Date, Timestamp};
use serde::{Deserialize, Serialize};

/// All deadlines of an archive.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Deadlines {
    /// By day.
    pub deadlines: Vec<DeadlineEntry>,
}

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineEntry {
    /// What is due, as plain text.
    pub name: String,
    /// When.
    pub when: DueDate,
    /// Whether the newest issue that names it says that the date does not stand.
    pub is_tentative: bool,
    /// The newest issue that names it.
    pub source: DeadlineSource,
    /// What older issues said where the date has been changed since, oldest first.
    pub earlier: Vec<EarlierDate>,
}

/// Where an issue names a deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineSource {
    /// The issue's place in [`crate::Manifest::issues`].
    pub issue: u32,
    /// The fragment of the item.
    pub anchor: String,
}

/// A date that no longer holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierDate {
    /// When it would have been.
    pub when: DueDate,
    /// The last issue that said so.
    pub source: DeadlineSource,
}

/// See `newsletter::deadline::When`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DueDate {
    /// Whole days.
    Days {
        /// The first, in days since 1970-01-01.
        first: i32,
        /// The last; equal to `first` for one day.
        last: i32,
    },
    /// Seconds since 1970-01-01T00:00:00Z.
    Moment(i64),
}

impl DueDate {
    /// The first day; a moment's in UTC.
    pub fn first_day(self) -> Date {
        match self {
            Self::Days { first, .. } => Date::from_days(i64::from(first)),
            Self::Moment(at) => Timestamp(at).date(),
        }
    }

    /// The last day; a moment's in UTC.
    pub fn last_day(self) -> Date {
        match self {
            Self::Days { last, .. } => Date::from_days(i64::from(last)),
            Self::Moment(at) => Timestamp(at).date(),
        }
    }
}
