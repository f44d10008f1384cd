//! Parts of pages: props in, callbacks out. None reads a context, fetches or stores anything.

pub mod chips;
pub mod contents;
pub mod date_line;
pub mod embed_dialog;
pub mod facet_chips;
pub mod hit_list;
pub mod issue_lines;
pub mod item;
pub mod kept;
pub mod live_regions;
pub mod neighbours;
pub mod page_footer;
pub mod permalink;
pub mod program_notice;
pub mod prose;
pub mod search_help;
pub mod search_options;
pub mod section;
pub mod section_choice;
pub mod shortcuts_dialog;
pub mod skeleton;
pub mod status_message;
pub mod top_bar;
