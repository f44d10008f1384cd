//! The archive as JSON for programs, under an address that names the version. `docs/api.md` describes
//! every document, and `schema.json` beside this file does so for validators; both are tested.

mod download;
mod entities;
mod index;
mod issue;
mod section;

use std::collections::BTreeMap;

use bundle_format::markdown_path;

use self::entities::EntitiesDocument;
use self::index::Index;
use self::issue::IssueDocument;
use self::section::SectionDocument;
use super::address::Addresses;
use super::files::{Collision, Files, Origin};
use super::json;
use crate::archive::{Archive, Post};

/// The version of every document. Keys may be added to them; a change of what is there is a new one.
const VERSION: u32 = 1;

/// Where the documents are.
const FOLDER: &str = "/api/v1";

const SCHEMA: &str = include_str!("schema.json");

/// What the documents are made from.
#[derive(Clone, Copy)]
struct Source<'archive> {
    archive: &'archive Archive,
    addresses: Addresses<'archive>,
}

/// A document, by its path in the output folder.
type Document = (String, Vec<u8>);

/// Plans the documents.
pub(crate) fn plan(documents: Vec<Document>, files: &mut Files) -> Result<(), Collision> {
    documents.into_iter().try_for_each(|(path, bytes)| {
        files.add(&path, Origin::Archive("the API".to_owned()), bytes)
    })
}

/// Makes every document, and the whole archive as one file.
pub(crate) fn documents(archive: &Archive) -> Vec<Document> {
    let source = Source { archive, addresses: Addresses::known(archive) };
    let mut documents = Vec::new();
    let mut add = |path: &str, bytes: Vec<u8>| documents.push((format!("{FOLDER}{path}"), bytes));
    add("/schema.json", SCHEMA.as_bytes().to_vec());
    let mut lines = String::new();
    for post in &archive.posts {
        let issue = json::text(&IssueDocument::new(source, post));
        lines.push_str(&issue);
        add(&issue_file(post), issue.into_bytes());
    }
    let mut sections = Vec::new();
    for (family, index) in archive.manifest.families.iter().zip(0..) {
        let document = SectionDocument::new(source, family, index);
        add(&section_file(&family.id), json::text(&document).into_bytes());
        sections.push((family, document.counts()));
    }
    let mut entities = BTreeMap::new();
    for (kind, document) in EntitiesDocument::by_kind(source) {
        add(&entities_file(kind), json::text(&document).into_bytes());
        entities.insert(kind, document.count());
    }
    let download = download::compressed(lines.as_bytes());
    let index = Index::new(source, &sections, &entities, &download);
    add("/index.json", json::text(&index).into_bytes());
    add(download::FILE, download);
    documents
}

impl Source<'_> {
    /// The address of a document, from its path below the folder.
    fn address(&self, path: &str) -> String {
        self.addresses.of(&format!("{FOLDER}{path}"))
    }
}

fn issue_file(post: &Post) -> String {
    let markdown = markdown_path(&post.entry.path);
    format!("/issues{}.json", markdown.strip_suffix(".md").unwrap_or(&markdown))
}

fn section_file(id: &str) -> String {
    format!("/sections/{id}.json")
}

/// A kind is any key of a TOML table, so what has no place in a file's name is replaced.
fn entities_file(kind: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    format!("/entities/{}.json", kind.chars().map(plain).collect::<String>())
}

/// A hash as it is written in documents: 16 hexadecimal digits.
fn hash(hash: u64) -> String {
    format!("{hash:016x}")
}
