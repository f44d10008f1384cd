//! From a post file to an issue and what lists say of it.

use std::path::Path;

use bundle_format::{IssueEntry, SectionEntry};
use newsletter::date::Timestamp;
use newsletter::deadline::{Announced, Announcement, DeadlineRules, announced};
use newsletter::front_matter::{self, FrontMatter};
use newsletter::permalink::{self, Permalink};
use newsletter::{Issue, Rules};

use super::address;
use super::source::Source;
use crate::finding::{ArchiveCode, Finding};

/// A post that is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The file.
    pub source: Source,
    /// What the manifest says of it.
    pub entry: IssueEntry,
    /// What it becomes.
    pub issue: Issue,
    /// See [`newsletter::permalink::identity`]; no other post has the same.
    pub identity: String,
    /// When its content changed last, as far as its front matter says; else its publication.
    pub revised: Timestamp,
    /// The deadlines that it announces.
    pub announcements: Vec<Announcement>,
}

impl Post {
    /// The file's name without its ending.
    pub fn slug(&self) -> &str {
        let file = self.entry.file.as_str();
        file.rsplit_once('.').map_or(file, |(slug, _)| slug)
    }

    /// When it was published.
    pub fn published(&self) -> Timestamp {
        Timestamp(self.entry.published)
    }
}

/// Reads the post at `path`. `None` if it cannot be read or is not to be published; why, is in
/// `findings`.
pub(crate) fn read(
    path: &Path,
    file_name: &str,
    permalink: &Permalink,
    rules: &Rules,
    deadlines: &DeadlineRules,
    findings: &mut Vec<Finding>,
) -> Option<Post> {
    let source = Source::read(path, findings)
        .map_err(|error| findings.push(super::unreadable(path, &error)))
        .ok()?;
    let (front_matter, diagnostics) = front_matter::read(&source.text, file_name);
    if front_matter.is_draft {
        let message = "This post is a draft and is left out.".to_owned();
        let hint = "Take the mark out of its front matter to publish it.";
        findings.push(Finding::new(path, ArchiveCode::Draft, message, hint));
        return None;
    }
    findings.extend(diagnostics.into_iter().map(|found| Finding::from_diagnostic(path, found)));
    let path_of_post = permalink.path(&front_matter, file_name);
    let address = address::servable(&path_of_post, &source, findings)?;
    let parsed = newsletter::parse(&source.text, &address, rules);
    let identity = permalink::identity(&path_of_post, &front_matter, file_name);
    let revised = front_matter.revised.unwrap_or(front_matter.published);
    let published = front_matter.published.date();
    let Announced { announcements, diagnostics } =
        announced(&parsed.issue, published, rules, deadlines);
    let diagnostics = parsed.diagnostics.into_iter().chain(diagnostics);
    findings.extend(diagnostics.map(|found| Finding::from_diagnostic(path, found)));
    let entry = entry(address, file_name, &source, front_matter, &parsed.issue, rules);
    Some(Post { source, entry, issue: parsed.issue, identity, revised, announcements })
}

fn entry(
    address: String,
    file_name: &str,
    source: &Source,
    front_matter: FrontMatter,
    issue: &Issue,
    rules: &Rules,
) -> IssueEntry {
    IssueEntry {
        path: address,
        file: file_name.to_owned(),
        title: front_matter.title,
        published: front_matter.published.0,
        words: count(issue.word_count()),
        fingerprint: source.fingerprint,
        headlines: issue.headlines(&rules.families),
        sections: issue
            .sections
            .iter()
            .map(|section| SectionEntry {
                families: section.families.iter().map(|family| family.0).collect(),
                items: count(section.items().count()),
            })
            .collect(),
    }
}

/// Nobody writes four billion words.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
