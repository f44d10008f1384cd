//! `press email`: an issue as Markdown for a newsletter service, and as a mail in HTML.

mod html;

use newsletter::portable::{self, NotPortable};
use thiserror::Error;

use crate::archive::{Archive, Post};

/// Gmail shows no more of a message than this and hides the rest behind a link.
pub const CLIPPED_AT_BYTES: usize = 102_000;

/// One issue, ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The title, on one line.
    pub subject: String,
    /// The text: without front matter, with whole addresses and without raw HTML.
    pub markdown: String,
    /// The same as a whole document that needs no other file but the images of the archive.
    pub html: String,
}

/// Why there is no mail.
#[derive(Debug, Error)]
pub enum MailError {
    /// No post has such a file name.
    #[error("there is no post `{slug}`: give its file name without the ending, such as `{newest}`")]
    UnknownPost {
        /// As it was given.
        slug: String,
        /// The newest post's.
        newest: String,
    },
    /// A mail cannot hold links from the root of a host.
    #[error(
        "links in a mail need the public address: give it with --site-url, or as `site_url` in masthead.toml"
    )]
    NoPublicAddress,
    /// The text is there, and cannot be written.
    #[error("{file}: {error}")]
    NotPortable {
        /// The post.
        file: String,
        /// What is in the way.
        error: NotPortable,
    },
}

impl Mail {
    /// The mail of the post whose file name without its ending is `slug`.
    pub fn new(archive: &Archive, slug: &str) -> Result<Self, MailError> {
        let Some(site_url) = archive.manifest.site_url.as_deref() else {
            return Err(MailError::NoPublicAddress);
        };
        let post = archive.posts.iter().find(|post| post.slug() == slug);
        let post = post.ok_or_else(|| MailError::UnknownPost {
            slug: slug.to_owned(),
            newest: archive.posts.first().map_or("2023-09-03-update", Post::slug).to_owned(),
        })?;
        let site = archive.manifest.rules(&archive.base_path).site;
        let markdown = portable::markdown(&post.source.text, &post.entry.path, &site, site_url)
            .map_err(|error| MailError::NotPortable { file: post.entry.file.clone(), error })?;
        let subject = subject(&post.entry.title);
        let html = html::document(archive, post, &subject)?;
        Ok(Self { subject, markdown, html })
    }

    /// Whether readers of Gmail would see the beginning only.
    pub fn is_clipped(&self) -> bool {
        self.html.len() > CLIPPED_AT_BYTES
    }
}

/// A header of a mail is one line.
fn subject(title: &str) -> String {
    let words = title.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
