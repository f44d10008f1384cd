//! Posts that nobody writes in good faith: what always holds, holds of them, and no post takes more
//! work than its size explains.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "this is how tests fail and speak; Clippy exempts only functions marked as tests"
)]

mod invariants;
mod page;
mod rules;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{fs, iter};

use newsletter::Rules;

/// Generous for a build without optimisation on a busy machine; what grows with the square of the
/// size takes minutes.
const MOST_TIME: Duration = Duration::from_secs(20);

/// Bytes of HTML for each byte of Markdown. A footnote's reference is the most that so few
/// characters (`[^1]`) become.
const MOST_GROWTH: usize = 150;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn rules() -> Rules {
    let path = repository().join("crates/newsletter/tests/fixtures/rules.toml");
    rules::rules(&fs::read_to_string(path).unwrap())
}

fn check(name: &str, post: &str, rules: &Rules) {
    let start = Instant::now();
    let parsed = newsletter::parse(post, "/2023/20230905", rules);
    let took = start.elapsed();
    println!("{name}: {} bytes {took:?}", post.len());
    assert!(took < MOST_TIME, "{name} took {took:?}");
    let html = page::html(&parsed.issue).len();
    assert!(html <= MOST_GROWTH * post.len() + 1_000, "{name} became {html} bytes");
}

#[test]
fn what_always_holds_holds_of_every_fixture() {
    let rules = rules();
    let fixtures = fs::read_dir(repository().join("tests/hostile")).unwrap();
    let posts = fixtures.map(|entry| entry.unwrap().path());
    let posts = posts.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    let mut count = 0;
    for path in posts {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let post = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        check(&name, &post, &rules);
        invariants::assert_all(&post, &rules);
        count += 1;
    }
    assert!(count >= 15, "the fixtures are missing");
}

/// Posts of this many bytes, too dull to keep as files.
const LARGE: usize = 200_000;

fn repeated(piece: &str) -> String {
    piece.repeat(LARGE / piece.len())
}

fn counted(piece: impl Fn(usize) -> String) -> String {
    let mut size = 0;
    let fits = |piece: &String| {
        size += piece.len();
        size < LARGE
    };
    (0..).map(piece).take_while(fits).collect()
}

#[test]
fn large_posts_take_work_by_their_size() {
    let rules = rules();
    let indented = |number: usize| format!("{}- x\n", "  ".repeat(number));
    let posts = [
        ("a huge line", repeated("word ")),
        ("a huge word", repeated("a")),
        ("a huge heading", ["## ", &repeated("word-")].concat()),
        ("a huge title in a feature", ["### #1: ", &repeated("a.")].concat()),
        ("lists in lists", [&repeated("- "), "x"].concat()),
        ("lists in lists by lines", counted(indented)),
        ("quotations in quotations", [&repeated("> "), "x"].concat()),
        ("footnotes", counted(|n| format!("[^{n}]\n\n[^{n}]: note {n}\n\n"))),
        ("references to one footnote", ["[^a]: note\n\n", &repeated("[^a] ")].concat()),
        ("footnotes in footnotes", counted(|n| format!("[^{n}]: [^{}]\n\n", n + 1))),
        ("equal headings", repeated("## a\n")),
        ("equal features", repeated("### a\n")),
        ("equal items", repeated("* a\n")),
        (
            "features in features",
            iter::repeat_n("# a\n## a\n### a\n#### a\n", LARGE / 22).collect(),
        ),
        ("opening brackets", repeated("[")),
        ("links", repeated("[a](b)")),
        ("images", repeated("![](b)")),
        ("images in quotations", [repeated("> "), repeated("![](b)")].concat()),
        ("emphasis", repeated("*a **b ")),
        ("back-ticks", counted(|n| format!("{} ", "`".repeat(n % 300)))),
        ("angle brackets", repeated("<")),
        ("raw tags", repeated("<b>")),
        ("raw tags and others' ends", [repeated("<b>"), repeated("</i>")].concat()),
        ("folded blocks", repeated("<details>\n\n")),
        ("a long tag", ["<b ", &repeated("a=\"b\" ")].concat()),
        ("tags that end at once", repeated("<b a=\"")),
        ("comments", repeated("<!-- ")),
        ("tables", ["|a|\n|-|\n", &repeated("|b")].concat()),
        ("rows", ["|a|\n|-|\n", &repeated("|b|\n")].concat()),
        ("columns", ["|", &repeated("a|"), "\n|", &repeated("-|"), "\n"].concat()),
        ("words like owners", repeated("a.a.")),
        ("words like versions", repeated("1.1.")),
        ("words like flags", repeated("--a-")),
        ("mentions", counted(|n| format!("#{n} "))),
        (
            "one item with many links",
            counted(|n| format!("[#{n}](https://github.com/a/b/pull/{n}) ")),
        ),
        ("hashes", repeated("#a\n")),
        ("empty links", repeated("[]() ")),
        ("reference definitions", counted(|n| format!("[{n}]: /x\n[{n}]\n"))),
    ];
    for (name, post) in posts {
        check(name, &post, &rules);
    }
}
