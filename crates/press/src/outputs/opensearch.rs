//! The description by which browsers offer the archive as a search engine:
//! <https://github.com/dewitt/opensearch>.

use bundle_format::SEARCH_PATH;

use super::address::Addresses;
use super::files::{Collision, Files, Origin};
use super::xml::Xml;
use crate::archive::Archive;

/// Its name, below the base path.
pub(super) const OPENSEARCH_FILE: &str = "opensearch.xml";

const NAMESPACE: &str = "http://a9.com/-/spec/opensearch/1.1/";

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
    let template = format!("{}?q={{searchTerms}}", Addresses::known(archive).of(SEARCH_PATH));
    let mut xml = Xml::new();
    xml.open("OpenSearchDescription", &[("xmlns", NAMESPACE)]);
    xml.element("ShortName", &[], &short_name);
    xml.element("Description", &[], &manifest.description);
    xml.element("Language", &[], &manifest.language);
    xml.element("InputEncoding", &[], "UTF-8");
    xml.empty("Url", &[("type", "text/html"), ("template", &template)]);
    xml.finish()
}

#[cfg(test)]
mod tests {
    use bundle_format::Manifest;

    use super::*;

    #[test]
    fn the_template_leads_to_the_search_page_at_the_public_address() {
        let manifest = Manifest {
            short_title: "Letters & <Notes> of a week".to_owned(),
            site_url: Some("https://example.org/notes".to_owned()),
            ..Manifest::default()
        };
        let archive = Archive::of_manifest(manifest, "/notes/");
        let xml = description(&archive);
        assert!(xml.contains("<ShortName>Letters &amp; &lt;Notes</ShortName>"), "{xml}");
        assert!(
            xml.contains("template=\"https://example.org/notes/search?q={searchTerms}\""),
            "{xml}"
        );
    }
}
