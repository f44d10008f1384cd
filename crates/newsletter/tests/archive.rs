//! The rules of the repository's `masthead.toml` on the real archive, where it is at hand.

#![expect(
    clippy::unwrap_used,
    reason = "this is how tests fail and speak; Clippy exempts only functions marked as tests"
)]

mod real_archive;
mod rules;

use std::fs;
use std::path::Path;

use newsletter::Rules;

/// Of all section headings, so many have a family that is not `other`.
const LEAST_MAPPED_PER_CENT: usize = 97;

fn shipped_rules() -> Rules {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../masthead.toml");
    rules::rules(&fs::read_to_string(path).unwrap())
}

#[test]
fn nearly_all_headings_have_a_family() {
    let rules = shipped_rules();
    let Some(posts) = real_archive::posts() else { return };
    let issues = posts.iter().map(|(_, post)| newsletter::parse(post, "/", &rules).issue);
    let sections = issues.flat_map(|issue| issue.sections);
    let (mut mapped, mut unmapped) = (0, Vec::new());
    for (heading, families) in
        sections.filter_map(|section| Some((section.heading?, section.families)))
    {
        let mut names =
            families.iter().map(|index| rules.families.get(*index).unwrap().id.as_str());
        if names.any(|id| id != "other") {
            mapped += 1;
        } else {
            unmapped.push(heading.text);
        }
    }
    let all = mapped + unmapped.len();
    println!("{mapped} of {all} headings have a family");
    assert!(mapped * 100 >= all * LEAST_MAPPED_PER_CENT, "without a family: {unmapped:?}");
}

#[test]
fn every_linked_pull_request_is_recognised() {
    let rules = shipped_rules();
    let Some(posts) = real_archive::posts() else { return };
    let mut count = 0;
    for (file, post) in &posts {
        for item in newsletter::parse(post, "/", &rules).issue.items() {
            for link in &item.links {
                let Some(number) = link.split("github.com/kubernetes/kubernetes/pull/").nth(1)
                else {
                    continue;
                };
                let number = number.split(['/', '?', '#']).next().unwrap();
                // One post has letters after the number: that address leads nowhere on the web either.
                if !number.bytes().all(|byte| byte.is_ascii_digit()) {
                    continue;
                }
                let key = format!("kubernetes/kubernetes#{number}");
                assert!(
                    item.entities.iter().any(|entity| entity.kind == "pr" && entity.key == key),
                    "{file}:{}: {link}",
                    item.line,
                );
                count += 1;
            }
        }
    }
    assert!(count > 5_000, "{count} pull requests");
}
