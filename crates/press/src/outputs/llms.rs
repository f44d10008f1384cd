//! `llms.txt`: what the archive is and where its text is as Markdown, for programs that read for
//! people (<https://llmstxt.org>).

use bundle_format::markdown_path;

use super::address::Addresses;
use super::feeds::FeedLink;
use super::files::{Collision, Files, Origin};
use crate::archive::Archive;

const FILE: &str = "llms.txt";

/// Plans the file. Without a public address, its links begin at the root of the host.
pub(crate) fn plan(
    archive: &Archive,
    feeds: &[FeedLink],
    files: &mut Files,
) -> Result<(), Collision> {
    let origin = Origin::Archive("the list of Markdown files".to_owned());
    files.add(FILE, origin, text(archive, feeds).into_bytes())
}

fn text(archive: &Archive, feeds: &[FeedLink]) -> String {
    let manifest = &archive.manifest;
    let addresses = Addresses::known(archive);
    let mut text = format!("# {}\n\n", line(&manifest.title));
    if !manifest.description.is_empty() {
        text.extend(["> ", &line(&manifest.description), "\n\n"]);
    }
    text.push_str(
        "Every issue and page is also a Markdown file: its address with `.md` at its end.\n",
    );
    if let Some(licence) = &manifest.licence {
        text.extend(["The terms of use are [", &licence.name, "](", &licence.url, ").\n"]);
    }
    let issues = archive.posts.iter().map(|post| {
        let (title, address) = (&post.entry.title, addresses.of(&markdown_path(&post.entry.path)));
        entry(title, &address, &post.entry.headlines.join("; "))
    });
    let pages = archive
        .pages
        .iter()
        .map(|page| entry(&page.entry.title, &addresses.of(&markdown_path(&page.entry.path)), ""));
    let feeds = feeds.iter().map(|feed| entry(&feed.title, &feed.address, feed.media_type));
    push_list("Issues", issues, &mut text);
    push_list("Pages", pages, &mut text);
    push_list("Optional", feeds, &mut text);
    text
}

fn push_list(heading: &str, entries: impl Iterator<Item = String>, text: &mut String) {
    let mut entries = entries.peekable();
    if entries.peek().is_some() {
        text.extend(["\n## ", heading, "\n\n"]);
        text.extend(entries);
    }
}

fn entry(title: &str, address: &str, note: &str) -> String {
    let title = line(title).replace(['[', ']'], "");
    let note = if note.is_empty() { String::new() } else { format!(": {}", line(note)) };
    format!("- [{title}]({address}){note}\n")
}

/// Text that cannot leave its line.
fn line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
