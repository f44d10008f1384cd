//! What `press check` prints.

use std::path::PathBuf;

use newsletter::diagnostic::ColumnNumber;

use super::*;

fn finding(line: u32, severity: Severity, message: &str) -> Finding {
    Finding {
        path: PathBuf::from("posts/a,b.md"),
        position: Position { line: LineNumber(line), column: ColumnNumber(7) },
        severity,
        code: "link-empty",
        message: message.to_owned(),
        hint: "Say where it leads.".to_owned(),
    }
}

#[test]
fn text_has_the_place_the_rule_and_what_to_do() {
    assert_eq!(
        print(&[finding(3, Severity::Warning, "A link to nowhere.")], Format::Text),
        "posts/a,b.md:3:7: warning[link-empty]: A link to nowhere.\n    Say where it leads.\n"
    );
}

#[test]
fn text_keeps_one_line_for_one_finding_whatever_a_post_holds() {
    let text = print(&[finding(3, Severity::Note, "a\nb\u{1b}[31m\r\u{7}")], Format::Text);
    assert_eq!(text.lines().count(), 2);
    assert!(!text.contains(['\u{1b}', '\r', '\u{7}']), "{text:?}");
}

#[test]
fn json_is_an_array_of_objects() {
    let json = print(&[finding(3, Severity::Error, "A \"link\".")], Format::Json);
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    let expect = serde_json::json!([{
        "path": "posts/a,b.md", "line": 3, "column": 7, "severity": "error",
        "code": "link-empty", "message": "A \"link\".", "hint": "Say where it leads."
    }]);
    assert_eq!(value, expect);
    assert_eq!(print(&[], Format::Json), "[]\n");
}

#[test]
fn github_annotations_escape_what_would_end_them() {
    assert_eq!(
        print(&[finding(3, Severity::Note, "100 %\n::error::x")], Format::Github),
        "::notice file=posts/a%2Cb.md,line=3,col=7,title=link-empty\
         ::100 %25%0A::error::x%0ASay where it leads.\n"
    );
}

#[test]
fn the_summary_counts_by_severity() {
    let findings = [finding(1, Severity::Warning, "a"), finding(2, Severity::Warning, "b")];
    assert_eq!(summary(&findings), "0 errors, 2 warnings, 0 notes");
    assert!(is_denied(&findings, Severity::Warning));
    assert!(!is_denied(&findings, Severity::Error));
}

#[test]
fn a_baseline_hides_known_findings_though_their_lines_have_moved() {
    let before = [finding(1, Severity::Note, "a"), finding(2, Severity::Note, "a: b")];
    let after = vec![
        finding(11, Severity::Note, "a"),
        finding(12, Severity::Note, "a: b"),
        finding(13, Severity::Note, "a"),
        finding(14, Severity::Warning, "a"),
    ];
    let baseline = Baseline::read(&print(&before, Format::Text));
    let new = baseline.unknown(after.clone());
    assert_eq!(new, &after[2..]);
    assert_eq!(Baseline::default().unknown(after.clone()), after);
}

#[test]
fn a_feed_that_nobody_can_read_is_found_at_its_post_and_line() {
    let place = Some((PathBuf::from("posts/a.md"), LineNumber(7)));
    let (file, what) = ("feed.xml".to_owned(), "it has no `title`".to_owned());
    let found = of_output(&PlanError::Feed(FeedError { file, place, what }));
    let printed = print(&[found], Format::Text);
    assert!(printed.starts_with("posts/a.md:7:1: error[feed-invalid]: feed.xml "), "{printed}");
    assert!(printed.contains("it has no `title`"), "{printed}");
}
