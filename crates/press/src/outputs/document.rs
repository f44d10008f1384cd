//! The HTML documents of a site: one for each address, with its title and description.

use bundle_format::{
    DEADLINES_PATH, Family, IssueEntry, Manifest, NOT_FOUND_PATH, SAVED_PATH, SEARCH_PATH,
    SECTIONS_PATH, page_file, section_page_path, year_path,
};

use masthead::wording::page_name;

use super::excerpt;
use super::files::Origin;
use crate::archive::{Archive, Page, Post};

/// One document, without its markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Document<'archive> {
    /// Path of its page, below the base path.
    pub(crate) path: String,
    /// Path in the output folder.
    pub(crate) file: String,
    /// What it shows.
    pub(crate) subject: Subject<'archive>,
    /// What it is called within the archive.
    pub(crate) name: String,
    /// For the window and for lists of results.
    pub(crate) title: String,
    /// One or two sentences, as plain text; may be empty.
    pub(crate) description: String,
    /// The path of the page before it: of the older issue, of the section's page with newer ones.
    /// `None` for the first, and for what stands in no row.
    pub(crate) previous: Option<String>,
    /// The path of the page after it, in the same way.
    pub(crate) next: Option<String>,
    /// The file that it comes from, or what it lists.
    pub(crate) origin: Origin,
}

/// What a document shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject<'archive> {
    /// The newest issue, and all others by year.
    Home,
    /// One issue.
    Issue(&'archive Post),
    /// A plain page.
    Page(&'archive Page),
    /// The issues of one year.
    Year,
    /// The list of section families.
    Sections,
    /// One family across all issues, or a part of that: the family's id.
    Section(&'archive str),
    /// What is due.
    Deadlines,
    /// What is kept on the device.
    Saved,
    /// The search.
    Search,
    /// What is not there.
    NotFound,
}

/// What search engines show of a description.
const DESCRIPTION_CHARACTERS: usize = 160;

/// All documents: home, issues, pages, years, sections and the one for what is not there.
pub(crate) fn all(archive: &Archive) -> Vec<Document<'_>> {
    let mut documents = fixed(archive);
    documents.extend(issues(archive));
    documents.extend(archive.pages.iter().map(|page| {
        let description = excerpt::of_page(&page.issue, DESCRIPTION_CHARACTERS);
        let origin = Origin::File(page.source.path.clone());
        let entry = &page.entry;
        document(archive, &entry.path, Subject::Page(page), &entry.title, description, origin)
    }));
    let manifest = &archive.manifest;
    let mut years: Vec<i32> = manifest.issues.iter().map(IssueEntry::year).collect();
    years.sort_unstable();
    years.dedup();
    documents.extend(years.into_iter().map(|year| {
        let origin = made(&format!("the issues of {year}"));
        let description = of_year(manifest, year);
        let name = year.to_string();
        document(archive, &year_path(year), Subject::Year, &name, description, origin)
    }));
    let families = (0..=u8::MAX).zip(&manifest.families);
    documents.extend(families.flat_map(|(place, family)| section(archive, place, family)));
    documents
}

/// What every archive has.
fn fixed(archive: &Archive) -> Vec<Document<'_>> {
    let manifest = &archive.manifest;
    let nothing = String::new;
    let home =
        document(archive, "/", Subject::Home, &manifest.title, nothing(), made("the home page"));
    let missing = document(
        archive,
        NOT_FOUND_PATH,
        Subject::NotFound,
        "Page not found",
        nothing(),
        made("the page for what is not there"),
    );
    let sections = of_sections(manifest);
    let search = of_search(manifest);
    let saved = document(
        archive,
        SAVED_PATH,
        Subject::Saved,
        "On this device",
        of_saved(manifest),
        made("the page on what is kept"),
    );
    let deadlines = (!archive.deadlines.is_empty()).then(|| {
        let description = of_deadlines(manifest);
        let origin = made("the page of deadlines");
        document(archive, DEADLINES_PATH, Subject::Deadlines, "Deadlines", description, origin)
    });
    let mut fixed = vec![
        Document { title: manifest.title.clone(), ..home },
        missing,
        document(
            archive,
            SECTIONS_PATH,
            Subject::Sections,
            "Sections",
            sections,
            made("the list of sections"),
        ),
        saved,
        document(archive, SEARCH_PATH, Subject::Search, "Search", search, made("the search page")),
    ];
    fixed.extend(deadlines);
    fixed
}

