//! What queries find: the promises of the query language, each on a few posts.

mod archive;

use archive::Archive;
use newsletter::date::Date;
use newsletter_search::{Match, Request, Sort};

/// Each item begins with a word that names it.
const POSTS: [&str; 3] = [
    "## News

* One: the scheduler [mends queues](https://github.com/lamps/lamps/pull/119157/files?w=1#top)
* Two: KEP-0014 and CVE-2023-5528 with `--dry-run`
* Three: v1.30.1 of the lamp, thanks @jane-doe
* Four: SidecarContainers for C# are frozen

## Promotions

* Five: lighthouses to beta
",
    "## News

* Six: non-graceful shutdown of the sidecar
  containers, said Stanisław
* Seven: version 1.30 freezes the lamp
* Eight: [oil](https://github.com/oil/oil/pull/7) is a lamp's friend, writes [Jo](https://github.com/Jo-Keeper)

## Featured PRs

### Nine lamps

A lamp is *not* a [lantern](https://example.org) on a `ship`.
",
    "## News

* Ten: the lamps, 東京
* Eleven: nongraceful C code and a scheduling lamp
* Twelve: KEP 140 and #1191570
",
];

fn check(query: &str, expect: &[&str]) {
    let found = Archive::of(&POSTS).texts(query);
    let found: Vec<&str> = found.iter().map(|text| text.trim_end_matches(':')).collect();
    assert_eq!(found, expect, "{query:?}");
}

#[test]
fn one_number_is_found_in_every_spelling_and_no_neighbour_is() {
    for query in [
        "#119157",
        "119157",
        "0119157",
        "lamps/lamps#119157",
        "PR 119157",
        "pr:119157",
        "https://github.com/lamps/lamps/pull/119157",
        "https://github.com/lamps/lamps/pull/119157?x#y",
        "<https://github.com/lamps/lamps/pull/119157/>.",
    ] {
        check(query, &["One"]);
    }
    for absent in ["#119158", "11915", "1191", "lamps/oil#119157", "pr:119158"] {
        check(absent, &[]);
    }
    check("oil/oil#7", &["Eight"]);
}

#[test]
fn keps_in_every_spelling() {
    for query in ["KEP-14", "KEP 14", "kep14", "kep:0014", "14"] {
        check(query, &["Two"]);
    }
    check("KEP-1", &[]);
    check("pr:14", &[]);
}

#[test]
fn identifiers_are_found_whole_and_never_by_their_beginning() {
    check("CVE-2023-5528", &["Two"]);
    check("CVE-2023-552", &[]);
    check("--dry-run", &["Two"]);
    check("1.30", &["Seven"]);
    check("v1.30.1", &["Three"]);
    check("1.3", &[]);
    check("@jane-doe", &["Three"]);
    check("C#", &["Four"]);
    check("c code", &["Eleven"]);
}

#[test]
fn compounds_are_one_however_they_are_written() {
    for query in ["sidecarcontainers", "SidecarContainers", "sidecar containers"] {
        check(query, &["Four", "Six"]);
    }
    for query in ["non-graceful", "nongraceful", "non graceful"] {
        check(query, &["Six", "Eleven"]);
    }
}

#[test]
fn words_are_found_in_all_their_forms() {
    check("freeze", &["Four", "Seven"]);
    check("frozen", &["Four", "Seven"]);
    check("stanislaw", &["Six"]);
    check("ＳＴＡＮＩＳŁＡＷ", &["Six"]);
    check("京", &["Ten"]);
    check("東京", &["Ten"]);
    check("京東", &[]);
}

#[test]
fn the_last_word_may_be_half_typed_and_mistyped() {
    check("lighth", &["Five"]);
    check("lighth ", &[]);
    check("lihgthouses", &["Five"]);
    check("lihgtho", &["Five"]);
    let answer = Archive::of(&POSTS)
        .answer(&Request { query: "beta lihgthouses".to_owned(), limit: 9, ..Request::default() })
        .0;
    assert_eq!(answer.suggestion.as_deref(), Some("beta lighthouses"));
    assert_eq!(answer.hits[0].kind, Match::Fuzzy);
}

#[test]
fn mistakes_are_forgiven_in_every_script() {
    let post = "## News\n\n* Кластер готов к работе\n* Zażółć gęślą jaźń\n* Ερευνα για φάρους\n";
    let archive = Archive::of(&[post]);
    for (query, expect) in [
        ("клатсер", "Кластер"),
        ("Класте", "Кластер"),
        ("кластер рабоет", "Кластер"),
        ("zazolc gesla", "Zażółć"),
        ("zażłóć", "Zażółć"),
        ("ερεvνα", "Ερευνα"),
    ] {
        assert_eq!(archive.texts(query), [expect], "{query}");
    }
    assert!(archive.texts("класс ").is_empty());
}

#[test]
fn phrases_stand_side_by_side_across_markup_and_lines() {
    check("\"sidecar containers\"", &["Six"]);
    check("\"lantern on a ship\"", &["Nine"]);
    check("\"ship lantern\"", &[]);
    check("\"lantern on a sh", &["Nine"]);
}

#[test]
fn operators_narrow() {
    check("lamp section:featured", &["Nine"]);
    check("lamp is:featured", &["Nine"]);
    check("-is:featured lantern", &[]);
    check("lamp -version -scheduling -thanks", &["Eight", "Nine", "Ten"]);
    check("lamp before:2023-08-25", &["Eleven", "Ten"]);
    check("lamp after:2023-09-05", &["Three"]);
    check("lantern year:2022", &[]);
    check("author:jane-doe", &["Three"]);
    check("author:Stanislaw", &["Six"]);
    for query in ["author:jo-keeper", "author:@Jo-Keeper", "https://github.com/jo-keeper/"] {
        check(query, &["Eight"]);
    }
    check("author:jo-keep", &[]);
}

#[test]
fn the_heading_of_a_section_says_a_word_too() {
    check("promoting lighthouses", &["Five"]);
    check("promotions", &["Five"]);
}

#[test]
fn what_is_not_there_is_not_found() {
    check("zeppelin", &[]);
    check("lamp zeppelin", &[]);
    check("", &[]);
    check("- \" ** : ~", &[]);
    check("section:lamps", &[]);
}

#[test]
fn fewer_words_only_when_all_find_nothing_and_labelled_so() {
    let request = |query: &str| Request { query: query.to_owned(), limit: 9, ..Request::default() };
    let archive = Archive::of(&POSTS);
    let (answer, _) = archive.answer(&request("scheduler mends queues beta"));
    assert!(answer.is_relaxed);
    assert_eq!(answer.hits.len(), 1);
    assert_eq!(answer.hits[0].kind, Match::Partial);
    assert!(!archive.answer(&request("scheduler mends queues")).0.is_relaxed);
}

#[test]
fn choices_narrow_hits_and_counts_leave_their_own_choice_out() {
    let archive = Archive::of(&POSTS);
    let request = Request {
        query: "lamp".to_owned(),
        sections: vec!["featured".to_owned()],
        from: Some(Date { year: 2023, month: 8, day: 29 }),
        limit: 9,
        ..Request::default()
    };
    let (answer, _) = archive.answer(&request);
    assert_eq!(answer.total, 1);
    assert_eq!(answer.sections, [3, 1, 0, 0]);
    assert_eq!(answer.years, [(2023, 1)]);
}

#[test]
fn newest_first_goes_by_date_and_place() {
    let archive = Archive::of(&POSTS);
    let query = "lamp".to_owned();
    let request = Request { query, sort: Sort::Newest, limit: 2, offset: 1, ..Request::default() };
    let (answer, _) = archive.answer(&request);
    let items: Vec<u32> = answer.hits.iter().map(|hit| hit.item).collect();
    assert_eq!(items, [6, 7]);
}

#[test]
fn marks_are_what_was_looked_for() {
    let marked = |query: &str| {
        let hits = Archive::of(&POSTS).hits(query);
        let content = hits[0].content.clone().unwrap();
        let mut marked: Vec<String> = content
            .heading_marks
            .iter()
            .map(|mark| content.heading[mark.clone()].to_owned())
            .collect();
        marked.extend(content.text_marks.iter().map(|mark| content.text[mark.clone()].to_owned()));
        marked
    };
    assert_eq!(marked("freeze lamps"), ["freezes", "lamp"]);
    assert_eq!(marked("\"on a ship\""), ["on a ship"]);
    assert_eq!(marked("nine lantern"), ["Nine", "lantern"]);
    assert_eq!(marked("1.30.1"), ["v1.30.1"]);
}

#[test]
fn parts_that_arrive_later_only_add_below() {
    let archive = Archive::of(&POSTS);
    let request = Request { query: "lamp".to_owned(), limit: 9, ..Request::default() };
    let mut index = archive.index.clone();
    let mut before: Vec<u32> = Vec::new();
    loop {
        let outcome = index.search(&request);
        let items: Vec<u32> = outcome.answer.hits.iter().map(|hit| hit.item).collect();
        assert!(items.starts_with(&before), "{before:?} became {items:?}");
        let Some(id) = outcome.needed.first() else { break };
        let bytes = archive.built.parts.iter().find(|(part, _)| part == id).unwrap().1.clone();
        index.supply(*id, bytes).unwrap();
        before = items;
    }
    assert!(before.len() > 5);
}
