//! The HTML documents of a site: one for each address, with its title and description.

use bundle_format::{
    IssueEntry, Manifest, NOT_FOUND_PATH, READING_PATH, SEARCH_PATH, SECTIONS_PATH, page_file,
    section_page_path, year_path,
};

use masthead::pages::reading::TITLE as READING_TITLE;
use masthead::wording::page_name;

use super::files::Origin;
use crate::archive::Archive;

/// One document, without its markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Document {
    /// Path of its page, below the base path.
    pub(crate) path: String,
    /// Path in the output folder.
    pub(crate) file: String,
    /// For the window and for lists of results.
    pub(crate) title: String,
    /// One or two sentences, as plain text; may be empty.
    pub(crate) description: String,
    /// The file that it comes from, or what it lists.
    pub(crate) origin: Origin,
}

/// What search engines show of a description; longer ones end between headlines.
const DESCRIPTION_CHARACTERS: usize = 160;

/// All documents: home, issues, pages, years, sections and the one for what is not there.
pub(crate) fn all(archive: &Archive) -> Vec<Document> {
    let manifest = &archive.manifest;
    let about = |description: &str| {
        if description.is_empty() { manifest.description.clone() } else { description.to_owned() }
    };
    let document = |path: &str, name: &str, description: &str, origin: Origin| Document {
        path: path.to_owned(),
        file: page_file(path),
        title: manifest.document_title(name),
        description: about(description),
        origin,
    };
    let mut documents = vec![
        Document { title: manifest.title.clone(), ..document("/", "", "", made("the home page")) },
        document(NOT_FOUND_PATH, "Page not found", "", made("the page for what is not there")),
        document(SECTIONS_PATH, "Sections", &of_sections(manifest), made("the list of sections")),
        document(
            READING_PATH,
            READING_TITLE,
            &of_reading(manifest),
            made("the page on what is read"),
        ),
        document(SEARCH_PATH, "Search", &of_search(manifest), made("the search page")),
    ];
    documents.extend(archive.posts.iter().map(|post| {
        let origin = Origin::File(post.source.path.clone());
        document(&post.entry.path, &post.entry.title, &of_issue(&post.entry), origin)
    }));
    documents.extend(archive.pages.iter().map(|page| {
        let origin = Origin::File(page.source.path.clone());
        document(&page.entry.path, &page.entry.title, "", origin)
    }));
    let mut years: Vec<i32> = manifest.issues.iter().map(IssueEntry::year).collect();
    years.sort_unstable();
    years.dedup();
    documents.extend(years.into_iter().map(|year| {
        let origin = made(&format!("the issues of {year}"));
        document(&year_path(year), &year.to_string(), &of_year(manifest, year), origin)
    }));
    for (place, family) in (0..=u8::MAX).zip(&manifest.families) {
        let description = format!("{} in every issue of {}.", family.name, manifest.title);
        documents.extend((1..=manifest.section_pages(place)).map(|page| {
            let origin = made(&format!("the section family `{}`", family.id));
            let path = section_page_path(&family.id, page);
            document(&path, &page_name(&family.name, page), &description, origin)
        }));
    }
    documents
}

fn made(words: &str) -> Origin {
    Origin::Archive(words.to_owned())
}

/// As many of the headlines as fit; at least one.
fn of_issue(issue: &IssueEntry) -> String {
    let mut description = String::new();
    for headline in &issue.headlines {
        let length = description.chars().count() + headline.chars().count();
        if !description.is_empty() && length > DESCRIPTION_CHARACTERS {
            break;
        }
        let separator = if description.is_empty() { "" } else { "; " };
        description.push_str(separator);
        description.push_str(headline);
    }
    description
}

fn of_year(manifest: &Manifest, year: i32) -> String {
    let issues = manifest.issues.iter().filter(|issue| issue.year() == year).count();
    let plural = if issues == 1 { "" } else { "s" };
    format!("{issues} issue{plural} of {} from {year}.", manifest.title)
}

fn of_sections(manifest: &Manifest) -> String {
    format!("The sections of {}, each across all issues.", manifest.title)
}

fn of_search(manifest: &Manifest) -> String {
    format!("Every item of {}, searched in the browser.", manifest.title)
}

fn of_reading(manifest: &Manifest) -> String {
    format!("What you have read of {}, kept in your browser alone.", manifest.title)
}

#[cfg(test)]
mod tests {
    use bundle_format::Fingerprint;

    use super::*;

    #[test]
    fn a_description_holds_the_headlines_that_fit() {
        let check = |headlines: &[&str], expect: &str| {
            let issue = IssueEntry {
                path: String::new(),
                file: String::new(),
                title: String::new(),
                published: 0,
                words: 0,
                fingerprint: Fingerprint::default(),
                headlines: headlines.iter().map(|&headline| headline.to_owned()).collect(),
                sections: Vec::new(),
            };
            assert_eq!(of_issue(&issue), expect);
        };
        let long = "x".repeat(DESCRIPTION_CHARACTERS);
        check(&[], "");
        check(&["One", "Two"], "One; Two");
        check(&["One", &long, "Two"], "One");
        check(&[&long, "One"], &long);
    }
}
