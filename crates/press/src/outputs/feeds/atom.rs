//! Atom: RFC 4287.

use super::feed::{Entry, Feed};
use super::source::Source;
use crate::outputs::xml::Xml;

pub(super) const ENDING: &str = ".xml";
pub(super) const MEDIA_TYPE: &str = "application/atom+xml";
pub(super) const NAMESPACE: &str = "http://www.w3.org/2005/Atom";

const GENERATOR: &str = "https://github.com/masthead-archive/masthead";

pub(super) fn write(feed: &Feed<'_>, source: &Source<'_>) -> String {
    let manifest = &source.archive.manifest;
    let own = source.addresses.of(&format!("{}{ENDING}", feed.path));
    let mut xml = Xml::new();
    xml.open("feed", &[("xmlns", NAMESPACE), ("xml:lang", &manifest.language)]);
    xml.element("id", &[], &format!("{}{}{ENDING}", source.id_base, feed.path));
    xml.element("title", &[], &feed.title);
    if !feed.description.is_empty() {
        xml.element("subtitle", &[], &feed.description);
    }
    xml.element("updated", &[], &feed.updated().to_string());
    xml.empty("link", &[("rel", "self"), ("type", MEDIA_TYPE), ("href", &own)]);
    let page = source.addresses.of(&feed.page);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &page)]);
    if let Some(licence) = &manifest.licence {
        xml.empty("link", &[("rel", "license"), ("href", &licence.url)]);
        xml.element("rights", &[], &licence.name);
    }
    xml.open("author", &[]);
    xml.element("name", &[], &manifest.title);
    xml.close();
    xml.element("generator", &[("uri", GENERATOR)], "Masthead");
    let scheme = source.addresses.of("/sections/");
    for entry in &feed.entries {
        write_entry(entry, &scheme, &mut xml);
    }
    xml.finish()
}

fn write_entry(entry: &Entry<'_>, scheme: &str, xml: &mut Xml) {
    xml.open("entry", &[]);
    xml.element("id", &[], &entry.id);
    xml.element("title", &[], &entry.title);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &entry.url)]);
    xml.element("published", &[], &entry.published.to_string());
    xml.element("updated", &[], &entry.updated.to_string());
    for (id, name) in &entry.families {
        xml.empty("category", &[("term", id), ("scheme", scheme), ("label", name)]);
    }
    if !entry.summary.is_empty() {
        xml.element("summary", &[], &entry.summary);
    }
    xml.element("content", &[("type", "html")], &entry.html);
    xml.close();
}
