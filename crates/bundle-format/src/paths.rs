//! Addresses of pages that are no post's, and where the files of an address lie: the one place that
//! press and the app agree on it.

/// The list of all section families.
pub const SECTIONS_PATH: &str = "/sections";

/// The path of the search page.
pub const SEARCH_PATH: &str = "/search";

/// The path of the page of deadlines.
pub const DEADLINES_PATH: &str = "/deadlines";

/// The calendar of deadlines, below the base path.
pub const CALENDAR_FILE: &str = "deadlines.ics";

/// The page about what is kept on the reader's device.
pub const SAVED_PATH: &str = "/saved";
/// The path of the page for addresses that are none: static hosts answer with its file, `404.html`.
pub const NOT_FOUND_PATH: &str = "/404";

/// Where the pages are that other sites show in frames.
pub const EMBED_PATH: &str = "/embed";

/// The page on which one chooses what another site shall show; its query says of what.
pub const EMBED_MAKER_PATH: &str = "/embed/make";

/// The issues of one year: `/2023`.
pub fn year_path(year: i32) -> String {
    format!("/{year}")
}

/// One section family across all issues: `/sections/deprecated`.
pub fn section_path(family_id: &str) -> String {
    format!("{SECTIONS_PATH}/{family_id}")
}

/// A page of the list that [`section_path`] begins: `/sections/deprecated/2`. Pages count from 1, and
/// the first is the section's own.
pub fn section_page_path(family_id: &str, page: u32) -> String {
    if page <= 1 { section_path(family_id) } else { format!("{}/{page}", section_path(family_id)) }
}

/// The Markdown of the issue or page at `path`: `/2023/20230905` gives `/2023/20230905.md`.
///
/// A path that ends with a slash is a folder: `/2023/news/` gives `/2023/news/index.md`.
pub fn markdown_path(path: &str) -> String {
    with_ending(path, "md")
}

/// The HTML file that a static host answers with for `path`, relative to the output folder:
/// `/2023/20230905` gives `2023/20230905.html`, so that the address needs no redirect.
pub fn page_file(path: &str) -> String {
    with_ending(path, "html").trim_start_matches('/').to_owned()
}

/// The folder of the search index with this hash, which [`crate::Manifest::search`] names: relative
/// to the output folder, without a slash.
pub fn search_folder(hash: u64) -> String {
    format!("search-{hash:016x}")
}

/// The file of deadlines with this hash, which [`crate::Manifest::deadlines`] names: relative to the
/// output folder.
pub fn deadlines_file(hash: u64) -> String {
    format!("deadlines-{hash:016x}.bin")
}

/// The folder of the program that searches, with this hash, which
/// [`crate::Manifest::search_program`] names: relative to the output folder, without a slash.
pub fn search_program_folder(hash: u64) -> String {
    format!("engine-{hash:016x}")
}

fn with_ending(path: &str, ending: &str) -> String {
    if path.ends_with('/') {
        format!("{path}index.{ending}")
    } else if let Some(stem) = path.strip_suffix(".html") {
        format!("{stem}.{ending}")
    } else {
        format!("{path}.{ending}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_without_ending_gets_one() {
        assert_eq!(markdown_path("/2023/20230905"), "/2023/20230905.md");
        assert_eq!(page_file("/2023/20230905"), "2023/20230905.html");
    }

    #[test]
    fn a_folder_has_an_index() {
        assert_eq!(markdown_path("/2023/news/"), "/2023/news/index.md");
        assert_eq!(page_file("/"), "index.html");
    }

    #[test]
    fn an_html_ending_is_kept_for_the_page_and_replaced_for_the_markdown() {
        assert_eq!(markdown_path("/2023/news.html"), "/2023/news.md");
        assert_eq!(page_file("/2023/news.html"), "2023/news.html");
    }

    #[test]
    fn the_first_page_of_a_section_is_its_own() {
        assert_eq!(section_page_path("deprecated", 1), "/sections/deprecated");
        assert_eq!(section_page_path("deprecated", 2), "/sections/deprecated/2");
    }

    #[test]
    fn the_folders_of_search_have_their_hashes_in_their_names() {
        assert_eq!(search_folder(0xd2f3), "search-000000000000d2f3");
        assert_eq!(search_program_folder(0x41c7), "engine-00000000000041c7");
    }
}
