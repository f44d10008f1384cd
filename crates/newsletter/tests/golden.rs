//! Fixtures with the tree and the HTML that they become, kept beside them.
//! `UPDATE_EXPECT=1` writes what is there now; read the difference before you keep it.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "this is how tests fail and speak; Clippy exempts only functions marked as tests"
)]

mod page;
mod rules;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use newsletter::family::Families;
use newsletter::{Block, Heading, Item, Parsed};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

#[test]
fn every_fixture_becomes_what_stands_beside_it() {
    let rules = rules::rules(&fs::read_to_string(fixtures().join("rules.toml")).unwrap());
    let entries = fs::read_dir(fixtures().join("golden")).unwrap();
    let mut posts: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    posts.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    posts.sort();
    assert!(posts.len() >= 10, "the fixtures are missing");
    let mut differing = Vec::new();
    for post in posts {
        let parsed =
            newsletter::parse(&fs::read_to_string(&post).unwrap(), "/2023/20230905", &rules);
        let html = page::html(&parsed.issue);
        page::assert_balanced(&page::nodes(&html));
        let as_expected = [
            is_expected(&post.with_extension("tree"), &tree(&parsed, &rules.families)),
            is_expected(&post.with_extension("html"), &html),
        ];
        if as_expected.contains(&false) {
            differing.push(post);
        }
    }
    assert!(differing.is_empty(), "not as expected, UPDATE_EXPECT=1 accepts: {differing:#?}");
}

fn is_expected(path: &Path, actual: &str) -> bool {
    let is_expected = fs::read_to_string(path).is_ok_and(|expected| expected == actual);
    if !is_expected && env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(path, actual).unwrap();
        return true;
    }
    if !is_expected {
        println!("{} would be:\n{actual}", path.display());
    }
    is_expected
}

/// One line for each thing, indented by what holds it.
fn tree(parsed: &Parsed, families: &Families) -> String {
    let mut tree = String::new();
    for section in &parsed.issue.sections {
        match &section.heading {
            Some(heading) => write!(tree, "section {}", described(heading)).unwrap(),
            None => tree.push_str("section without heading"),
        }
        for family in &section.families {
            write!(tree, " in {}", families.get(*family).unwrap().id).unwrap();
        }
        tree.push('\n');
        for block in &section.blocks {
            push_block(&mut tree, block);
        }
    }
    if parsed.issue.footnotes.is_some() {
        tree.push_str("footnotes\n");
    }
    for headline in parsed.issue.headlines(families) {
        writeln!(tree, "headline {headline:?}").unwrap();
    }
    for diagnostic in &parsed.diagnostics {
        let (line, column) = (diagnostic.line, diagnostic.column);
        let (severity, code) = (diagnostic.severity(), diagnostic.code.as_str());
        writeln!(tree, "{line}:{column}: {severity}[{code}]: {}", diagnostic.message).unwrap();
    }
    tree
}

fn push_block(tree: &mut String, block: &Block) {
    match block {
        Block::Rule => tree.push_str("  rule\n"),
        Block::Item(item) => push_item(tree, item, "  "),
        Block::List { start, items } => {
            let start = start.map_or(String::new(), |start| format!(" from {start}"));
            writeln!(tree, "  list{start}").unwrap();
            for item in items {
                push_item(tree, item, "    ");
            }
        }
    }
}

fn push_item(tree: &mut String, item: &Item, indent: &str) {
    let kind = format!("{:?}", item.kind).to_lowercase();
    match &item.heading {
        Some(heading) => writeln!(tree, "{indent}{kind} {}", described(heading)).unwrap(),
        None => writeln!(tree, "{indent}{kind} {} on line {}", item.anchor, item.line).unwrap(),
    }
    writeln!(tree, "{indent}  text {:?}", item.text).unwrap();
    for link in &item.links {
        writeln!(tree, "{indent}  link {link:?}").unwrap();
    }
    for entity in &item.entities {
        writeln!(tree, "{indent}  {} {}", entity.kind, entity.key).unwrap();
    }
}

fn described(heading: &Heading) -> String {
    let title = match heading.title() {
        title if title == heading.text => String::new(),
        title => format!(" titled {title:?}"),
    };
    let Heading { level, anchor, text, line, .. } = heading;
    format!("{anchor} {text:?}{title} of level {level} on line {line}")
}
