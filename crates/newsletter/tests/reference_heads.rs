//! Address, identity in feeds, title and date of every post equal what Jekyll makes of it.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "this is how tests fail; Clippy exempts only functions marked as tests"
)]

mod reference;

use newsletter::front_matter::{self, FrontMatter};
use newsletter::permalink::{Permalink, identity};
use reference::{Archive, Post};

/// The pattern that the archives' `_config.yml` and `masthead.toml` have.
const PATTERN: &str = "/:year/:year:month:day";

#[test]
fn addresses_titles_and_dates_of_the_real_archive_are_jekylls() {
    if let Some(archive) = Archive::real() {
        check(&archive);
    }
}

#[test]
fn addresses_titles_and_dates_of_the_sample_archive_are_jekylls() {
    check(&Archive::sample());
}

fn check(archive: &Archive) {
    let pattern = Permalink::new(PATTERN).unwrap();
    archive.assert_same("url", |post| {
        compared(post, "url", |front_matter| pattern.path(front_matter, &post.file))
    });
    archive.assert_same("feed_id", |post| {
        compared(post, "feed_id", |front_matter| {
            let path = pattern.path(front_matter, &post.file);
            format!("https://lwkd.info{}", identity(&path, front_matter, &post.file))
        })
    });
    archive.assert_same("title", |post| {
        compared(post, "title", |front_matter| front_matter.title.clone())
    });
    archive.assert_same("date", |post| {
        compared(post, "date", |front_matter| {
            front_matter.published.to_string().replace('Z', "+00:00")
        })
    });
}

fn compared(
    post: &Post,
    key: &str,
    ours: impl Fn(&FrontMatter) -> String,
) -> (Vec<String>, Vec<String>) {
    let (front_matter, _) = front_matter::read(&post.text, &post.file);
    (vec![ours(&front_matter)], vec![post.jekyll[key].as_str().unwrap().to_owned()])
}
