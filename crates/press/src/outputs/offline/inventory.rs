//! What is saved when a reader saves the archive: few large files, each with its hash. The texts of a
//! year are one pack, their bytes one after the other; the inventory says which they are.

use std::collections::BTreeMap;

use bundle_format::{IssueEntry, markdown_path};
use serde::Serialize;

use super::super::files::{Collision, Files};
use super::origin;
use crate::archive::{Archive, Source};
use crate::hash::{content_hash, sha256};

/// The folder of packs and inventories.
const FOLDER: &str = "packs";

/// Raised with every change of the inventory's form.
const FORMAT: u32 = 1;

/// What is planned, as the pointer names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Planned {
    /// Path of the inventory below the base path.
    pub(super) file: String,
    pub(super) issues: usize,
    /// Of all files together.
    pub(super) bytes: u64,
}

#[derive(Serialize)]
struct Inventory {
    format: u32,
    files: Vec<Entry>,
}

/// One file of the archive.
#[derive(Serialize)]
struct Entry {
    file: String,
    kind: &'static str,
    sha256: String,
    bytes: u64,
    #[serde(skip_serializing_if = "is_none")]
    issues: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    texts: Vec<Text>,
}

/// A text of a pack: path below the base path, beginning of its hash, bytes.
#[derive(Serialize)]
struct Text(String, String, usize);

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
fn is_none(issues: &usize) -> bool {
    *issues == 0
}

/// Plans packs and inventory.
pub(super) fn plan(archive: &Archive, files: &mut Files) -> Result<Planned, Collision> {
    let mut entries = Vec::new();
    for (name, texts) in texts(archive) {
        let (pack, bytes) = pack(&name, &texts, archive);
        files.add(&pack.file, origin(), bytes)?;
        entries.push(pack);
    }
    entries.extend(index(files));
    entries.extend(archive.assets.iter().map(|asset| Entry {
        file: asset.address.trim_start_matches('/').to_owned(),
        kind: "image",
        sha256: asset.sha256.clone(),
        bytes: asset.bytes,
        issues: 0,
        texts: Vec::new(),
    }));
    let issues = archive.posts.len();
    let bytes = entries.iter().map(|entry| entry.bytes).sum();
    let json = to_json(&Inventory { format: FORMAT, files: entries });
    let file = format!("{FOLDER}/inventory-{:016x}.json", content_hash(&json));
    files.add(&file, origin(), json)?;
    Ok(Planned { file, issues, bytes })
}

/// The texts of each pack, by its name: issues by year, then plain pages.
fn texts(archive: &Archive) -> BTreeMap<String, Vec<(&str, &Source)>> {
    let mut packs: BTreeMap<String, Vec<(&str, &Source)>> = BTreeMap::new();
    for post in &archive.posts {
        let name = format!("issues-{}", post.entry.year());
        packs.entry(name).or_default().push((&post.entry.path, &post.source));
    }
    for page in &archive.pages {
        packs.entry("pages".to_owned()).or_default().push((&page.entry.path, &page.source));
    }
    packs
}

fn pack(name: &str, texts: &[(&str, &Source)], archive: &Archive) -> (Entry, Vec<u8>) {
    let mut bytes = Vec::new();
    let mut listed = Vec::with_capacity(texts.len());
    for (path, source) in texts {
        let file = markdown_path(path).trim_start_matches('/').to_owned();
        let hash = format!("{:016x}", content_hash(&source.bytes));
        listed.push(Text(file, hash, source.bytes.len()));
        bytes.extend_from_slice(&source.bytes);
    }
    let is_issue =
        |path: &str| archive.manifest.issues.iter().any(|issue: &IssueEntry| issue.path == path);
    let entry = Entry {
        file: format!("{FOLDER}/{name}-{:016x}.pack", content_hash(&bytes)),
        kind: "texts",
        sha256: sha256(&bytes),
        bytes: bytes.len() as u64,
        issues: texts.iter().filter(|(path, _)| is_issue(path)).count(),
        texts: listed,
    };
    (entry, bytes)
}

/// The files of the search index: the root, and packs instead of parts.
fn index(files: &Files) -> Vec<Entry> {
    let in_index = files.made().filter(|(file, _)| file.starts_with("search-") && !is_part(file));
    let entries = in_index.map(|(file, bytes)| Entry {
        file: file.to_owned(),
        kind: "index",
        sha256: sha256(bytes),
        bytes: bytes.len() as u64,
        issues: 0,
        texts: Vec::new(),
    });
    entries.collect()
}

/// Parts have the kind of their content in their names.
fn is_part(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    ["terms-", "words-", "texts-"].iter().any(|kind| name.starts_with(kind))
}

fn to_json(inventory: &Inventory) -> Vec<u8> {
    match serde_json::to_vec(inventory) {
        Ok(json) => json,
        Err(_) => unreachable!("text and numbers can be written, and no key is anything else"),
    }
}
