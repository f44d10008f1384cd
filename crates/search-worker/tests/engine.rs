//! The engine as the worker uses it: in wasm, on a small index that is given to it file by file.

#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what a test needs and does not get is its failure"
)]

use newsletter::date::Date;
use newsletter::{Rules, parse};
use newsletter_search::{BuildId, Built, Source, SourceIssue, build};
use search_worker::Engine;
use serde_json::{Value, json};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

const POST: &str = "\
---
title: Lamps
date: 2024-03-01
---

## Lights

- The größte \u{1f680} lamp got *oil*
- A wick of cotton
";

fn index() -> Built {
    let rules = Rules::default();
    let issue = parse(POST, "2024-03-01-lamps.md", &rules).issue;
    let lamps = SourceIssue {
        path: "/2024/lamps",
        slug: "2024-03-01-lamps",
        title: "Lamps",
        date: Date { year: 2024, month: 3, day: 1 },
        issue: &issue,
    };
    let source = Source { issues: vec![lamps], families: &rules.families, patterns: &[] };
    let mut built = build(&source).unwrap();
    built.stamp(BuildId(7));
    built
}

fn ask(engine: &Engine, query: &str) -> Value {
    serde_json::from_str(&engine.search(query, "", "", "2024-12-31", false, 0, 10)).unwrap()
}

/// Asks until nothing is needed, as the worker does.
fn answer(engine: &mut Engine, built: &Built, query: &str) -> Value {
    loop {
        let mut found = ask(engine, query);
        let needed = found["needed"].as_array().unwrap();
        if needed.is_empty() {
            return found["answer"].take();
        }
        assert!(found.get("answer").is_none());
        for file in needed {
            let file = file.as_str().unwrap();
            let part = built.parts.iter().find(|(id, _)| id.file() == file).unwrap();
            engine.supply(file, part.1.clone()).unwrap();
        }
    }
}

#[wasm_bindgen_test]
fn a_hit_has_its_text_and_marks_that_javascript_can_cut() {
    let built = index();
    let mut engine = Engine::new(&built.root).unwrap();
    let answer = answer(&mut engine, &built, "lamp");
    assert_eq!(answer["total"], 1);
    let hit = &answer["hits"][0];
    assert_eq!(hit["text"], "The größte \u{1f680} lamp got oil");
    // In UTF-16 the rocket has two units, in UTF-8 four bytes.
    assert_eq!(hit["textMarks"], json!([[14, 18]]));
    assert_eq!(hit["date"], "2024-03-01");
    assert_eq!(hit["slug"], "2024-03-01-lamps");
    assert_eq!(hit["match"], "exact");
    assert!(hit["url"].as_str().unwrap().starts_with("/2024/lamps#"));
    assert!(hit["score"].as_f64().unwrap() > 0.0);
}

#[wasm_bindgen_test]
fn with_the_packs_nothing_is_needed() {
    let built = index();
    let mut engine = Engine::new(&built.root).unwrap();
    for pack in built.packs(BuildId(7)) {
        engine.supply_pack(pack).unwrap();
    }
    for query in ["cotton", "cot", "coton", "absent"] {
        let found = ask(&engine, query);
        assert_eq!(found["needed"], json!([]), "{query}");
        assert_eq!(found["later"], json!([]), "{query}");
    }
}

#[wasm_bindgen_test]
fn parts_can_be_taken_from_a_pack_one_by_one() {
    let built = index();
    let mut engine = Engine::new(&built.root).unwrap();
    let packs: Vec<Vec<u8>> = built.packs(BuildId(7)).collect();
    let lengths = packs.iter().map(|pack| u32::try_from(pack.len()).unwrap());
    assert!(lengths.eq(engine.packs()));
    for pack in &packs {
        let contents: Value = serde_json::from_str(&engine.contents(pack).unwrap()).unwrap();
        for part in contents.as_array().unwrap() {
            let place = |place: usize| usize::try_from(part[place].as_u64().unwrap()).unwrap();
            let bytes = pack[place(1)..place(2)].to_vec();
            engine.supply(part[0].as_str().unwrap(), bytes).unwrap();
        }
    }
    assert_eq!(ask(&engine, "coton")["needed"], json!([]));
    engine.keep(0);
    assert_ne!(ask(&engine, "coton")["needed"], json!([]));
}

#[wasm_bindgen_test]
fn an_index_of_another_version_is_refused_as_such() {
    let mut root = index().root;
    root[4] = 99;
    assert_eq!(Engine::new(&root).unwrap_err(), "version");
    assert_eq!(Engine::new(b"<!doctype html>").unwrap_err(), "magic");
}

#[wasm_bindgen_test]
fn what_is_no_part_of_the_index_is_refused_and_does_no_harm() {
    let built = index();
    assert!(Engine::new(b"<!doctype html>").is_err());
    let mut engine = Engine::new(&built.root).unwrap();
    assert!(engine.supply("terms-0.bin", b"<!doctype html>".to_vec()).is_err());
    assert!(engine.supply("other.bin", built.parts[0].1.clone()).is_err());
    let mut pack = built.packs(BuildId(8)).next().unwrap();
    assert!(engine.supply_pack(pack.clone()).is_err());
    pack.truncate(20);
    assert!(engine.supply_pack(pack).is_err());
    assert_eq!(answer(&mut engine, &built, "wick")["total"], 1);
}

#[wasm_bindgen_test]
fn notices_point_into_the_query() {
    let built = index();
    let mut engine = Engine::new(&built.root).unwrap();
    let answer = answer(&mut engine, &built, "\u{1f680} \"wick");
    assert_eq!(answer["notices"][0]["start"], 3);
    assert!(answer["notices"][0]["message"].as_str().unwrap().contains("quotation mark"));
}
