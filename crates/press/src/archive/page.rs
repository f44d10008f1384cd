//! Plain pages: Markdown files beside the posts folder that are no issues.

use std::path::Path;

use bundle_format::PageEntry;
use newsletter::{Code, Diagnostic, Issue, Rules, front_matter};

use super::address;
use super::source::Source;
use crate::finding::Finding;

/// A page that is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The file.
    pub source: Source,
    /// What the manifest says of it.
    pub entry: PageEntry,
    /// What it becomes.
    pub issue: Issue,
}

/// Reads the page at `path`, whose path from the folder that holds the posts folder is `name`.
/// `None` if it cannot be read or served; why, is in `findings`.
pub(crate) fn read(
    path: &Path,
    name: &str,
    rules: &Rules,
    findings: &mut Vec<Finding>,
) -> Option<Page> {
    let source = Source::read(path, findings)
        .map_err(|error| findings.push(super::unreadable(path, &error)))
        .ok()?;
    let file_name = name.rsplit('/').next().unwrap_or(name);
    let (front_matter, head_diagnostics) = front_matter::read(&source.text, file_name);
    let own = front_matter.permalink.as_ref().map(|own| own.path(&front_matter, file_name));
    let path_of_page = own.unwrap_or_else(|| format!("/{}", stem(name)));
    let address = address::servable(&path_of_page, &source, findings)?;
    let parsed = newsletter::parse(&source.text, &address, rules);
    let has_no_title = head_diagnostics
        .iter()
        .any(|found| matches!(found.code, Code::TitleMissing | Code::FrontMatterMissing));
    let first_heading = has_no_title.then(|| first_heading(&parsed.issue)).flatten();
    let entry = PageEntry {
        path: address,
        file: name.to_owned(),
        title: first_heading.unwrap_or(front_matter.title),
        fingerprint: source.fingerprint,
    };
    findings.extend(
        head_diagnostics
            .into_iter()
            .chain(parsed.diagnostics)
            .filter(concerns_pages)
            .map(|found| Finding::from_diagnostic(path, found)),
    );
    Some(Page { source, entry, issue: parsed.issue })
}

/// A page needs no front matter, and its headings belong to no family.
fn concerns_pages(diagnostic: &Diagnostic) -> bool {
    !matches!(
        diagnostic.code,
        Code::FrontMatterMissing
            | Code::TitleMissing
            | Code::DateMissing
            | Code::DateUnknown
            | Code::SlugMismatch
            | Code::SectionUnmapped
    )
}

fn first_heading(page: &Issue) -> Option<String> {
    let of_sections = page.sections.iter().filter_map(|section| section.heading.as_ref());
    let of_items = page.items().filter_map(|item| item.heading.as_ref());
    let first = of_sections.chain(of_items).min_by_key(|heading| heading.line)?;
    (!first.text.is_empty()).then(|| first.text.clone())
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
