//! What is on the wire between `press`, which writes it, and the app, which reads it.
//!
//! One file, the *manifest*, tells the app everything about an archive but the text of its posts,
//! which are Markdown files of their own, and its [`Deadlines`], which one page needs. The types here
//! are the only ones of the project that are serialised; the pure crates keep theirs free of it.
//!
//! The bytes are [`MAGIC`], the [`VERSION`] as two bytes, little-endian, then the [`Manifest`] in
//! [postcard](https://postcard.jamesmunns.com/wire-format)'s wire format. Postcard has no names and
//! no types in its bytes: any change of a type here is a new [`VERSION`].

mod bytes;
mod deadlines;
mod manifest;
mod paths;
mod rules;

pub use bytes::{
    DEADLINES_MAGIC, FormatError, MAGIC, VERSION, decode, decode_deadlines, encode,
    encode_deadlines,
};
pub use deadlines::{DeadlineEntry, DeadlineSource, Deadlines, DueDate, EarlierDate};
pub use manifest::{
    Family, FamilyCount, Fingerprint, Image, IssueEntry, Licence, Manifest, PageEntry,
    SECTION_PAGE, SectionEntry,
};
pub use paths::{
    CALENDAR_FILE, DEADLINES_PATH, EMBED_MAKER_PATH, EMBED_PATH, NOT_FOUND_PATH, SAVED_PATH,
    SEARCH_PATH, SECTIONS_PATH, deadlines_file, markdown_path, page_file, search_folder,
    search_program_folder, section_page_path, section_path, year_path,
};