/// The document for any address: it is filled in by the program.
pub(crate) fn shell(archive: &Archive) -> Document<'_> {
    let manifest = &archive.manifest;
    Document {
        path: String::new(),
        title: manifest.title.clone(),
        ..document(
            archive,
            "/shell",
            Subject::NotFound,
            &manifest.title,
            String::new(),
            made("the page for any address"),
        )
    }
}

/// The issues, each with its neighbours; the newest comes first.
fn issues(archive: &Archive) -> impl Iterator<Item = Document<'_>> {
    let path_of = |place: Option<usize>| {
        place.and_then(|place| archive.posts.get(place)).map(|post| post.entry.path.clone())
    };
    archive.posts.iter().enumerate().map(move |(place, post)| {
        let origin = Origin::File(post.source.path.clone());
        let entry = &post.entry;
        Document {
            previous: path_of(place.checked_add(1)),
            next: path_of(place.checked_sub(1)),
            ..document(
                archive,
                &entry.path,
                Subject::Issue(post),
                &entry.title,
                excerpt::of_issue(&post.issue, &entry.headlines, DESCRIPTION_CHARACTERS),
                origin,
            )
        }
    })
}

/// The numbered pages of a family.
fn section<'archive>(
    archive: &'archive Archive,
    place: u8,
    family: &'archive Family,
) -> impl Iterator<Item = Document<'archive>> {
    let manifest = &archive.manifest;
    let last = manifest.section_pages(place);
    (1..=last).map(move |page| {
        let path_of = |page| section_page_path(&family.id, page);
        let name = page_name(&family.name, page);
        let description = format!("{} in every issue of {}.", family.name, manifest.title);
        let origin = made(&format!("the section family `{}`", family.id));
        let subject = Subject::Section(&family.id);
        Document {
            previous: (page > 1).then(|| path_of(page - 1)),
            next: (page < last).then(|| path_of(page + 1)),
            ..document(archive, &path_of(page), subject, &name, description, origin)
        }
    })
}

fn document<'archive>(
    archive: &Archive,
    path: &str,
    subject: Subject<'archive>,
    name: &str,
    description: String,
    origin: Origin,
) -> Document<'archive> {
    let manifest = &archive.manifest;
    let description =
        if description.is_empty() { manifest.description.clone() } else { description };
    Document {
        file: page_file(path),
        path: path.to_owned(),
        subject,
        name: name.to_owned(),
        title: manifest.document_title(name),
        description,
        previous: None,
        next: None,
        origin,
    }
}

fn made(words: &str) -> Origin {
    Origin::Archive(words.to_owned())
}

fn of_year(manifest: &Manifest, year: i32) -> String {
    let issues = manifest.issues.iter().filter(|issue| issue.year() == year).count();
    let plural = if issues == 1 { "" } else { "s" };
    format!("{issues} issue{plural} of {} from {year}.", manifest.title)
}

fn of_sections(manifest: &Manifest) -> String {
    format!("The sections of {}, each across all issues.", manifest.title)
}

fn of_deadlines(manifest: &Manifest) -> String {
    format!("What is due next, as {} announced it.", manifest.title)
}

fn of_search(manifest: &Manifest) -> String {
    format!("Every item of {}, searched in the browser.", manifest.title)
}

fn of_saved(manifest: &Manifest) -> String {
    format!(
        "What of {} is kept on this device: texts without a network, and what was read.",
        manifest.title
    )
}
