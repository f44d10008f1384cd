//! Jekyll's tokens and what each stands for.

use std::collections::HashSet;

use super::slug;
use crate::date::Date;
use crate::front_matter::FrontMatter;
use crate::front_matter::file_name::FileName;

/// What tokens are filled from.
pub(super) struct Source<'post> {
    front_matter: &'post FrontMatter,
    name: FileName<'post>,
    date: Date,
}

/// A token, by its name without the colon, and its value.
pub(super) struct Token {
    name: &'static str,
    value: fn(&Source<'_>) -> String,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

static TOKENS: [Token; 25] = [
    Token { name: "categories", value: |source| source.categories(str::to_lowercase) },
    Token { name: "collection", value: |_| "posts".to_owned() },
    Token { name: "day", value: |source| format!("{:02}", source.date.day) },
    Token { name: "hour", value: |source| format!("{:02}", source.second_of_day() / 3_600) },
    Token { name: "i_day", value: |source| source.date.day.to_string() },
    Token { name: "i_month", value: |source| source.date.month.to_string() },
    Token { name: "long_day", value: |source| source.weekday().to_owned() },
    Token { name: "long_month", value: |source| source.month().to_owned() },
    Token { name: "minute", value: |source| format!("{:02}", source.second_of_day() / 60 % 60) },
    Token { name: "month", value: |source| format!("{:02}", source.date.month) },
    Token { name: "name", value: |source| slug::plain(source.name.stem) },
    Token { name: "output_ext", value: |_| ".html".to_owned() },
    Token { name: "path", value: |source| source.name.stem.to_owned() },
    Token { name: "second", value: |source| format!("{:02}", source.second_of_day() % 60) },
    Token { name: "short_day", value: |source| shortened(source.weekday()) },
    Token { name: "short_month", value: |source| shortened(source.month()) },
    Token { name: "short_year", value: |source| format!("{:02}", source.date.year % 100) },
    Token { name: "slug", value: |source| slug::plain(source.slug()) },
    Token { name: "slugified_categories", value: |source| source.categories(slug::plain) },
    Token { name: "title", value: |source| slug::pretty(source.slug()) },
    Token { name: "w_day", value: |source| source.date.weekday().to_string() },
    Token { name: "w_year", value: |source| format!("{:04}", source.date.iso_week().year) },
    Token { name: "week", value: |source| format!("{:02}", source.date.iso_week().week) },
    Token { name: "y_day", value: |source| format!("{:03}", source.date.ordinal()) },
    Token { name: "year", value: |source| format!("{:04}", source.date.year) },
];

impl Token {
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        TOKENS.iter().find(|token| token.name == name)
    }

    pub(super) fn value(&self, source: &Source<'_>) -> String {
        (self.value)(source)
    }
}

impl<'post> Source<'post> {
    pub(super) fn new(front_matter: &'post FrontMatter, file_name: &'post str) -> Self {
        Self { front_matter, name: FileName::new(file_name), date: front_matter.published.date() }
    }

    /// The slug of the front matter, or the words of the file name.
    fn slug(&self) -> &'post str {
        self.front_matter.slug.as_deref().unwrap_or(self.name.words)
    }

    fn categories(&self, written: impl Fn(&str) -> String) -> String {
        let mut seen = HashSet::new();
        let categories = self.front_matter.categories.iter().map(|category| written(category));
        categories.filter(|category| seen.insert(category.clone())).collect::<Vec<_>>().join("/")
    }

    fn second_of_day(&self) -> i64 {
        self.front_matter.published.second_of_day()
    }

    fn month(&self) -> &'static str {
        MONTHS.get(usize::from(self.date.month) - 1).copied().unwrap_or_default()
    }

    fn weekday(&self) -> &'static str {
        WEEKDAYS.get(usize::from(self.date.weekday()) - 1).copied().unwrap_or_default()
    }
}

/// Three letters, as in `Jan` and `Tue`.
fn shortened(name: &str) -> String {
    name.chars().take(3).collect()
}
