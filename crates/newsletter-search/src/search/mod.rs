//! From a request to an answer. What parts are missing is part of the answer; nothing waits.

mod facets;
mod filter;
mod found;
mod group;
mod hits;
mod lookup;
mod marks;
mod matching;
mod missing;
mod plan;
mod typo;

use crate::Request;
use crate::answer::{Answer, Outcome};
use crate::index::Index;
use crate::query::parse;
use lookup::Evaluated;
use matching::Floor;
use missing::Missing;
use plan::Plan;

impl Index {
    /// Answers as far as the parts tell that have been supplied. When [`Outcome::needed`] is not
    /// empty, supply those parts and ask the same again: what was found stays found, and better hits
    /// are not pushed aside by worse ones that follow.
    ///
    /// A query without words, operators and choices finds nothing.
    pub fn search(&self, request: &Request) -> Outcome {
        let (query, mut notices) = parse(&request.query);
        let plan = Plan::new(self, request, &query, &mut notices);
        if plan.is_empty() {
            return Outcome {
                answer: Answer { notices, ..Answer::default() },
                ..Outcome::default()
            };
        }
        self.begin_turn();
        let mut missing = Missing::default();
        let evaluated = lookup::evaluate(self, &plan, &mut missing);
        let mut matched = matching::all(self, &plan, &evaluated, None, &mut missing);
        let mut is_relaxed = false;
        // Fewer words only when it is certain that no item has all of them.
        if matched.is_empty()
            && missing.count() == 0
            && let Some(floor) = Floor::of(&plan, &evaluated, self.root.items)
        {
            matched = matching::all(self, &plan, &evaluated, Some(&floor), &mut missing);
            is_relaxed = !matched.is_empty();
        }
        let facets = facets::count(self, &plan, &matched);
        matched.retain(|matched| {
            let chosen = plan.filter.chosen(matched.item, matched.heading);
            chosen.by_section && chosen.by_date
        });
        hits::sort(&mut matched, request.sort);
        let answer = Answer {
            hits: hits::show(self, &evaluated, &matched, request, &mut missing),
            total: matched.len(),
            sections: facets.sections,
            years: facets.years,
            notices,
            suggestion: suggestion(&evaluated, &request.query),
            is_relaxed,
        };
        Outcome { answer, needed: missing.needed, later: missing.later }
    }
}

/// The query with what its words may have been meant as; `None` if all are there.
fn suggestion(evaluated: &Evaluated, query: &str) -> Option<String> {
    let corrections = evaluated.wanted.iter().filter_map(|group| group.correction.as_ref());
    let mut suggestion = String::new();
    let mut end = 0;
    for (span, word) in corrections {
        suggestion.push_str(query.get(end..span.start)?);
        suggestion.push_str(word);
        end = span.end;
    }
    suggestion.push_str(query.get(end..)?);
    (end > 0).then_some(suggestion)
}
