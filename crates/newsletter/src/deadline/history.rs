//! Deadlines across issues: a later issue repeats one, or moves it.

use super::kind::{Kind, cycle};
use super::{Announcement, DeadlineRules, Place, When};
use crate::date::Date;

/// A deadline with all that issues said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// Letters, digits and hyphens, from the address of the first issue that named it and its kind:
    /// later issues do not change it, and no other deadline has it.
    pub id: String,
    /// What is due, whatever it is called.
    pub kind: Kind,
    /// The release that it is about, such as `1.30`; `None` if no issue said so.
    pub cycle: Option<String>,
    /// As the newest issue calls it.
    pub name: String,
    /// As the newest issue says, unless an older one said it more exactly.
    pub when: When,
    /// Whether the newest issue says that the date does not stand.
    pub is_tentative: bool,
    /// How often [`Self::when`] has changed.
    pub sequence: u32,
    /// Oldest first, one for each issue; never empty.
    pub mentions: Vec<Mention>,
}

/// What one issue said of a deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The place of the issue in the list given to [`of_issues`].
    pub issue: usize,
    /// Where it stands in that issue.
    pub place: Place,
    /// What it calls the deadline.
    pub name: String,
    /// When it says that the deadline is.
    pub when: When,
}

/// One issue's announcements.
#[derive(Debug, Clone, Copy)]
pub struct IssueAnnouncements<'issue> {
    /// The issue's address, such as `/2023/20230905`.
    pub path: &'issue str,
    /// The day of publication.
    pub published: Date,
    /// In document order.
    pub announcements: &'issue [Announcement],
}

/// The most days by which a deadline that is still ahead is moved.
const MOST_DAYS_MOVED: i64 = 60;

/// How long after its day an issue may still say that a deadline was moved.
const MOST_DAYS_LATE: i64 = 7;

/// The most days by which a deadline is moved when its day has come.
const MOST_DAYS_MOVED_LATE: i64 = 14;

/// The deadlines of an archive, by day. `issues` are given oldest first.
///
/// An announcement of the same kind, and of the same cycle if both say which, is about a deadline
/// that older issues named if it has its day, or if that deadline was still ahead and is moved by at
/// most 60 days (14 days, if its day came in the week before). Otherwise it is a new one.
pub fn of_issues(issues: &[IssueAnnouncements<'_>], rules: &DeadlineRules) -> Vec<Deadline> {
    let mut deadlines: Vec<Deadline> = Vec::new();
    for (place, issue) in issues.iter().enumerate() {
        let (leads, others): (Vec<_>, Vec<_>) =
            issue.announcements.iter().partition(|announcement| announcement.is_lead);
        for announcement in leads.into_iter().chain(others) {
            let kind = rules.kinds.of(&announcement.name);
            match same(&mut deadlines, place, issue.published, &kind, announcement) {
                Some(known) => known.hear(place, announcement),
                None => deadlines.push(new(place, issue, kind, announcement)),
            }
        }
    }
    let mut taken = std::collections::BTreeMap::new();
    for deadline in &mut deadlines {
        let count = taken.entry(deadline.id.clone()).or_insert(0_u32);
        *count += 1;
        if *count > 1 {
            deadline.id = format!("{}-{count}", deadline.id);
        }
    }
    deadlines.sort_by(|one, other| one.order().cmp(&other.order()));
    deadlines
}

fn new(
    place: usize,
    issue: &IssueAnnouncements<'_>,
    kind: Kind,
    announcement: &Announcement,
) -> Deadline {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric();
    let written = format!("{}/{}", issue.path, kind.as_str());
    let parts = written.split(|letter| !is_plain(letter)).filter(|part| !part.is_empty());
    Deadline {
        id: parts.collect::<Vec<_>>().join("-").to_lowercase(),
        kind,
        cycle: cycle(&announcement.name),
        name: announcement.name.clone(),
        when: announcement.when,
        is_tentative: announcement.is_tentative,
        sequence: 0,
        mentions: vec![Mention {
            issue: place,
            place: announcement.place.clone(),
            name: announcement.name.clone(),
            when: announcement.when,
        }],
    }
}

/// The known deadline that an announcement is about.
fn same<'known>(
    deadlines: &'known mut [Deadline],
    place: usize,
    published: Date,
    kind: &Kind,
    announcement: &Announcement,
) -> Option<&'known mut Deadline> {
    let cycle = cycle(&announcement.name);
    let distance = |known: &Deadline| {
        let days = known.when.first_day().days() - announcement.when.first_day().days();
        let is_cycle = known.cycle.is_none() || cycle.is_none() || known.cycle == cycle;
        let is_overlapping = known.when.first_day() <= announcement.when.last_day()
            && announcement.when.first_day() <= known.when.last_day();
        let is_heard = known.mentions.iter().any(|mention| mention.issue == place);
        let days_late = published.days() - known.when.last_day().days();
        let most_days_moved = match days_late {
            ..=0 => MOST_DAYS_MOVED,
            1..=MOST_DAYS_LATE => MOST_DAYS_MOVED_LATE,
            _ => 0,
        };
        let is_same_day = is_overlapping && known.kind.is_part_of_or_has(kind);
        let is_moved = !is_heard && known.kind == *kind && days.abs() <= most_days_moved;
        (is_cycle && (is_same_day || is_moved)).then_some((!is_same_day, days.abs()))
    };
    let near = deadlines.iter().enumerate().filter_map(|(at, known)| Some((distance(known)?, at)));
    let (_, at) = near.min()?;
    deadlines.get_mut(at)
}

impl Deadline {
    /// By day, then by what never changes.
    fn order(&self) -> (Date, Date, &str) {
        (self.when.first_day(), self.when.last_day(), &self.id)
    }

    /// Takes in what one more issue says.
    fn hear(&mut self, place: usize, announcement: &Announcement) {
        let said = announcement.when;
        // "March 9th" after "March 9th 02:00 UTC" is no change.
        let is_coarser = matches!(self.when, When::Moment { day, .. } if said == When::day(day));
        let is_heard = self.mentions.last().is_some_and(|mention| mention.issue == place);
        if self.when != said && !is_coarser {
            self.when = said;
            self.sequence += 1;
        }
        self.cycle = self.cycle.take().or_else(|| cycle(&announcement.name));
        if !is_heard {
            self.name.clone_from(&announcement.name);
            self.is_tentative = announcement.is_tentative;
            self.mentions.push(Mention {
                issue: place,
                place: announcement.place.clone(),
                name: announcement.name.clone(),
                when: said,
            });
        }
    }
}
