//! What is read, new and unfinished, given what has happened; and that records survive being kept, being
//! carried elsewhere and being damaged.

use super::file::{self, Fields, FileError};
use super::*;

const ONE: &str = "/2023/20230905";
const TWO: &str = "/2023/20230912";

fn record(read: &[&str]) -> Record {
    Record::with_read(read.iter().map(|&path| path.to_owned()).collect())
}

fn place(path: &str, anchor: &str) -> Place {
    Place { path: path.to_owned(), anchor: anchor.to_owned() }
}

#[test]
fn an_issue_is_read_when_that_is_said_and_until_it_is_taken_back() {
    let mut record = record(&[]);
    for path in [TWO, ONE, TWO] {
        record.set_read(path, true);
    }
    assert_eq!(record.read(), [ONE, TWO]);
    record.set_read(ONE, false);
    record.set_read("/unknown", false);
    assert_eq!(record.read(), [TWO]);
    assert!(record.has_read(TWO) && !record.has_read(ONE));
}

#[test]
fn what_is_later_than_the_visit_before_is_new_until_it_is_read() {
    let mut record = record(&[]);
    assert_eq!(record.standing(ONE, 30), Standing::Unread, "before the first visit");
    record.visit = Some(Visit { at: 99, newest: 30, since: 20 });
    assert_eq!(record.standing(ONE, 20), Standing::Unread);
    assert_eq!(record.standing(ONE, 21), Standing::New);
    record.set_read(ONE, true);
    assert_eq!(record.standing(ONE, 21), Standing::Read);
}

#[test]
fn the_issue_that_was_opened_last_is_unfinished_until_it_is_read() {
    let mut record = record(&[]);
    record.open(ONE);
    record.reach(ONE, "deprecated");
    record.reach(TWO, "elsewhere");
    record.open(ONE);
    assert_eq!(record.unfinished, Some(place(ONE, "deprecated")));
    record.open(TWO);
    assert_eq!(record.unfinished, Some(place(TWO, "")));
    record.set_read(ONE, true);
    assert_eq!(record.unfinished, Some(place(TWO, "")));
    record.set_read(TWO, true);
    assert_eq!(record.unfinished, None);
    record.open(ONE);
    record.reach(ONE, "deprecated");
    assert_eq!(record.unfinished, None, "what was read is not begun again");
}

#[test]
fn a_merge_loses_nothing() {
    let mut ours = record(&[ONE]);
    ours.visit = Some(Visit { at: 99, newest: 40, since: 20 });
    ours.open("/ours");
    let mut theirs = record(&[ONE, TWO]);
    theirs.visit = Some(Visit { at: 9, newest: 30, since: 30 });
    theirs.open("/theirs");
    assert_eq!(ours.merge(theirs.clone()), Merged { added: 1, known: 1 });
    assert_eq!(ours.read(), [ONE, TWO]);
    assert_eq!(ours.unfinished, Some(place("/ours", "")));
    assert_eq!(ours.visit, Some(Visit { at: 99, newest: 40, since: 30 }));
    assert_eq!(ours.merge(theirs), Merged { added: 0, known: 2 });
}

#[test]
fn a_merge_leaves_nothing_unfinished_that_was_read_elsewhere() {
    let mut ours = record(&[TWO]);
    ours.open(ONE);
    let mut theirs = record(&[ONE]);
    theirs.open(TWO);
    ours.merge(theirs);
    assert_eq!(ours.unfinished, None);
    let mut ours = record(&[]);
    let mut theirs = record(&[]);
    theirs.open(TWO);
    ours.merge(theirs);
    assert_eq!(ours.unfinished, Some(place(TWO, "")));
}

fn kept(record: &Record) -> Record {
    let unfinished = record.unfinished.as_ref().map(Place::to_text).unwrap_or_default();
    let visit = record.visit.map(Visit::to_text).unwrap_or_default();
    Record::from_texts(&record.read_text(), &unfinished, &visit)
}

#[test]
fn a_record_survives_being_kept() {
    let long = format!("/{}/a", "x".repeat(50));
    let mut record = record(&[ONE, TWO, "/2023/é", "/2023/ê", "/a b,c", "/a b,c/", &long]);
    assert_eq!(kept(&record), record);
    record.visit = Some(Visit { at: 1_693_951_200, newest: -1, since: 0 });
    record.open("/2024/20240417");
    assert_eq!(kept(&record), record);
    record.reach("/2024/20240417", "größe#1");
    assert_eq!(kept(&record), record);
    assert_eq!(kept(&Record::default()), Record::default());
}

