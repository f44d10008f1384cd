//! The labelled queries of `tests/relevance` on the real archive, where it is at hand: a change that
//! makes what is found worse does not go unnoticed. `tests/relevance/evaluate.mjs` says how and why.

#![expect(
    clippy::unwrap_used,
    reason = "this is how tests fail and speak; Clippy exempts only functions marked as tests"
)]

#[path = "../../../newsletter/tests/real_archive/mod.rs"]
mod real_archive;
#[path = "../../../newsletter/tests/rules/mod.rs"]
mod rules;
mod words;

use newsletter::Issue;
use newsletter::date::Date;
use newsletter::front_matter;
use newsletter_search::{BuildId, Hit, Index, Request, Source, SourceIssue, build};
use serde_json::Value;

use words::contains;

const CONFIGURATION: &str = include_str!("../../../../masthead.toml");
const QUERIES: &str = include_str!("../../../../tests/relevance/queries.jsonl");

/// So many results of a query are looked at.
const DEPTH: usize = 10;

/// A post, parsed.
struct Post {
    slug: String,
    title: String,
    date: Date,
    issue: Issue,
}

/// Means over some queries.
#[derive(Debug, Default)]
struct Figures {
    answerable: usize,
    /// With a right answer in first place.
    first: usize,
    /// Of 1 divided by the place of the first right answer.
    reciprocals: f64,
    /// Queries without an answer that got one.
    false_positives: Vec<String>,
}

#[test]
fn the_labelled_queries_find_what_they_should() {
    let Some(posts) = real_archive::posts() else { return };
    let mut index = index(&posts);
    let mut parts: [Figures; 2] = Default::default();
    for line in QUERIES.lines() {
        let query: Value = serde_json::from_str(line).unwrap();
        let id = query["id"].as_str().unwrap();
        let number: usize = id.rsplit_once('-').unwrap().1.parse().unwrap();
        // Odd numbers are for tuning, even ones are held out.
        judge(&mut index, &query, &mut parts[number.abs_diff(1) % 2]);
    }
    let [tune, held_out] = parts;
    check("tune", &tune, 0.98);
    check("held-out", &held_out, 0.97);
}

#[expect(
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "a few hundred queries, whose figures are worth reading"
)]
fn check(part: &str, figures: &Figures, least: f64) {
    let answerable = figures.answerable as f64;
    let (first, mean) = (figures.first as f64 / answerable, figures.reciprocals / answerable);
    println!("{part}: first place {first:.3}, mean reciprocal rank {mean:.3}");
    assert!(figures.answerable > 100, "{part} has only {answerable} queries");
    assert!(first >= least, "{part}: {first:.3} have a right answer in first place");
    assert!(mean >= least, "{part}: the mean reciprocal rank is {mean:.3}");
    assert_eq!(figures.false_positives, [""; 0], "{part}: these have no answer");
}

fn judge(index: &mut Index, query: &Value, figures: &mut Figures) {
    let text = query["query"].as_str().unwrap();
    let request = Request { query: text.to_owned(), limit: DEPTH, ..Request::default() };
    let hits = index.search(&request).answer.hits;
    let Some(labels) = query["relevant"].as_array() else {
        figures.false_positives.extend((!hits.is_empty()).then(|| text.to_owned()));
        return;
    };
    figures.answerable += 1;
    let is_right = |hit: &Hit| labels.iter().any(|label| fits(hit, label));
    if let Some(place) = hits.iter().position(is_right) {
        figures.first += usize::from(place == 0);
        figures.reciprocals += 1.0 / f64::from(u32::try_from(place + 1).unwrap());
    }
}

/// Whether a hit is in the post that the label names, if it names one, and has its words.
fn fits(hit: &Hit, label: &Value) -> bool {
    let content = hit.content.as_ref().unwrap();
    let text = format!("{} {}", content.heading, content.text);
    label["slug"].as_str().is_none_or(|slug| slug == content.slug)
        && label["text"].as_str().is_none_or(|words| contains(&text, words))
}

/// The index as `press` builds it, all of it at hand.
fn index(posts: &[(String, String)]) -> Index {
    let rules = rules::rules(CONFIGURATION);
    let posts: Vec<Post> = posts
        .iter()
        .map(|(file, text)| {
            let head = front_matter::read(text, file).0;
            let slug = file.trim_end_matches(".md").to_owned();
            let issue = newsletter::parse(text, &slug, &rules).issue;
            Post { slug, title: head.title, date: head.published.date(), issue }
        })
        .collect();
    let issues = posts.iter().map(|post| SourceIssue {
        path: &post.slug,
        slug: &post.slug,
        title: &post.title,
        date: post.date,
        issue: &post.issue,
    });
    let patterns = rules::patterns(CONFIGURATION);
    let source =
        Source { issues: issues.collect(), families: &rules.families, patterns: &patterns };
    let built = build(&source).unwrap();
    let mut index = Index::open(&built.root).unwrap();
    for pack in built.packs(BuildId(0)) {
        index.supply_pack(pack).unwrap();
    }
    index
}
