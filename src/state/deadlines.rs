//! The deadlines that issues announced: fetched when their page asks for them, and what of them is
//! still to come.

use std::sync::Arc;

use bundle_format::{
    DeadlineEntry, Deadlines, DueDate, IssueEntry, deadlines_file, decode_deadlines,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use newsletter::date::{Date, Timestamp};

use super::archive::{Archive, ArchiveRef};
use super::load::{Load, LoadError};
use crate::platform::clock::{self, Now};
use crate::platform::fetch;

/// The archive's deadlines.
#[derive(Clone)]
pub struct Schedule {
    archive: ArchiveRef,
    deadlines: RwSignal<Load<Arc<Deadlines>>>,
    is_wanted: StoredValue<bool>,
}

/// The day from which deadlines are still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// The reader's own day.
    Today(Now),
    /// The day of the newest issue, as long as the reader's is not known.
    Issue(Date),
}

/// Fetches the deadlines of an archive.
pub async fn fetched(archive: &Archive) -> Result<Deadlines, LoadError> {
    let hash = archive.manifest.deadlines.ok_or(LoadError::Missing)?;
    let bytes = fetch::bytes(&archive.base.file(&deadlines_file(hash))).await?;
    decode_deadlines(&bytes).map_err(LoadError::Format)
}

impl Schedule {
    /// Nothing is fetched yet.
    pub fn new(archive: ArchiveRef, at_hand: Option<Arc<Deadlines>>) -> Self {
        let is_wanted = StoredValue::new(at_hand.is_some());
        let deadlines = RwSignal::new(at_hand.map_or(Load::Loading, Load::Ready));
        Self { archive, deadlines, is_wanted }
    }

    /// The deadlines, fetched if nobody has asked for them yet.
    pub fn deadlines(&self) -> ReadSignal<Load<Arc<Deadlines>>> {
        if !self.is_wanted.get_value() {
            self.is_wanted.set_value(true);
            self.fetch();
        }
        self.deadlines.read_only()
    }

    /// From which day on deadlines are still to come. The reader's day is known only when the page has
    /// been shown, so that it begins as it was rendered for everybody.
    pub fn reference(&self) -> ReadSignal<Reference> {
        let newest = self.archive.manifest.issues.first();
        let reference = RwSignal::new(Reference::Issue(newest.map_or(Date::MIN, IssueEntry::date)));
        Effect::new(move || {
            if let Some(now) = clock::now() {
                reference.set(Reference::Today(now));
            }
        });
        reference.read_only()
    }

    /// Tries again after a failure.
    pub fn retry(&self) {
        self.deadlines.set(Load::Loading);
        self.fetch();
    }

    fn fetch(&self) {
        let (archive, deadlines) = (self.archive.clone(), self.deadlines);
        spawn_local(async move {
            deadlines.set(match fetched(&archive).await {
                Ok(ready) => Load::Ready(Arc::new(ready)),
                Err(error) => Load::Failed(error),
            });
        });
    }
}

impl Reference {
    /// How many days are left until a deadline: negative when it is over, 0 on its last day and on
    /// every day of a range. `None` as long as the reader's day is not known.
    pub fn days_left(self, when: DueDate) -> Option<i64> {
        let Self::Today(now) = self else { return None };
        let today = self.day().days();
        let (first, last) = match when {
            DueDate::Days { first, last } => (i64::from(first), i64::from(last)),
            DueDate::Moment(at) if at < now.seconds => return Some(-1),
            // The day on which it is that time where the reader is.
            DueDate::Moment(at) => {
                let day = Timestamp(at.saturating_add(now.ahead)).date().days();
                (day, day)
            }
        };
        Some(if last < today { last - today } else { (first - today).max(0) })
    }

    /// Whether a deadline is still to come.
    pub fn is_before(self, entry: &DeadlineEntry) -> bool {
        match self.days_left(entry.when) {
            Some(days) => days >= 0,
            None => entry.when.last_day() >= self.day(),
        }
    }

    fn day(self) -> Date {
        match self {
            Self::Today(now) => Timestamp(now.seconds.saturating_add(now.ahead)).date(),
            Self::Issue(date) => date,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2024-07-24T01:00:00Z.
    const MOMENT: i64 = 1_721_782_800;
    const DAY: i32 = 19_928;
    const HOUR: i64 = 3_600;

    fn check(before: i64, ahead: i64, when: DueDate, expect: i64) {
        let reference =
            Reference::Today(Now { seconds: MOMENT - before * HOUR, ahead: ahead * HOUR });
        assert_eq!(reference.days_left(when), Some(expect), "{before} h before, {ahead} h ahead");
    }

    #[test]
    fn whole_days_are_those_of_the_reader() {
        let day = DueDate::Days { first: DAY, last: DAY };
        check(0, 0, day, 0);
        check(0, -7, day, 1);
        check(48, 0, day, 2);
        check(-24, 0, day, -1);
        let range = DueDate::Days { first: DAY - 1, last: DAY + 1 };
        check(0, 0, range, 0);
        check(48, 0, range, 1);
    }

    #[test]
    fn a_moment_is_on_the_day_that_the_reader_has_then_and_over_after_it() {
        check(1, 0, DueDate::Moment(MOMENT), 0);
        check(2, 0, DueDate::Moment(MOMENT), 1);
        check(2, -7, DueDate::Moment(MOMENT), 0);
        check(-1, 0, DueDate::Moment(MOMENT), -1);
    }

    #[test]
    fn without_a_day_of_the_reader_the_newest_issue_decides() {
        let entry = |first| DeadlineEntry {
            name: "Ink".into(),
            when: DueDate::Days { first, last: first },
            is_tentative: false,
            source: bundle_format::DeadlineSource { issue: 0, anchor: String::new() },
            earlier: Vec::new(),
        };
        let reference = Reference::Issue(Date::from_days(i64::from(DAY)));
        assert!(reference.is_before(&entry(DAY)));
        assert!(!reference.is_before(&entry(DAY - 1)));
        assert_eq!(reference.days_left(entry(DAY).when), None);
    }
}
