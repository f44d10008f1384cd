//! The description by which browsers offer the archive as a search engine:
//! <https://github.com/dewitt/opensearch>.

use bundle_format::SEARCH_PATH;

use super::files::{Collision, Files, Origin};
use super::shell::push_escaped;
use crate::archive::Archive;

/// Its name, below the base path.
pub(super) const OPENSEARCH_FILE: &str = "opensearch.xml";

/// The longest short name that the format allows, in characters.
const SHORT_NAME_CHARACTERS: usize = 16;

/// Plans the description.
pub(crate) fn plan(archive: &Archive, files: &mut Files) -> Result<(), Collision> {
    let origin = Origin::Archive("the description of the search".to_owned());
    files.add(OPENSEARCH_FILE, origin, description(archive).into_bytes())
}

fn description(archive: &Archive) -> String {
    let manifest = &archive.manifest;
    let short_name: String = manifest.short_title.chars().take(SHORT_NAME_CHARACTERS).collect();
    // Without a public address the template is relative, which some browsers do not take.
    let site = manifest.site_url.as_deref().unwrap_or_default();
    let path = SEARCH_PATH.trim_start_matches('/');
    let template = format!("{site}{}{path}?q={{searchTerms}}", archive.base_path);
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.push_str("<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n");
    for (element, text) in [
        ("ShortName", short_name.as_str()),
        ("Description", &manifest.description),
        ("Language", &manifest.language),
        ("InputEncoding", "UTF-8"),
    ] {
        xml.extend(["  <", element, ">"]);
        push_escaped(text, &mut xml);
        xml.extend(["</", element, ">\n"]);
    }
    xml.push_str("  <Url type=\"text/html\" template=\"");
    push_escaped(&template, &mut xml);
    xml.push_str("\"/>\n</OpenSearchDescription>\n");
    xml
}

#[cfg(test)]
mod tests {
    use bundle_format::Manifest;

    use super::*;

    #[test]
    fn the_template_leads_to_the_search_page_below_the_base_path() {
        let manifest = Manifest {
            short_title: "Letters & <Notes> of a week".to_owned(),
            site_url: Some("https://example.org".to_owned()),
            ..Manifest::default()
        };
        let archive = Archive {
            manifest,
            base_path: "/notes/".to_owned(),
            patterns: Vec::new(),
            saved_searches: Vec::new(),
            posts: Vec::new(),
            pages: Vec::new(),
            assets: Vec::new(),
            taken: Vec::new(),
            findings: Vec::new(),
        };
        let xml = description(&archive);
        assert!(xml.contains("<ShortName>Letters &amp; &lt;Notes</ShortName>"), "{xml}");
        assert!(
            xml.contains("template=\"https://example.org/notes/search?q={searchTerms}\""),
            "{xml}"
        );
    }
}
