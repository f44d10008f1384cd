//! Small archives for tests: posts in, index out, as `press` does it.

#![allow(dead_code, reason = "each test uses a part of it")]
#![expect(
    clippy::unwrap_used,
    reason = "this is how tests fail; Clippy exempts only functions marked as tests"
)]

use std::collections::BTreeMap;

use newsletter::date::Date;
use newsletter::entity::{EntityPattern, EntityPatterns};
use newsletter::family::{Families, Family};
use newsletter::{Issue, Rules};
use newsletter_search::{Answer, Built, Hit, Index, PartId, Request, Source, SourceIssue, build};

/// An index with its files at hand.
#[derive(Debug)]
pub(crate) struct Archive {
    pub(crate) built: Built,
    pub(crate) issues: Vec<Issue>,
    pub(crate) index: Index,
    parts: BTreeMap<PartId, Vec<u8>>,
}

fn pattern(kind: &str, key: &str, text: &[&str], link: &[&str]) -> EntityPattern {
    let owned = |patterns: &[&str]| patterns.iter().map(|&pattern| pattern.to_owned()).collect();
    let defaults = [("owner", "lamps"), ("repo", "lamps")];
    EntityPattern {
        kind: kind.to_owned(),
        key: key.to_owned(),
        text: owned(text),
        link: owned(link),
        defaults: defaults.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec(),
    }
}

fn patterns() -> Vec<EntityPattern> {
    let number = "{owner}/{repo}#{number}";
    let pr_link = ["github.com/{owner}/{repo}/pull/{number}/**"];
    vec![
        pattern("pr", number, &[number, "#{number}", "PR {number}"], &pr_link),
        pattern(
            "kep",
            "{number}",
            &["KEP-{number}", "KEP {number}", "KEP{number}"],
            &["kep.org/{number}"],
        ),
        pattern("cve", "CVE-{year}-{digits}", &["CVE-{year}-{digits}"], &[]),
        pattern("flag", "--{name}", &["--{name}"], &[]),
        pattern("version", "{version}", &["v{version}", "{version}"], &[]),
        pattern("handle", "@{name}", &["@{name}"], &[]),
    ]
}

fn families() -> Families {
    let family = |id: &str, name: &str, is_featured: bool| Family {
        id: id.to_owned(),
        name: name.to_owned(),
        headings: Vec::new(),
        is_featured,
    };
    Families::new(vec![
        family("news", "News", false),
        family("featured", "Featured PRs", true),
        family("promotions", "Promotions", false),
        family("other", "Other", false),
    ])
}

impl Archive {
    /// An archive of posts, each a week older than the one before.
    pub(crate) fn of(posts: &[&str]) -> Self {
        let (families, patterns) = (families(), patterns());
        let rules = Rules {
            families: families.clone(),
            patterns: EntityPatterns::new(&patterns).unwrap(),
            ..Rules::default()
        };
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
            families: &families,
            patterns: &patterns,
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
