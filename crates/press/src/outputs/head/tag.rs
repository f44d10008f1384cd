//! Tags of a document's head.

use crate::outputs::shell::push_escaped;

/// A tag without content; values are escaped, names are ours.
pub(super) fn tag(name: &str, attributes: &[(&str, &str)]) -> String {
    let mut html = format!("<{name}");
    for (attribute, value) in attributes {
        html.extend([" ", attribute, "=\""]);
        push_escaped(value, &mut html);
        html.push('"');
    }
    html.push('>');
    html
}

/// A `<meta>` whose name is in the attribute `key`: `name`, or `property` for Open Graph.
pub(super) fn meta(key: &str, name: &str, content: &str) -> String {
    tag("meta", &[(key, name), ("content", content)])
}

/// A `<link>`.
pub(super) fn link(relation: &str, address: &str, others: &[(&str, &str)]) -> String {
    tag("link", &[&[("rel", relation)], others, &[("href", address)]].concat())
}
