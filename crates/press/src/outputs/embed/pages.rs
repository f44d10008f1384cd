//! Which pages there are to embed.

use bundle_format::{EMBED_PATH, IssueEntry, SEARCH_PATH, section_path};
use masthead::route::Query;
use masthead::state::archive::Archive as AppArchive;
use masthead::widgets::{self, NEWEST_LEAD};
use newsletter::Issue;

use super::page::{Kind, Page};
use super::saved::Found;
use crate::archive::{Archive, Post};
use crate::config::SavedSearch;
use crate::outputs::search_program::MODULE;
use crate::side_by_side;

/// Issues on the page of a section, and headlines on theirs: the most that an address can ask for.
const MOST: usize = 20;

/// What is shown unless the address says otherwise.
const SHOWN: usize = 5;

const LATEST: &str = "/latest";
const HEADLINES: &str = "/headlines";
const MISSING: &str = "/missing";

/// What a page shows.
#[derive(Clone, Copy)]
enum Subject<'a> {
    /// The newest issue, under an address that stays.
    Latest(&'a Post),
    Issue(&'a Post),
    Section(u8),
    Headlines,
    Saved(&'a Found<'a>),
    Search,
    Missing,
}

/// All of them, made.
pub(super) fn all(archive: &Archive, app: &AppArchive, found: &[Found<'_>]) -> Vec<Page> {
    let mut subjects = subjects(archive);
    subjects.extend(found.iter().map(Subject::Saved));
    side_by_side::map(&subjects, |subject| page(*subject, archive, app))
}

/// The paths of all of them, without making them.
pub(super) fn paths(archive: &Archive) -> Vec<String> {
    let manifest = &archive.manifest;
    let path = |subject: &Subject<'_>| match subject {
        Subject::Latest(_) => below(LATEST),
        Subject::Issue(post) => below(&post.entry.path),
        Subject::Section(family) => {
            let family = manifest.families.get(usize::from(*family));
            below(&section_path(family.map_or("", |family| &family.id)))
        }
        Subject::Headlines => below(HEADLINES),
        Subject::Saved(found) => of_saved(found.search),
        Subject::Search => below(SEARCH_PATH),
        Subject::Missing => below(MISSING),
    };
    let saved = archive.saved_searches.iter().map(of_saved);
    subjects(archive).iter().map(path).chain(saved).collect()
}

/// Those that need no search.
fn subjects(archive: &Archive) -> Vec<Subject<'_>> {
    let mut subjects = vec![Subject::Headlines, Subject::Search, Subject::Missing];
    subjects.extend(archive.posts.first().map(Subject::Latest));
    subjects.extend(archive.posts.iter().map(Subject::Issue));
    let families = (0..=u8::MAX).zip(&archive.manifest.families);
    subjects.extend(families.map(|(place, _)| Subject::Section(place)));
    subjects
}

fn page(subject: Subject<'_>, archive: &Archive, app: &AppArchive) -> Page {
    match subject {
        Subject::Latest(post) => {
            let [lead, _] = NEWEST_LEAD;
            Page { path: below(LATEST), ..issue(post, app, lead) }
        }
        Subject::Issue(post) => {
            let [_, lead] = NEWEST_LEAD;
            issue(post, app, lead)
        }
        Subject::Section(family) => section(family, archive, app),
        Subject::Headlines => headlines(archive, app),
        Subject::Saved(found) => saved(found, app),
        Subject::Search => search(app),
        Subject::Missing => missing(app),
    }
}

fn of_saved(search: &SavedSearch) -> String {
    below(&format!("/saved/{}", search.id))
}

fn below(path: &str) -> String {
    format!("{EMBED_PATH}{path}")
}

fn issue(post: &Post, app: &AppArchive, lead: &'static str) -> Page {
    Page {
        path: below(&post.entry.path),
        title: app.manifest.document_title(&post.entry.title),
        original: post.entry.path.clone(),
        excerpt: post.entry.headlines.join("; "),
        kind: Kind::Issue,
        markup: widgets::issue(app, &post.entry, &post.issue, lead),
    }
}

fn section(family: u8, archive: &Archive, app: &AppArchive) -> Page {
    let has_family = |post: &&Post| post.entry.items_in(family).is_some();
    let posts = archive.posts.iter().filter(has_family).take(MOST);
    let path = section_path(app.family_id(family));
    Page {
        path: below(&path),
        title: app.manifest.document_title(app.family_name(family)),
        original: path,
        excerpt: String::new(),
        kind: Kind::Plain,
        markup: widgets::section(app, family, &parts(posts), SHOWN),
    }
}

fn headlines(archive: &Archive, app: &AppArchive) -> Page {
    // Every issue with text has a headline.
    let posts = archive.posts.iter().take(MOST);
    Page {
        path: below(HEADLINES),
        title: app.manifest.title.clone(),
        original: "/".to_owned(),
        excerpt: app.manifest.description.clone(),
        kind: Kind::Plain,
        markup: widgets::headlines(app, &parts(posts), MOST, SHOWN),
    }
}

fn parts<'a>(posts: impl Iterator<Item = &'a Post>) -> Vec<(&'a IssueEntry, &'a Issue)> {
    posts.map(|post| (&post.entry, &post.issue)).collect()
}

fn saved(found: &Found<'_>, app: &AppArchive) -> Page {
    let search = found.search;
    let query = Query { words: search.query.clone(), is_newest_first: true, ..Query::default() };
    Page {
        path: of_saved(search),
        title: app.manifest.document_title(&search.title),
        original: SEARCH_PATH.to_owned(),
        excerpt: String::new(),
        kind: Kind::Plain,
        markup: widgets::hits(app, &search.title, query, &found.hits),
    }
}

fn search(app: &AppArchive) -> Page {
    Page {
        path: below(SEARCH_PATH),
        title: app.manifest.document_title("Search"),
        original: SEARCH_PATH.to_owned(),
        excerpt: String::new(),
        kind: Kind::Search,
        markup: widgets::search(app, &app.base.file(MODULE)),
    }
}

fn missing(app: &AppArchive) -> Page {
    Page {
        path: below(MISSING),
        title: app.manifest.document_title("Not found"),
        original: String::new(),
        excerpt: String::new(),
        kind: Kind::Plain,
        markup: widgets::missing(app),
    }
}
