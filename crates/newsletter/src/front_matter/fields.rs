//! What the keys of front matter mean, and what stands in for missing ones.

use std::collections::HashSet;

use super::FrontMatter;
use super::date::{self, Reading};
use super::entry::{Entry, Place};
use super::file_name::FileName;
use crate::date::Timestamp;
use crate::permalink::Permalink;
use crate::{Code, Diagnostic};

/// Jekyll's name for the date of the last change, to which the flavours bring their own.
pub(super) const REVISED_KEY: &str = "last_modified_at";

/// The front matter, and what is wrong with it, in no particular order. `top` is where diagnostics
/// about missing keys stand.
pub(super) fn interpret(
    entries: Vec<Entry>,
    top: Place,
    name: FileName<'_>,
) -> (FrontMatter, Vec<Diagnostic>) {
    let mut fields = Fields { entries, top, name, diagnostics: Vec::new() };
    let published = fields.published();
    let front_matter = FrontMatter {
        title: fields.title(),
        published,
        revised: fields.revised(published),
        slug: fields.slug(),
        categories: fields.categories(),
        permalink: fields.permalink(),
        is_draft: fields.is_draft(),
        others: fields.others(),
    };
    (front_matter, fields.diagnostics)
}

/// The entries that have not been understood yet.
struct Fields<'name> {
    entries: Vec<Entry>,
    top: Place,
    name: FileName<'name>,
    diagnostics: Vec<Diagnostic>,
}

impl Fields<'_> {
    fn title(&mut self) -> String {
        self.take_text("title").map_or_else(
            || {
                let title = self.name.title();
                self.report(
                    self.top,
                    Code::TitleMissing,
                    "The front matter has no title.".to_owned(),
                    format!("Add one; until then the file name gives `{title}`."),
                );
                title
            },
            |(title, _)| title,
        )
    }

    fn published(&mut self) -> Timestamp {
        let Some((text, place)) = self.take_text("date") else {
            let problem = "The front matter has no date";
            return self.published_by_file_name(self.top, Code::DateMissing, problem);
        };
        let Some(reading) = date::read(&text) else {
            let problem = format!("There is no date `{text}`");
            return self.published_by_file_name(place, Code::DateImpossible, &problem);
        };
        if !reading.is_as_written {
            self.report(
                place,
                Code::DateImpossible,
                format!("There is no date `{text}`; Jekyll reads it as {}.", reading.moment),
                "Correct the date; the issue's address may change with it.".to_owned(),
            );
        }
        reading.moment
    }

    /// The date of the file name, reported under `code`, or 1970-01-01, reported as unknown.
    fn published_by_file_name(&mut self, place: Place, code: Code, problem: &str) -> Timestamp {
        let hint = "Write `date: YEAR-MONTH-DAY HOUR:MINUTE:SECOND +0000`.".to_owned();
        if let Some(moment) = self.name.date() {
            let message = format!("{problem}; the file name gives {}.", moment.date());
            self.report(place, code, message, hint);
            moment
        } else {
            let message = format!("{problem}, and the file name has none either.");
            self.report(place, Code::DateUnknown, message, hint);
            Timestamp(0)
        }
    }

    fn revised(&mut self, published: Timestamp) -> Option<Timestamp> {
        let (text, place) = self.take_text(REVISED_KEY)?;
        let reading = date::read(&text);
        if reading.is_none_or(|reading| !reading.is_as_written) {
            let message = match reading {
                Some(Reading { moment, .. }) => {
                    format!("There is no date `{text}`; it is read as {moment}.")
                }
                None => format!("There is no date `{text}`; the date of publication counts."),
            };
            let hint = "Correct the date of the last change, or take it away.".to_owned();
            self.report(place, Code::DateImpossible, message, hint);
        }
        reading.map(|reading| reading.moment).filter(|revised| *revised > published)
    }

    fn slug(&mut self) -> Option<String> {
        let (slug, place) = self.take_text("slug")?;
        if slug != self.name.stem && slug != self.name.words {
            self.report(
                place,
                Code::SlugMismatch,
                format!("The slug `{slug}` disagrees with the file name `{}`.", self.name.stem),
                "Correct whichever is wrong.".to_owned(),
            );
        }
        Some(slug)
    }

    fn categories(&mut self) -> Vec<String> {
        let values = ["categories", "category"].into_iter().filter_map(|key| self.take(key));
        let mut seen = HashSet::new();
        values
            .flat_map(|entry| entry.value.into_texts())
            .filter(|category| !category.is_empty() && seen.insert(category.clone()))
            .collect()
    }

    fn permalink(&mut self) -> Option<Permalink> {
        let (pattern, place) = self.take_text("permalink")?;
        Permalink::in_front_matter(&pattern)
            .map_err(|unknown| {
                self.report(
                    place,
                    Code::PermalinkInvalid,
                    format!("The permalink `{pattern}` has an unknown token `{}`.", unknown.token),
                    "Use a token of Jekyll's, such as `:year` or `:title`; \
                     until then the archive's pattern counts."
                        .to_owned(),
                );
            })
            .ok()
    }

    fn is_draft(&mut self) -> bool {
        let is_draft = self.take_text("draft").is_some_and(|(text, _)| is_yes(&text));
        let is_withheld = self.take_text("published").is_some_and(|(text, _)| is_no(&text));
        is_draft || is_withheld
    }

    fn others(&mut self) -> Vec<(String, String)> {
        let entries = std::mem::take(&mut self.entries);
        entries.into_iter().map(|entry| (entry.key, entry.value.to_text())).collect()
    }

    /// The last entry with this key: the earlier ones count as unknown, as they do for Jekyll.
    fn take(&mut self, key: &str) -> Option<Entry> {
        let index = self.entries.iter().rposition(|entry| entry.key == key)?;
        Some(self.entries.remove(index))
    }

    fn take_text(&mut self, key: &str) -> Option<(String, Place)> {
        let entry = self.take(key)?;
        Some((entry.value.to_text(), entry.place)).filter(|(text, _)| !text.is_empty())
    }

    fn report(&mut self, place: Place, code: Code, message: String, hint: String) {
        self.diagnostics.push(place.diagnostic(code, message, hint));
    }
}

/// YAML 1.1, which Jekyll reads, has more words for both than YAML 1.2.
fn is_yes(text: &str) -> bool {
    ["true", "yes", "on"].iter().any(|yes| yes.eq_ignore_ascii_case(text))
}

fn is_no(text: &str) -> bool {
    ["false", "no", "off"].iter().any(|no| no.eq_ignore_ascii_case(text))
}
