//! `press` as a program: what it prints where, and its exit codes.

use std::path::Path;
use std::process::{Command, Output};

use crate::site::{fixture, folder_with};

fn press(arguments: &[&str], posts: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_press"))
        .args(arguments)
        .env("MASTHEAD_POSTS", posts)
        .env_remove("MASTHEAD_CONFIG")
        .output()
        .unwrap()
}

fn check(arguments: &[&str], posts: &Path, expect_code: i32) -> (String, String) {
    let output = press(&[&["check"], arguments].concat(), posts);
    let printed = String::from_utf8(output.stdout).unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(expect_code), "{printed}{told}");
    (printed, told)
}

#[test]
fn findings_are_on_standard_output_and_the_summary_is_not() {
    let (printed, told) = check(&[], &fixture("jekyll/_posts"), 1);
    let line = printed.lines().find(|line| line.contains("encoding-invalid")).unwrap();
    assert!(line.contains("2022-05-01-pier.md:7:61: error[encoding-invalid]: "), "{line}");
    assert!(printed.lines().any(|line| line == "    Save the file as UTF-8."), "{printed}");
    assert!(told.starts_with("3 posts: 1 error, "), "{told}");
}

#[test]
fn the_exit_code_depends_on_what_is_denied() {
    let posts = fixture("flavours/posts");
    // Nothing but a note about a draft.
    check(&[], &posts, 0);
    check(&["--deny", "warning"], &posts, 0);
    check(&["--deny", "note"], &posts, 1);
}

#[test]
fn what_cannot_run_ends_with_two() {
    let (printed, told) = check(&[], Path::new("no/such/folder"), 2);
    assert_eq!(printed, "");
    assert!(told.contains("no/such/folder"), "{told}");
    check(&["--baseline", "no-such-file"], &fixture("flavours/posts"), 2);
    check(&["--no-such-option"], &fixture("flavours/posts"), 2);
}

#[test]
fn every_format_has_every_finding() {
    let posts = fixture("jekyll/_posts");
    let (text, _) = check(&[], &posts, 1);
    let (json, _) = check(&["--format", "json"], &posts, 1);
    let (github, _) = check(&["--format", "github"], &posts, 1);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    assert!(!rows.is_empty());
    assert_eq!(rows.len() * 2, text.lines().count());
    assert_eq!(rows.len(), github.lines().count());
    assert!(github.lines().all(|line| line.starts_with("::")), "{github}");
}

#[test]
fn what_an_earlier_check_printed_is_a_baseline() {
    let posts = fixture("jekyll/_posts");
    let (printed, _) = check(&[], &posts, 1);
    let folder = folder_with(&[("baseline.txt", &printed)]);
    let baseline = folder.path().join("baseline.txt");
    let arguments = ["--baseline", baseline.to_str().unwrap(), "--deny", "note"];
    let (printed, _) = check(&arguments, &posts, 0);
    assert_eq!(printed, "");
}

#[test]
fn two_posts_with_one_address_are_findings_of_the_check() {
    let post = "---\ntitle: Same\ndate: 2024-01-01\n---\n";
    let folder = folder_with(&[
        ("masthead.toml", "permalink = '/:year/:year:month:day'"),
        ("posts/one.md", post),
        ("posts/two.md", post),
    ]);
    let (printed, _) = check(&[], &folder.path().join("posts"), 1);
    assert!(printed.contains("two.md:1:1: error[address-taken]: "), "{printed}");
    assert!(printed.contains("one.md and "), "{printed}");
}

#[test]
fn a_post_in_the_place_of_another_page_is_a_finding_of_the_check() {
    let folder = folder_with(&[
        ("masthead.toml", "permalink = '/:year'"),
        ("posts/one.md", "---\ntitle: One\ndate: 2024-01-01\n---\n"),
    ]);
    let (printed, _) = check(&[], &folder.path().join("posts"), 1);
    assert!(printed.contains("one.md:1:1: error[output-taken]: "), "{printed}");
    assert!(printed.contains("the issues of 2024"), "{printed}");
}

#[test]
fn a_build_reports_errors_and_goes_on_unless_it_is_strict() {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().to_str().unwrap();
    let strict = press(&["build", "--strict", "--out", folder], &fixture("jekyll/_posts"));
    assert_eq!(strict.status.code(), Some(1));
    assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 0);
    let lenient = press(&["build", "--out", folder], &fixture("jekyll/_posts"));
    let told = String::from_utf8(lenient.stderr).unwrap();
    assert_eq!(lenient.status.code(), Some(0), "{told}");
    assert!(told.contains("error[encoding-invalid]"), "{told}");
    assert!(told.contains("3 issues, 1 page"), "{told}");
    assert!(out.path().join("2022/20220501.md").is_file());
}

#[test]
fn trunks_environment_is_enough_for_a_build() {
    let out = tempfile::tempdir().unwrap();
    std::fs::write(out.path().join("index.html"), crate::site::SHELL).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_press"))
        .arg("build")
        .env("MASTHEAD_POSTS", fixture("flavours/posts"))
        .env("MASTHEAD_CONFIG", fixture("flavours/masthead.toml"))
        .env("MASTHEAD_SITE_URL", "https://harbour.example/weekly")
        .env("TRUNK_STAGING_DIR", out.path())
        .env("TRUNK_PUBLIC_URL", "/weekly/")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let home = std::fs::read_to_string(out.path().join("index.html")).unwrap();
    assert!(home.contains("data-base=\"/weekly/\""), "{home}");
}
