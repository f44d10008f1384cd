//! What holds for every text, every archive and all bytes.

mod archive;

use archive::Archive;
use newsletter::date::Date;
use newsletter_search::query::{Query, parse};
use newsletter_search::{BuildId, Built, Index, Request, Shape, tokens};
use proptest::prelude::*;
use proptest::sample::select;

/// Pieces that queries and posts are made of, mean ones among them.
const PIECES: [&str; 36] = [
    "lamp",
    "Lamps",
    "frozen",
    "SidecarContainers",
    "non-graceful",
    "1.30.1",
    "v1.29.0-alpha.1",
    "#12",
    "KEP-0014",
    "--dry-run",
    "@jane",
    "東京",
    "Zoë",
    "ﬁ",
    "C#",
    "k8s.io/api",
    "a",
    "the",
    "\"",
    "“",
    "-",
    "-\"",
    "section:",
    "section:news",
    "year:2023",
    "before:2023-05",
    "is:featured",
    "author:\"A b\"",
    "kep:x",
    "pr:1",
    ":",
    "https://github.com/a/b/pull/3",
    "\u{301}",
    "\u{1}#12",
    "''s",
    "_x_",
];

/// Marks come only with their letters: where a word begins with one, what stands before it decides
/// whether it is one.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![select(&PIECES[..]).prop_map(str::to_owned), "[^\\p{M}\\p{Cf}]{0,8}"];
    let pieces = proptest::collection::vec((piece, select(vec!["", " ", " ", "\n", "/"])), 0..8);
    pieces.prop_map(|pieces| {
        pieces.into_iter().flat_map(|(piece, gap)| [piece, gap.to_owned()]).collect()
    })
}

fn post() -> impl Strategy<Value = String> {
    let items = proptest::collection::vec(text(), 1..6);
    items.prop_map(|items| {
        let lines = items.into_iter().map(|item| format!("* {}\n", item.replace('\n', " ")));
        ["## News\n\n".to_owned()].into_iter().chain(lines).collect()
    })
}

fn archive() -> impl Strategy<Value = Archive> {
    proptest::collection::vec(post(), 1..4)
        .prop_map(|posts| Archive::of(&posts.iter().map(String::as_str).collect::<Vec<_>>()))
}

/// Without the places in the text.
fn bare(query: &Query) -> Vec<(String, bool)> {
    let bare = |clause: &newsletter_search::query::Clause| {
        (format!("{:?}", clause.matter), clause.is_excluded)
    };
    query.clauses.iter().map(bare).collect()
}

/// A failure is told, and nothing is written beside the sources.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_printed_query_is_the_query(text in text()) {
        let (query, notices) = parse(&text);
        prop_assert_eq!(bare(&parse(&query.to_string()).0), bare(&query));
        for notice in notices {
            prop_assert!(text.get(notice.span).is_some());
        }
        for clause in &query.clauses {
            prop_assert!(text.get(clause.span.clone()).is_some());
        }
    }

    #[test]
    fn tokens_lie_in_the_text_in_order(text in text()) {
        let tokens = tokens(&text);
        prop_assert!(tokens.is_sorted_by_key(|token| token.position));
        for token in tokens {
            prop_assert!(!token.term.is_empty() && text.get(token.span).is_some());
        }
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn every_word_of_every_item_finds_its_item(archive in archive()) {
        for (number, item) in (0..).zip(archive.issues.iter().flat_map(newsletter::Issue::items)) {
            for token in tokens(&item.text).iter().filter(|token| token.shape != Shape::Part) {
                let query = format!("\"{}\"", &item.text[token.span.clone()]);
                let found = archive.hits(&query);
                prop_assert!(found.iter().any(|hit| hit.item == number), "{} in {:?}", query, item.text);
            }
        }
    }

    #[test]
    fn everything_that_was_written_is_read(archive in archive()) {
        let request =
            Request { from: Some(Date::MIN), limit: usize::MAX, ..Request::default() };
        let answer = archive.answer(&request).0;
        let read: Vec<(String, String)> = answer
            .hits
            .into_iter()
            .map(|hit| hit.content.unwrap())
            .map(|content| (content.anchor, content.text))
            .collect();
        let items = archive.issues.iter().flat_map(newsletter::Issue::items);
        let written: Vec<(String, String)> =
            items.map(|item| (item.anchor.to_string(), item.text.clone())).collect();
        prop_assert_eq!(read, written);
    }

    #[test]
    fn any_query_has_an_answer_with_marks_in_the_text(archive in archive(), query in text()) {
        for hit in archive.hits(&query) {
            let content = hit.content.unwrap();
            for mark in content.text_marks {
                prop_assert!(content.text.get(mark).is_some());
            }
        }
    }

    #[test]
    fn damaged_bytes_are_refused_or_searched_and_do_no_harm(
        archive in archive(),
        query in text(),
        damage in proptest::collection::vec((any::<usize>(), any::<usize>(), any::<u8>()), 1..6),
    ) {
        let Built { mut root, mut parts } = archive.built.clone();
        for (file, place, byte) in damage {
            let count = parts.len() + 1;
            let bytes = parts.get_mut(file % count).map_or(&mut root, |(_, bytes)| bytes);
            let len = bytes.len();
            bytes[place % len] = byte;
            if byte == 0 {
                bytes.truncate(place % len);
            }
            if bytes.is_empty() {
                bytes.push(0);
            }
        }
        if let Ok(mut index) = Index::open(&root) {
            for (id, bytes) in parts {
                // Refused parts are missed.
                let _ = index.supply(id, bytes);
            }
            let request = Request { query, limit: 100, ..Request::default() };
            let outcome = index.search(&request);
            prop_assert!(outcome.answer.hits.len() <= 100);
        }
    }

    #[test]
    fn a_damaged_pack_is_refused_or_searched_and_does_no_harm(
        archive in archive(),
        query in text(),
        damage in proptest::collection::vec((any::<usize>(), any::<u8>()), 1..6),
    ) {
        let mut index = archive.index.clone();
        for mut pack in archive.built.packs(BuildId(0)) {
            for (place, byte) in &damage {
                let len = pack.len();
                pack[place % len] = *byte;
            }
            // A refused pack leaves the index as it was.
            let _ = index.supply_pack(pack);
        }
        let request = Request { query, limit: 100, ..Request::default() };
        prop_assert!(index.search(&request).answer.hits.len() <= 100);
    }
}
