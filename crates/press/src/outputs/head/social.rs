//! How a page looks where somebody links to it: <https://ogp.me>, and what X, formerly Twitter, adds.
//! It takes title, description and picture from Open Graph too, so they are not there twice.

use super::tag::meta;
use crate::archive::Archive;
use crate::outputs::card::{HEIGHT, WIDTH};
use crate::outputs::document::{Document, Subject};

/// The markup; `canonical` and `picture` are whole addresses.
pub(super) fn markup(
    document: &Document<'_>,
    archive: &Archive,
    canonical: Option<&str>,
    picture: Option<&str>,
) -> String {
    let published = match document.subject {
        Subject::Issue(post) => Some(post.published().to_string()),
        _ => None,
    };
    let mut tags = vec![
        ("og:type", if published.is_some() { "article" } else { "website" }.to_owned()),
        ("og:title", document.name.clone()),
        ("og:description", document.description.clone()),
        ("og:site_name", archive.manifest.title.clone()),
    ];
    tags.extend(canonical.map(|url| ("og:url", url.to_owned())));
    tags.extend(published.map(|moment| ("article:published_time", moment)));
    if let Some(picture) = picture {
        tags.extend([
            ("og:image", picture.to_owned()),
            ("og:image:type", "image/png".to_owned()),
            ("og:image:width", WIDTH.to_string()),
            ("og:image:height", HEIGHT.to_string()),
            ("og:image:alt", alternative(document, archive)),
        ]);
    }
    let mut html: String = tags
        .iter()
        .filter(|(_, content)| !content.is_empty())
        .map(|(property, content)| meta("property", property, content))
        .collect();
    let size = if picture.is_some() { "summary_large_image" } else { "summary" };
    html.push_str(&meta("name", "twitter:card", size));
    html
}

/// What is to be read on the picture.
fn alternative(document: &Document<'_>, archive: &Archive) -> String {
    let manifest = &archive.manifest;
    let (words, line) = match document.subject {
        Subject::Issue(post) => {
            let title = format!("{}: {}", manifest.title, post.entry.title);
            (title, post.entry.headlines.join("; "))
        }
        _ => (manifest.title.clone(), manifest.description.clone()),
    };
    if line.is_empty() { words } else { format!("{words}. {line}") }
}