#[test]
fn paths_are_written_without_what_they_share() {
    assert_eq!(record(&[TWO, ONE]).read_text(), "0/2023/20230905#c12");
    let weeks =
        (0..3000_u32).map(|week| format!("/{}/{}", 1970 + week / 52, 19_700_101 + week * 7));
    let record = Record::with_read(weeks.collect());
    assert_eq!(record.read().len(), 3000);
    assert!(record.read_text().len() < 16_000, "{}", record.read_text().len());
}

#[test]
fn damaged_texts_give_what_can_be_read() {
    let read = |text: &str| Record::from_texts(text, "", "").read().join(" ");
    assert_eq!(read("0/2023/20230905#?#c12"), ONE);
    assert_eq!(read("0/a#z/b"), "/a /a/b");
    for text in ["", "#", "0", "z", "ü", "0no-slash", "0/a%2e", "0/a\u{0}", "null", "{\"a\": 1}"] {
        assert_eq!(read(text), "", "{text}");
    }
    assert_eq!(read(&format!("0/{}", "x".repeat(501))), "");
    for text in ["", " ", "1 2", "1 2 x", "99999999999999999999 1 1", "1,2,3"] {
        assert_eq!(Visit::from_text(text), None, "{text}");
    }
    for text in ["", "#a", "javascript:alert(1)", "//x?y#a"] {
        assert_eq!(Place::from_text(text), None, "{text}");
    }
}

fn fields(values: &[(&str, &[&str])]) -> Fields {
    let field = |(name, values): &(&str, &[&str])| {
        ((*name).to_owned(), values.iter().map(|&value| value.to_owned()).collect())
    };
    values.iter().map(field).collect()
}

#[test]
fn a_file_is_written_as_documented() {
    let mut record = record(&[ONE, TWO]);
    record.open("/2024/20240417");
    record.reach("/2024/20240417", "i-1");
    record.visit = Some(Visit { at: 9, newest: 8, since: 7 });
    let expect = "{\n  \"format\": \"masthead-reading\",\n  \"version\": 1,\n  \"archive\": \"The \\u0022Week\\u0022\",\n  \"since\": 7,\n  \"unfinished\": \"/2024/20240417#i-1\",\n  \"read\": [\n    \"/2023/20230905\",\n    \"/2023/20230912\"\n  ]\n}\n";
    assert_eq!(file::to_json(&record, "The \"Week\""), expect);
}

#[test]
fn a_file_brings_what_it_holds_and_passes_over_the_rest() {
    let fields = fields(&[
        ("format", &["masthead-reading"]),
        ("version", &["1"]),
        ("archive", &["Week"]),
        ("since", &["7"]),
        ("unfinished", &["/2024/20240417#i-1"]),
        ("read", &[TWO, ONE, "no path", "/a#b", "[object Object]"]),
        ("later", &["words"]),
    ]);
    let record = file::from_fields(Some(&fields), "Week").unwrap();
    assert_eq!(record.read(), [ONE, TWO]);
    assert_eq!(record.unfinished, Some(place("/2024/20240417", "i-1")));
    assert_eq!(record.visit, Some(Visit { at: 7, newest: 7, since: 7 }));
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let check = |fields: Option<Fields>, expect: FileError| {
        assert_eq!(file::from_fields(fields.as_ref(), "Week"), Err(expect), "{fields:?}");
    };
    let of = |version: &str, archive: &str| {
        Some(fields(&[
            ("format", &["masthead-reading"]),
            ("version", &[version]),
            ("archive", &[archive]),
        ]))
    };
    check(None, FileError::NoRecord);
    check(Some(fields(&[("format", &["another"]), ("version", &["1"])])), FileError::NoRecord);
    check(Some(fields(&[("format", &["masthead-reading"])])), FileError::NoRecord);
    check(of("one", "Week"), FileError::NoRecord);
    check(of("0", "Week"), FileError::NoRecord);
    check(of("2", "Week"), FileError::Newer);
    check(of("1", "Month"), FileError::OtherArchive("Month".to_owned()));
}
