//! What is on the wire between `press`, which writes it, and the app, which reads it.
//!
//! One file, the *manifest*, tells the app everything about an archive but the text of its posts:
//! those are Markdown files of their own. The types here are the only ones of the project that are
//! serialised; the pure crates keep theirs free of it.
//!
//! The bytes are [`MAGIC`], the [`VERSION`] as two bytes, little-endian, then the [`Manifest`] in
//! [postcard](https://postcard.jamesmunns.com/wire-format)'s wire format. Postcard has no names and
//! no types in its bytes: any change of a type here is a new [`VERSION`].

mod bytes;
mod manifest;
mod paths;
mod rules;

pub use bytes::{FormatError, MAGIC, VERSION, decode, encode};
pub use manifest::{
    Family, FamilyCount, Fingerprint, Image, IssueEntry, Licence, Manifest, PageEntry,
    SECTION_PAGE, SectionEntry,
};
pub use paths::{
    EMBED_MAKER_PATH, EMBED_PATH, NOT_FOUND_PATH, SEARCH_PATH, SECTIONS_PATH, markdown_path,
    page_file, search_folder, section_page_path, section_path, year_path,
};
