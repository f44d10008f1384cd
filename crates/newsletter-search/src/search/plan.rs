//! What a request asks for: the query language ends here.

use super::filter::Filter;
use super::group::{self, Group};
use crate::index::Index;
use crate::query::{Clause, Matter, Notice, Oddity, Query};
use crate::request::Request;

/// Whoever pastes a whole page is answered by its beginning.
const MAX_GROUPS: usize = 24;

/// All that a hit must have and be.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Every one of them is required.
    pub(crate) wanted: Vec<Group>,
    /// None of them may be there.
    pub(crate) unwanted: Vec<Group>,
    /// Where it must be.
    pub(crate) filter: Filter,
}

impl Plan {
    pub(crate) fn new(
        index: &Index,
        request: &Request,
        query: &Query,
        notices: &mut Vec<Notice>,
    ) -> Self {
        let filter = Filter::new(index, request);
        let mut plan = Self { wanted: Vec::new(), unwanted: Vec::new(), filter };
        let text = request.query.as_str();
        let mut clauses = query.clauses.iter().peekable();
        while let Some(clause) = clauses.next() {
            if !is_word(clause) {
                plan.add(index, text, clause, notices);
                continue;
            }
            // Words in a row are read together: `KEP 4009` is one thing.
            let mut last = clause;
            while let Some(next) = clauses.next_if(|next| is_word(next)) {
                last = next;
            }
            let is_open = last.span.end == text.len();
            let span = clause.span.start..last.span.end;
            plan.wanted.extend(group::of_text(index, text, span, is_open));
        }
        group::drop_function_words(&mut plan.wanted);
        if plan.wanted.len() > MAX_GROUPS {
            plan.wanted.truncate(MAX_GROUPS);
            notices.push(Notice { span: 0..text.len(), oddity: Oddity::TooLong });
        }
        plan
    }

    fn add(&mut self, index: &Index, text: &str, clause: &Clause, notices: &mut Vec<Notice>) {
        let groups = match &clause.matter {
            Matter::Word(_) => {
                group::of_text(index, text, clause.span.start + 1..clause.span.end, false)
            }
            Matter::Phrase(phrase) => {
                let is_open = notices.iter().any(|notice| {
                    notice.oddity == Oddity::UnclosedQuote && notice.span == clause.span
                });
                group::of_phrase(phrase, is_open && text.ends_with(phrase.as_str()))
            }
            Matter::Kep(digits) => vec![group::of_kep(digits)],
            Matter::Pr(number) => vec![group::of_pull_request(index, number)],
            Matter::Author(name) => vec![group::of_author(name)],
            Matter::Section(name) => {
                if !self.filter.add_section(index, name, clause.is_excluded) {
                    let oddity = Oddity::UnknownSection;
                    notices.push(Notice { span: clause.span.clone(), oddity });
                }
                return;
            }
            Matter::Featured => return self.filter.add_featured(index, clause.is_excluded),
            Matter::Year(year) => return self.filter.add_year(index, *year, clause.is_excluded),
            Matter::Before(date) => {
                return self.filter.add_before(index, *date, clause.is_excluded);
            }
            Matter::After(date) => {
                return self.filter.add_before(index, *date, !clause.is_excluded);
            }
        };
        if clause.is_excluded { &mut self.unwanted } else { &mut self.wanted }.extend(groups);
    }

    /// Whether nothing is asked for.
    pub(crate) fn is_empty(&self) -> bool {
        self.wanted.is_empty() && !self.filter.is_any
    }
}

fn is_word(clause: &Clause) -> bool {
    matches!(clause.matter, Matter::Word(_)) && !clause.is_excluded
}
