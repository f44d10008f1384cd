//! Small archives for tests: posts in, index out, as `press` does it.

#![allow(dead_code, reason = "each test uses a part of it")]
#![expect(
    clippy::unwrap_used,
    reason = "this is how tests fail; Clippy exempts only functions marked as tests"
)]

#[path = "../../../newsletter/tests/rules/mod.rs"]
mod rules;

use std::collections::BTreeMap;

use newsletter::Issue;
use newsletter::date::Date;
use newsletter_search::{Answer, Built, Hit, Index, PartId, Request, Source, SourceIssue, build};

/// An index with its files at hand.
#[derive(Debug)]
pub(crate) struct Archive {
    pub(crate) built: Built,
    pub(crate) issues: Vec<Issue>,
    pub(crate) index: Index,
    parts: BTreeMap<PartId, Vec<u8>>,
}

/// What is recognised and where things belong in these archives.
const CONFIGURATION: &str = include_str!("masthead.toml");

impl Archive {
    /// An archive of posts, each a week older than the one before.
    pub(crate) fn of(posts: &[&str]) -> Self {
        let rules = rules::rules(CONFIGURATION);
        let issues: Vec<Issue> =
            posts.iter().map(|post| newsletter::parse(post, "/x", &rules).issue).collect();
        let named: Vec<(Date, String, String)> = (0..)
            .zip(&issues)
            .map(|(week, _)| {
                let date = Date::from_days(19_605 - 7 * week);
                (date, format!("/{date}"), format!("{date}-update"))
            })
            .collect();
        let source = Source {
            issues: issues
                .iter()
                .zip(&named)
                .map(|(issue, (date, path, slug))| SourceIssue {
                    path,
                    slug,
                    title: "An issue",
                    date: *date,
                    issue,
                })
                .collect(),
            families: &rules.families,
            patterns: &rules::patterns(CONFIGURATION),
        };
        let built = build(&source).unwrap();
        let index = Index::open(&built.root).unwrap();
        let parts = built.parts.iter().cloned().collect();
        Self { built, issues, index, parts }
    }

    /// The final answer, and how many parts it took.
    pub(crate) fn answer(&self, request: &Request) -> (Answer, usize) {
        let mut index = self.index.clone();
        let mut fetched = 0;
        loop {
            let outcome = index.search(request);
            if outcome.needed.is_empty() && outcome.later.is_empty() {
                return (outcome.answer, fetched);
            }
            for id in outcome.needed.into_iter().chain(outcome.later) {
                assert!(!index.has(id), "{id:?} is asked for twice");
                index.supply(id, self.parts.get(&id).cloned().unwrap()).unwrap();
                fetched += 1;
            }
        }
    }

    pub(crate) fn hits(&self, query: &str) -> Vec<Hit> {
        let query = query.to_owned();
        self.answer(&Request { query, limit: 1_000, ..Request::default() }).0.hits
    }

    /// The beginnings of the texts that are found, in their order.
    pub(crate) fn texts(&self, query: &str) -> Vec<String> {
        let first = |hit: &Hit| {
            let content = hit.content.as_ref().unwrap();
            let text = if content.heading.is_empty() { &content.text } else { &content.heading };
            text.split_whitespace().next().unwrap_or_default().to_owned()
        };
        self.hits(query).iter().map(first).collect()
    }
}
