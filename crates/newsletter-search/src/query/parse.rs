//! From text to clauses.

use super::period::first_day;
use super::{Clause, Matter, Notice, Oddity, Operator, Query};

/// Reads a query. Whatever the text is, there is a query; what is odd about it is in the notices,
/// in the order of the text.
pub fn parse(text: &str) -> (Query, Vec<Notice>) {
    let mut parser = Parser { text, at: 0, query: Query::default(), notices: Vec::new() };
    while parser.skip_white_space() {
        parser.clause();
    }
    (parser.query, parser.notices)
}

struct Parser<'text> {
    text: &'text str,
    /// The next byte to read.
    at: usize,
    query: Query,
    notices: Vec<Notice>,
}

impl<'text> Parser<'text> {
    fn rest(&self) -> &'text str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Whether anything is left.
    fn skip_white_space(&mut self) -> bool {
        self.at = self.text.len() - self.rest().trim_start().len();
        self.at < self.text.len()
    }

    fn clause(&mut self) {
        let start = self.at;
        let is_excluded = excludes(self.rest());
        self.at += usize::from(is_excluded);
        let matter = if let Some(after) = self.rest().strip_prefix(is_quote) {
            self.at = self.text.len() - after.len();
            let phrase = self.quoted(start);
            (!phrase.is_empty()).then(|| Matter::Phrase(phrase.to_owned()))
        } else {
            self.word(start)
        };
        if let Some(matter) = matter {
            self.query.clauses.push(Clause { matter, is_excluded, span: start..self.at });
        }
    }

    /// What stands before the next quotation mark, which is passed.
    fn quoted(&mut self, start: usize) -> &'text str {
        let rest = self.rest();
        let inner = if let Some(end) = rest.find(is_quote) {
            let mark = rest.get(end..).and_then(|mark| mark.chars().next());
            self.at += end + mark.map_or(0, char::len_utf8);
            rest.get(..end).unwrap_or_default()
        } else {
            self.at = self.text.len();
            self.notice(start, Oddity::UnclosedQuote);
            rest
        };
        inner.trim()
    }

    fn word(&mut self, start: usize) -> Option<Matter> {
        let word = until_white_space(self.rest());
        let named = word
            .split_once(':')
            .and_then(|(name, _)| Some((name.len() + 1, Operator::named(name)?)));
        let Some((value_at, operator)) = named else {
            self.at += word.len();
            return Some(Matter::Word(word.to_owned()));
        };
        let word_at = self.at;
        self.at += value_at;
        let value = if let Some(after) = self.rest().strip_prefix(is_quote) {
            self.at = self.text.len() - after.len();
            self.quoted(start)
        } else {
            let value = until_white_space(self.rest());
            self.at += value.len();
            value
        };
        if value.is_empty() {
            self.notice(start, Oddity::NoValue(operator));
            return None;
        }
        let matter = operator.matter(value);
        if matter.is_none() {
            self.notice(start, Oddity::UnknownValue(operator));
            self.at = word_at + word.len();
            return Some(Matter::Word(word.to_owned()));
        }
        matter
    }

    fn notice(&mut self, start: usize, oddity: Oddity) {
        self.notices.push(Notice { span: start..self.at, oddity });
    }
}

impl Operator {
    /// What the operator says with this value, which is not empty; `None` if that is nothing.
    fn matter(self, value: &str) -> Option<Matter> {
        let owned = || value.to_owned();
        match self {
            Self::Section => (!value.contains(is_quote)).then(|| Matter::Section(owned())),
            Self::Kep => {
                let number = value.trim_start_matches(|first: char| !first.is_ascii_digit());
                is_number(number).then(|| Matter::Kep(number.to_owned()))
            }
            Self::Pr => {
                let number = value.rsplit('#').next().unwrap_or_default();
                let is_whole = !value.contains(char::is_whitespace) && !value.contains(is_quote);
                (is_number(number) && is_whole).then(|| Matter::Pr(owned()))
            }
            Self::Author => {
                let name = value.trim_start_matches('@').trim();
                let is_name = !name.is_empty() && !name.contains(is_quote);
                is_name.then(|| Matter::Author(name.to_owned()))
            }
            Self::Year => {
                let first_day = first_day(value).filter(|_| value.len() == 4);
                first_day.map(|day| Matter::Year(day.year))
            }
            Self::Before => first_day(value).map(Matter::Before),
            Self::After => first_day(value).map(Matter::After),
            Self::Is => value.eq_ignore_ascii_case("featured").then_some(Matter::Featured),
            Self::Phrase | Self::Exclude => None,
        }
    }
}

/// Whether a minus here means "without": `-word` does, `--flag` and a lone `-` do not.
fn excludes(text: &str) -> bool {
    let mut following = text.strip_prefix('-').unwrap_or_default().chars();
    following.next().is_some_and(|first| first.is_alphanumeric() || is_quote(first))
}

fn until_white_space(text: &str) -> &str {
    text.split(char::is_whitespace).next().unwrap_or_default()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Straight or curly.
fn is_quote(character: char) -> bool {
    matches!(character, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ff02}')
}
