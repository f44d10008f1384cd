//! The real archive, where it is at hand: it lies beside the repository or where
//! `MASTHEAD_SHARED` says.

use std::path::{Path, PathBuf};

use icalendar::Component;
use newsletter::Severity;
use press::config::Arguments;

use crate::heads;
use crate::site::{Site, read};

#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
pub(crate) fn posts() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("MASTHEAD_SHARED").map_or(beside, PathBuf::from);
    let posts = shared.join("lwkd/_posts");
    if !posts.is_dir() {
        println!("Skipped: the real archive is not at hand ({}).", posts.display());
        return None;
    }
    Some(posts)
}

#[test]
fn the_real_archive_is_whole() {
    let Some(posts) = posts() else { return };
    let site = Site::of_posts(posts);
    let manifest = site.manifest();
    assert_eq!(manifest.issues.len(), 309);
    assert_eq!(site.archive.taken, []);
    let pages: Vec<_> = manifest.pages.iter().map(|page| &*page.path).collect();
    assert_eq!(pages, ["/authors", "/code-of-conduct"]);
    // The three images under `images` belong to the home page.
    assert_eq!(manifest.images.len(), 22);
    let errors: Vec<_> = site
        .archive
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    for post in &site.archive.posts {
        let reread = site.parsed(&post.entry.path).issue;
        assert!(reread == post.issue, "{} differs in the app", post.entry.path);
    }
}

#[test]
fn the_real_archive_can_be_shown_with_the_projects_own_configuration() {
    let Some(posts) = posts() else { return };
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../masthead.toml");
    let archive =
        read(&Arguments { posts: Some(posts), config: Some(own), ..Arguments::default() });
    assert_eq!(archive.manifest.issues.len(), 309);
    assert_eq!(archive.manifest.short_title, "LWKD");
    assert_eq!(archive.taken, []);
}

#[test]
fn the_real_archive_has_a_calendar_that_a_calendar_program_reads() {
    let Some(posts) = posts() else { return };
    let site = Site::of_posts(posts);
    let calendar: icalendar::Calendar = site.text("deadlines.ics").parse().unwrap();
    let events = calendar.components.iter().filter_map(icalendar::CalendarComponent::as_event);
    let mut ids: Vec<_> = events.filter_map(|event| event.get_uid()).collect();
    assert_eq!(ids.len(), site.archive.deadlines.len());
    assert!(ids.len() > 200, "{}", ids.len());
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), site.archive.deadlines.len());
    let findings = site.archive.findings.iter();
    assert_eq!(findings.filter(|finding| finding.code == "deadline-unread").count(), 11);
}

#[test]
fn the_heads_of_the_real_archive_agree_with_it() {
    let Some(posts) = posts() else { return };
    let site_url = "https://lwkd.info";
    let site = Site::build(&Arguments {
        posts: Some(posts),
        site_url: Some(site_url.to_owned()),
        ..Arguments::default()
    });
    heads::check_all(&site, site_url);
    heads::check_issues(&site, site_url);
    let cards = site.files().into_keys().filter(|file| file.starts_with("cards/")).count();
    assert_eq!(cards, 310);
}
