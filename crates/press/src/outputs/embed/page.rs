//! One document that other sites show in a frame.

use bundle_format::{Manifest, page_file};

use super::look::{Elements, Look};
use super::oembed;
use crate::outputs::Addresses;
use crate::outputs::shell::{hashes, push_escaped};

/// An embedded page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Page {
    /// Path below the base path.
    pub(super) path: String,
    /// For the window, for the frame's title and for oEmbed.
    pub(super) title: String,
    /// Path of the page in the archive that it shows a part of, below the base path.
    pub(super) original: String,
    /// What it says in a few words, where no frame is: may be empty.
    pub(super) excerpt: String,
    /// What it may do and what it looks like.
    pub(super) kind: Kind,
    /// The markup within its body.
    pub(super) markup: String,
}

/// What differs between the documents around the markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Reads only.
    Plain,
    /// An issue, of which single sections can be pointed to.
    Issue,
    /// Searches.
    Search,
    /// The page for making snippets, which shows others in frames.
    Maker,
}

impl Page {
    /// Path in the output folder.
    pub(super) fn file(&self) -> String {
        page_file(&self.path)
    }

    /// Whether it is told about by oEmbed.
    pub(super) fn is_told(&self) -> bool {
        self.kind != Kind::Maker && !self.original.is_empty()
    }

    /// The whole document. Without `public` addresses it is not told about.
    pub(super) fn html(
        &self,
        manifest: &Manifest,
        known: Addresses<'_>,
        public: Option<Addresses<'_>>,
        look: &Look,
    ) -> String {
        let Elements { style, script } = look.elements(self.kind);
        let styles = [style, look.rare(&self.markup)].concat();
        let policy = self.kind.policy(&[&styles, script.as_str()].concat());
        let mut html = String::from("<!doctype html>\n<html lang=\"");
        push_escaped(&manifest.language, &mut html);
        html.push_str("\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.push_str(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        );
        push_escaped(&self.title, &mut html);
        html.push_str("</title>\n<meta name=\"robots\" content=\"noindex\">\n");
        let mut element = |before: &str, value: &str| {
            html.push_str(before);
            push_escaped(value, &mut html);
            html.push_str("\">\n");
        };
        element("<meta http-equiv=\"Content-Security-Policy\" content=\"", &policy);
        if self.is_told() {
            element("<link rel=\"canonical\" href=\"", &known.of(&self.original));
            if let Some(told) = public.map(|public| public.of(&oembed::file(&self.path))) {
                element("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"", &told);
            }
        }
        if self.kind != Kind::Maker {
            // Nothing that is clicked replaces what the other site shows.
            html.push_str("<base target=\"_blank\">\n");
        }
        html.extend([&styles, "\n</head>\n<body>\n", &self.markup, "\n", script]);
        html.push_str("\n</body>\n</html>\n");
        html
    }
}

impl Kind {
    /// The content security policy of a document with these styles and scripts.
    fn policy(self, markup: &str) -> String {
        let (scripts, styles) = (hashes(markup, "script"), hashes(markup, "style"));
        let (program, rest) = match self {
            Self::Plain | Self::Issue => ("", "img-src 'self'; form-action 'none'"),
            Self::Search => (
                " 'self' 'wasm-unsafe-eval'",
                "connect-src 'self'; worker-src 'self'; form-action 'self'",
            ),
            Self::Maker => ("", "frame-src 'self'; form-action 'none'"),
        };
        format!(
            "default-src 'none'; script-src{program}{scripts}; style-src{styles}; base-uri 'none'; {rest}"
        )
    }
}
