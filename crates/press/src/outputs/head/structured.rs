//! What a page is, for machines: <https://schema.org> as JSON-LD.

use bundle_format::{SEARCH_PATH, SECTIONS_PATH, year_path};
use serde_json::{Map, Value, json};

use super::absolute;
use crate::archive::{Archive, Post};
use crate::outputs::document::{Document, Subject};

/// The `<script>`; empty for pages that are nothing but themselves, and without a public address, which
/// every name in it is made of.
pub(super) fn markup(document: &Document<'_>, archive: &Archive, picture: Option<&str>) -> String {
    let things = things(document, archive, picture).unwrap_or_default();
    if things.is_empty() {
        return String::new();
    }
    let data = json!({ "@context": "https://schema.org", "@graph": things });
    // A script ends at `</script` and changes its rules at `<!--`, whatever JSON thinks of it.
    let data = data.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{data}</script>")
}

/// `None` without a public address.
fn things(document: &Document<'_>, archive: &Archive, picture: Option<&str>) -> Option<Vec<Value>> {
    let at = |path: &str| absolute(archive, path);
    let manifest = &archive.manifest;
    Some(match document.subject {
        Subject::Home => vec![publication(archive)?, site(archive)?],
        Subject::Issue(post) => {
            let year = post.entry.year();
            let above =
                [(manifest.title.clone(), at("/")?), (year.to_string(), at(&year_path(year))?)];
            vec![issue(document, post, archive, picture)?, trail(&above, &document.name)]
        }
        Subject::Section(_) => {
            let above =
                [(manifest.title.clone(), at("/")?), ("Sections".to_owned(), at(SECTIONS_PATH)?)];
            vec![trail(&above, &document.name)]
        }
        Subject::Page(_) | Subject::Year | Subject::Sections | Subject::Deadlines => {
            vec![trail(&[(manifest.title.clone(), at("/")?)], &document.name)]
        }
        Subject::Search | Subject::Saved | Subject::NotFound => Vec::new(),
    })
}

fn publication(archive: &Archive) -> Option<Value> {
    let manifest = &archive.manifest;
    let about = Some(manifest.description.as_str()).filter(|line| !line.is_empty());
    Some(object(
        "Periodical",
        [
            ("@id", Some(json!(publication_id(archive)?))),
            ("name", Some(json!(manifest.title))),
            (
                "alternateName",
                Some(&manifest.short_title)
                    .filter(|short| **short != manifest.title)
                    .map(|short| json!(short)),
            ),
            ("description", about.map(|line| json!(line))),
            ("url", absolute(archive, "/").map(Value::from)),
            ("inLanguage", Some(json!(manifest.language))),
        ],
    ))
}

fn site(archive: &Archive) -> Option<Value> {
    let search = absolute(archive, SEARCH_PATH)?;
    let action = json!({
        "@type": "SearchAction",
        "target": { "@type": "EntryPoint", "urlTemplate": format!("{search}?q={{search_term_string}}") },
        "query-input": "required name=search_term_string",
    });
    Some(object(
        "WebSite",
        [
            ("name", Some(json!(archive.manifest.title))),
            ("url", absolute(archive, "/").map(Value::from)),
            ("inLanguage", Some(json!(archive.manifest.language))),
            ("potentialAction", Some(action)),
        ],
    ))
}

/// The issue. Its dates are those of the feeds.
fn issue(
    document: &Document<'_>,
    post: &Post,
    archive: &Archive,
    picture: Option<&str>,
) -> Option<Value> {
    let manifest = &archive.manifest;
    let url = absolute(archive, &post.entry.path)?;
    let publisher =
        json!({ "@type": "Organization", "name": manifest.title, "url": absolute(archive, "/") });
    let whole =
        json!({ "@type": "Periodical", "@id": publication_id(archive)?, "name": manifest.title });
    Some(object(
        "BlogPosting",
        [
            ("@id", Some(json!(url))),
            ("url", Some(json!(url))),
            ("mainEntityOfPage", Some(json!(url))),
            ("headline", Some(json!(post.entry.title))),
            ("description", Some(json!(document.description))),
            ("datePublished", Some(json!(post.published().to_string()))),
            ("dateModified", Some(json!(post.revised.to_string()))),
            ("wordCount", Some(json!(post.entry.words))),
            ("inLanguage", Some(json!(manifest.language))),
            ("image", picture.map(|picture| json!(picture))),
            ("license", manifest.licence.as_ref().map(|licence| json!(licence.url))),
            ("author", Some(publisher.clone())),
            ("publisher", Some(publisher)),
            ("isPartOf", Some(whole)),
        ],
    ))
}

/// The way from the home page; the last step is the page itself, which needs no address.
fn trail(above: &[(String, String)], name: &str) -> Value {
    let steps = above.iter().map(|(name, address)| (name.as_str(), Some(address.as_str())));
    let steps = steps.chain([(name, None)]).zip(1..).map(|((name, address), position)| {
        object(
            "ListItem",
            [
                ("position", Some(json!(position))),
                ("name", Some(json!(name))),
                ("item", address.map(|address| json!(address))),
            ],
        )
    });
    object("BreadcrumbList", [("itemListElement", Some(steps.collect()))])
}

/// What all pages call the publication.
fn publication_id(archive: &Archive) -> Option<String> {
    absolute(archive, "/").map(|home| format!("{home}#publication"))
}

/// A thing of this kind, without the fields that it does not have.
fn object<const N: usize>(kind: &str, fields: [(&str, Option<Value>); N]) -> Value {
    let mut object = Map::new();
    object.insert("@type".to_owned(), json!(kind));
    object.extend(fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    Value::Object(object)
}
