//! Parts of pages: props in, callbacks out. None reads a context, fetches or stores anything.

pub mod chips;
pub mod contents;
pub mod date_line;
pub mod issue_lines;
pub mod item;
pub mod live_regions;
pub mod neighbours;
pub mod page_footer;
pub mod permalink;
pub mod prose;
pub mod section;
pub mod section_choice;
pub mod shortcuts_dialog;
pub mod skeleton;
pub mod status_message;
pub mod top_bar;
