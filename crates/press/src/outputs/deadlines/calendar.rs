//! The calendar to subscribe to: RFC 5545, one event for each deadline.

use std::fmt::Write as _;

use newsletter::date::{Date, Timestamp};
use newsletter::deadline::{Deadline, When};

use super::content_line::{push, text};
use super::moved_from;
use crate::archive::Archive;
use crate::outputs::Addresses;

/// The whole file.
pub(super) fn print(archive: &Archive) -> String {
    let mut calendar = String::new();
    let name = text(&format!("{} deadlines", archive.manifest.short_title));
    for (property, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Masthead//Deadlines//EN"),
        ("CALSCALE", "GREGORIAN"),
        // RFC 7986, and what calendars read before it.
        ("NAME", &name),
        ("X-WR-CALNAME", &name),
        ("REFRESH-INTERVAL;VALUE=DURATION", "P1D"),
    ] {
        push(property, value, &mut calendar);
    }
    let domain = domain(archive);
    for deadline in &archive.deadlines {
        push_event(archive, deadline, &domain, &mut calendar);
    }
    push("END", "VCALENDAR", &mut calendar);
    calendar
}

fn push_event(archive: &Archive, deadline: &Deadline, domain: &str, calendar: &mut String) {
    // A deadline has been mentioned in an issue; that is where it comes from.
    let Some((mention, post)) = deadline
        .mentions
        .last()
        .and_then(|mention| Some((mention, archive.posts.get(mention.issue)?)))
    else {
        return;
    };
    let mut push = |property: &str, value: &str| push(property, value, calendar);
    push("BEGIN", "VEVENT");
    push("UID", &format!("{}@{domain}", deadline.id));
    push("SEQUENCE", &deadline.sequence.to_string());
    push("DTSTAMP", &moment(Timestamp(post.entry.published)));
    match deadline.when {
        When::Days { first, last } => {
            push("DTSTART;VALUE=DATE", &day(first));
            if last > first {
                // The end is the day after.
                push("DTEND;VALUE=DATE", &day(Date::from_days(last.days() + 1)));
            }
        }
        When::Moment { at, .. } => push("DTSTART", &moment(at)),
    }
    push("SUMMARY", &text(&deadline.name));
    push("DESCRIPTION", &text(&description(archive, deadline, &post.entry.title)));
    if let Some(addresses) = Addresses::public(archive) {
        let anchor = mention.place.anchor.as_str();
        push("URL", &addresses.of_place(&post.entry.path, anchor));
    }
    push("STATUS", if deadline.is_tentative { "TENTATIVE" } else { "CONFIRMED" });
    push("TRANSP", "TRANSPARENT");
    push("END", "VEVENT");
}

/// Where it comes from, and which dates it had.
fn description(archive: &Archive, deadline: &Deadline, title: &str) -> String {
    let mut description = format!("From the issue \u{201c}{title}\u{201d}.");
    for mention in moved_from(deadline) {
        let Some(post) = archive.posts.get(mention.issue) else {
            continue;
        };
        let was = match mention.when {
            When::Days { first, last } if first == last => first.to_string(),
            When::Days { first, last } => format!("{first} to {last}"),
            When::Moment { at, .. } => at.to_string(),
        };
        // Writing into a String cannot fail.
        let _ = write!(description, "\nIt was {was} in the issue of {}.", post.entry.date());
    }
    description
}

/// What makes an id unlike those of other sites: the host of the public address, else the words of
/// the title in a domain that nobody can own.
fn domain(archive: &Archive) -> String {
    let manifest = &archive.manifest;
    let after_scheme = manifest.site_url.as_deref().and_then(|url| url.split_once("://"));
    if let Some(host) = after_scheme.and_then(|(_, rest)| rest.split('/').next()) {
        return host.to_owned();
    }
    let lower = manifest.title.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    format!("{}.invalid", words.join("-"))
}

/// `20240709`.
fn day(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// `20240709T010000Z`.
fn moment(at: Timestamp) -> String {
    at.to_string().replace(['-', ':'], "")
}
