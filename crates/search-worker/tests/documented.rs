//! What is written about messages and module is what they are.

#![expect(clippy::unwrap_used, reason = "what a test needs and does not get is its failure")]

use std::collections::BTreeSet;

use newsletter::date::Date;
use newsletter::{Rules, parse};
use newsletter_search::{BuildId, Source, SourceIssue, build};
use search_worker::Engine;
use serde_json::Value;

const WORKER: &str = include_str!("../js/worker.js");
const MODULE: &str = include_str!("../js/search.js");
const GUIDE: &str = include_str!("../../../docs/search-module.md");

/// An answer with a hit and a notice.
fn answer() -> Value {
    let rules = Rules::default();
    let post = "---\ntitle: Lamps\n---\n\n## Lights\n\n- A lamp\n";
    let issue = parse(post, "2024-03-01-lamps.md", &rules).issue;
    let date = Date { year: 2024, month: 3, day: 1 };
    let lamps = SourceIssue { path: "/lamps", slug: "lamps", title: "Lamps", date, issue: &issue };
    let source = Source { issues: vec![lamps], families: &rules.families, patterns: &[] };
    let mut built = build(&source).unwrap();
    built.stamp(BuildId(1));
    let mut engine = Engine::new(&built.root).unwrap();
    for pack in built.packs(BuildId(1)) {
        engine.supply_pack(pack).unwrap();
    }
    let json = engine.search("\"lamp", "", "", "", false, 0, 10);
    serde_json::from_str::<Value>(&json).unwrap().get_mut("answer").unwrap().take()
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// What stands between backticks in the lines of the guide that `is_meant` chooses.
fn named(is_meant: impl Fn(&str) -> bool) -> BTreeSet<&'static str> {
    let lines = GUIDE.lines().filter(|line| is_meant(line));
    lines.flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

#[test]
fn the_guide_names_every_field_of_an_answer_and_no_other() {
    let mut named = named(|line| line.starts_with("Otherwise it gives"));
    assert!(named.remove("isFinal") && named.remove("crates/search-worker/js/worker.js"));
    assert_eq!(named, keys(&answer()));
}

#[test]
fn the_worker_describes_every_field_of_answers_hits_and_notices() {
    let answer = answer();
    let comment: String = WORKER.lines().take_while(|line| line.starts_with("//")).collect();
    let words: BTreeSet<&str> = comment.split(|sign: char| !sign.is_ascii_alphanumeric()).collect();
    let parts =
        [&answer, answer.pointer("/hits/0").unwrap(), answer.pointer("/notices/0").unwrap()];
    for key in parts.into_iter().flat_map(keys) {
        assert!(words.contains(key), "{key}");
    }
}

#[test]
fn the_module_takes_every_option_of_the_guide() {
    let (_, rows) = GUIDE.split_once("| option |").unwrap();
    let (rows, _) = rows.split_once("\n\n").unwrap();
    let cells = rows.lines().filter_map(|row| row.strip_prefix("| `")?.split(" |").next());
    let options: Vec<_> = cells.flat_map(|cell| cell.trim_end_matches('`').split("`, `")).collect();
    assert_eq!(options.len(), 7, "{options:?}");
    for option in options {
        assert!(MODULE.contains(&format!("options.{option}]")), "{option}");
    }
}

#[test]
fn every_kind_of_error_is_one_that_is_thrown() {
    let kinds = named(|line| line.starts_with("| `\""));
    assert_eq!(kinds.len(), 5);
    for kind in kinds {
        assert!(WORKER.contains(kind) || MODULE.contains(kind), "{kind}");
    }
}

#[test]
fn the_example_uses_what_the_module_exports() {
    assert!(GUIDE.contains("import { createSearch } from \"/search.js\";"));
    assert!(MODULE.contains("export function openSearch(index)"));
    for method in ["query(", "close()"] {
        assert!(GUIDE.contains(&format!("search.{method}")), "{method}");
        assert!(MODULE.contains(&format!("\n  {method}")), "{method}");
    }
}
