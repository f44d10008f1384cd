//! Parsing and rendering a whole archive: the real one where it is at hand, else the sample.
//!
//! `cargo bench -p newsletter`: the whole archive, then its median post, each beside what its Markdown
//! costs as plain HTML. The method and the last figures are in `benches/README.md`.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "this is how tests fail and speak; Clippy exempts only functions marked as tests"
)]

#[path = "../tests/real_archive/mod.rs"]
mod real_archive;
#[path = "../tests/rules/mod.rs"]
mod rules;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use newsletter::Rules;
use pulldown_cmark::{Options, Parser, html};

fn posts() -> Vec<String> {
    if let Some(posts) = real_archive::posts() {
        return posts.into_iter().map(|(_, post)| post).collect();
    }
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/posts");
    let files = fs::read_dir(sample).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| fs::read_to_string(path).unwrap()).collect()
}

fn parse(post: &str, rules: &Rules) -> usize {
    newsletter::parse(black_box(post), "/2023/20230905", rules).issue.sections.len()
}

/// The least that can be done with a post: its Markdown as HTML, without sections, items or ids.
fn plain(post: &str) -> usize {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut page = String::new();
    html::push_html(&mut page, Parser::new_ext(black_box(post), options));
    page.len()
}

/// The post that takes longer than one half of all posts and shorter than the other.
fn median<'post>(posts: &'post [String], rules: &Rules) -> &'post str {
    let timed = posts.iter().map(|post| {
        let start = Instant::now();
        black_box(parse(post, rules));
        (start.elapsed(), post.as_str())
    });
    let mut timed: Vec<_> = timed.collect();
    timed.sort();
    timed[timed.len() / 2].1
}

fn archive(criterion: &mut Criterion) {
    let configuration = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../masthead.toml");
    let rules = rules::rules(&fs::read_to_string(configuration).unwrap());
    let posts = posts();
    let bytes: usize = posts.iter().map(String::len).sum();
    let mut group = criterion.benchmark_group("parse and render");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("archive", |bencher| {
        bencher.iter(|| posts.iter().map(|post| parse(post, &rules)).sum::<usize>());
    });
    group.bench_function("archive, plain HTML", |bencher| {
        bencher.iter(|| posts.iter().map(|post| plain(post)).sum::<usize>());
    });
    let median = median(&posts, &rules);
    group.throughput(Throughput::Bytes(median.len() as u64));
    group.bench_function("median post", |bencher| bencher.iter(|| parse(median, &rules)));
    group.bench_function("median post, plain HTML", |bencher| bencher.iter(|| plain(median)));
    group.finish();
}

criterion_group!(benches, archive);
criterion_main!(benches);
