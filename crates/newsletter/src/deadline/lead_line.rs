//! A line that begins with lead words: "Next Deadline: Docs complete July 6, Code Freeze July 9".

use super::mention::{WrittenDate, dates};
use super::name::{Cut, cut};
use super::tokens::tokens;
use super::{Announcement, Place, When};
use crate::date::Date;

/// Words by which a post takes a date back.
const TENTATIVE: [&str; 4] = ["planned", "postponed", "tentative", "tentatively"];

/// The days from the first of a week to its last.
const REST_OF_WEEK: i64 = 6;

/// A lead line, or a part of one, that gives no deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unread {
    /// No month with a day, in the whole line or in a part of it.
    Undated(String),
    /// A date that the calendar does not have, or a year far from the issue's.
    Impossible(String),
    /// A date and nothing that is due then.
    Unnamed(String),
}

impl Unread {
    /// For the diagnostic.
    pub(super) fn message(&self) -> String {
        match self {
            Self::Undated(text) if text.is_empty() => "This deadline line is empty.".to_owned(),
            Self::Undated(text) => format!("The deadline \"{text}\" has no day and month."),
            Self::Impossible(text) => {
                format!("The deadline's date \"{text}\" does not exist, or not near this issue.")
            }
            Self::Unnamed(text) => format!("The deadline \"{text}\" does not say what is due."),
        }
    }
}

/// What follows the lead words and their colon; `None` if the line does not begin with them.
pub(super) fn after_lead<'text>(text: &'text str, leads: &[String]) -> Option<&'text str> {
    let mut rest = after_one_lead(text, leads)?;
    // Lead words that were pasted twice are one lead.
    while let Some(shorter) = after_one_lead(rest, leads) {
        rest = shorter;
    }
    Some(rest.trim())
}

fn after_one_lead<'text>(text: &'text str, leads: &[String]) -> Option<&'text str> {
    let text = text.trim_start();
    leads.iter().find_map(|lead| {
        let (start, rest) = text.split_at_checked(lead.len())?;
        let is_lead = !lead.is_empty() && start.to_lowercase() == lead.to_lowercase();
        let rest = rest.trim_start();
        let marks = [":", "-", "\u{2013}", "\u{2014}", "is "];
        marks.iter().find_map(|mark| rest.strip_prefix(mark)).filter(|_| is_lead)
    })
}

/// The deadlines in what follows the lead words, and what cannot be read in it.
pub(super) fn announcements(
    text: &str,
    place: &Place,
    published: Date,
) -> (Vec<Announcement>, impl Iterator<Item = Unread>) {
    let dates = dates(&tokens(text), published);
    let mut unread = Vec::new();
    let cuts = cuts(text, &dates);
    let is_date_first = cuts.first().is_some_and(|cut| cut.name.is_empty());
    let mut announcements: Vec<Announcement> = Vec::new();
    if dates.is_empty() {
        unread.push(Unread::Undated(text.to_owned()));
    }
    for (number, date) in dates.iter().enumerate() {
        let written = text.get(date.start..date.end).unwrap_or_default();
        let Some(when) = date.when else {
            unread.push(Unread::Impossible(written.to_owned()));
            continue;
        };
        let cut = cuts.get(number + usize::from(is_date_first)).cloned().unwrap_or_default();
        unread.extend(cut.undated.map(Unread::Undated));
        let last = announcements.last();
        let name = match last {
            // "24 July, 23 July": another day of the same, or the same moment in another zone.
            Some(last) if cut.name.is_empty() => last.name.clone(),
            _ => cut.name,
        };
        if name.is_empty() {
            unread.push(Unread::Unnamed(written.to_owned()));
            continue;
        }
        let end = dates.get(number + 1).map_or(text.len(), |next| next.start);
        let announcement = Announcement {
            name,
            when: if cut.is_week { week_from(when) } else { when },
            is_tentative: is_tentative(text.get(date.end..end).unwrap_or_default()),
            is_lead: true,
            place: place.clone(),
        };
        if last.is_none_or(|last| !is_same(last, &announcement)) {
            announcements.push(announcement);
        }
    }
    (announcements, unread.into_iter())
}

/// The text before each date, and after the last one.
fn cuts(text: &str, dates: &[WrittenDate]) -> Vec<Cut> {
    let starts = std::iter::once(0).chain(dates.iter().map(|date| date.end));
    let ends = dates.iter().map(|date| date.start).chain(std::iter::once(text.len()));
    starts.zip(ends).map(|(start, end)| cut(text.get(start..end).unwrap_or_default())).collect()
}

fn week_from(when: When) -> When {
    match when {
        When::Days { first, last } if first == last => {
            When::Days { first, last: Date::from_days(first.days() + REST_OF_WEEK) }
        }
        when => when,
    }
}

fn is_tentative(tail: &str) -> bool {
    tokens(tail).iter().any(|token| TENTATIVE.contains(&token.word.as_str()))
}

/// Whether two announcements of one line are one, written for two zones.
fn is_same(one: &Announcement, other: &Announcement) -> bool {
    let moment = |when| match when {
        When::Moment { at, .. } => Some(at),
        When::Days { .. } => None,
    };
    one.name == other.name && moment(one.when).is_some_and(|at| moment(other.when) == Some(at))
}
