//! Reads a feed as a stranger would, before it is written: what RFC 4287 and JSON Feed 1.1 require is
//! there, once, and is what it should be.

use std::collections::HashSet;

use roxmltree::{Document, Node};
use serde_json::Value;

use super::{atom, json};

/// What is wrong.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The place of the entry in the feed, from 0; `None` for the feed itself.
    pub(super) entry: Option<usize>,
    pub(super) what: String,
}

/// Checks an Atom feed.
pub(super) fn atom(xml: &str) -> Result<(), Fault> {
    let document = Document::parse(xml).map_err(|error| {
        let lines = xml.lines().take(error.pos().row as usize);
        let entries = lines.filter(|line| line.trim() == "<entry>").count();
        Fault { entry: entries.checked_sub(1), what: error.to_string() }
    })?;
    let feed = Element(document.root_element());
    let of_feed = |what| Fault { entry: None, what };
    if !feed.0.has_tag_name((atom::NAMESPACE, "feed")) {
        return Err(of_feed("the root is no Atom feed".to_owned()));
    }
    feed.common().map_err(of_feed)?;
    feed.link("self").map_err(of_feed)?;
    feed.only("author")
        .and_then(|author| Element(author).text("name").map(drop))
        .map_err(of_feed)?;
    let mut ids = HashSet::new();
    for (place, entry) in feed.all("entry").map(Element).enumerate() {
        let checked = entry.entry().and_then(|id| is_new(id, &mut ids));
        checked.map_err(|what| Fault { entry: Some(place), what })?;
    }
    Ok(())
}

/// Checks a JSON Feed.
pub(super) fn json(text: &str) -> Result<(), Fault> {
    let of_feed = |what| Fault { entry: None, what };
    let feed: Value = serde_json::from_str(text).map_err(|error| of_feed(error.to_string()))?;
    member(&feed, "version", |version| version == json::VERSION).map_err(of_feed)?;
    member(&feed, "title", is_text).map_err(of_feed)?;
    for key in ["home_page_url", "feed_url"] {
        member(&feed, key, is_address).map_err(of_feed)?;
    }
    let items = feed.get("items").and_then(Value::as_array);
    let items = items.ok_or_else(|| of_feed("`items` is no list".to_owned()))?;
    let mut ids = HashSet::new();
    for (place, item) in items.iter().enumerate() {
        let required = [
            ("url", is_address as fn(&str) -> bool),
            ("title", is_text),
            ("date_published", is_date),
            ("date_modified", is_date),
        ];
        let checked = required
            .iter()
            .try_for_each(|(key, is_fit)| member(item, key, is_fit).map(drop))
            .and_then(|()| member(item, "content_html", |_| true).map(drop))
            .and_then(|()| is_new(member(item, "id", is_address)?, &mut ids));
        checked.map_err(|what| Fault { entry: Some(place), what })?;
    }
    Ok(())
}

/// An element of an Atom feed.
struct Element<'document>(Node<'document, 'document>);

impl<'document> Element<'document> {
    fn all(&self, name: &'static str) -> impl Iterator<Item = Node<'document, 'document>> {
        self.0.children().filter(move |child| child.has_tag_name((atom::NAMESPACE, name)))
    }

    fn only(&self, name: &'static str) -> Result<Node<'document, 'document>, String> {
        let mut all = self.all(name);
        match (all.next(), all.next()) {
            (Some(only), None) => Ok(only),
            (None, _) => Err(format!("it has no `{name}`")),
            (Some(_), Some(_)) => Err(format!("it has more than one `{name}`")),
        }
    }

    fn text(&self, name: &'static str) -> Result<&'document str, String> {
        let text = self.only(name)?.text().unwrap_or_default();
        if is_text(text) { Ok(text) } else { Err(format!("its `{name}` is empty")) }
    }

    fn link(&self, relation: &str) -> Result<(), String> {
        let mut links = self.all("link").filter(|link| link.attribute("rel") == Some(relation));
        let address = links.next().and_then(|link| link.attribute("href"));
        if links.next().is_none() && address.is_some_and(is_address) {
            Ok(())
        } else {
            Err(format!("it needs one link `{relation}` with a whole address"))
        }
    }

    /// What feeds and entries have alike: title, date, link and id, which is the result.
    fn common(&self) -> Result<&'document str, String> {
        let id = self.text("id")?;
        if !is_address(id) {
            return Err(format!("its id `{id}` is no whole address"));
        }
        self.text("title")?;
        self.date("updated")?;
        self.link("alternate")?;
        Ok(id)
    }

    fn date(&self, name: &'static str) -> Result<(), String> {
        let date = self.text(name)?;
        if is_date(date) { Ok(()) } else { Err(format!("its `{name}` `{date}` is no date")) }
    }

    fn entry(&self) -> Result<&'document str, String> {
        self.date("published")?;
        let content = self.only("content")?;
        if content.attribute("type") != Some("html") || content.children().any(|c| c.is_element()) {
            return Err("its content is not HTML as text".to_owned());
        }
        self.common()
    }
}

fn member<'json>(
    object: &'json Value,
    key: &str,
    is_fit: impl Fn(&str) -> bool,
) -> Result<&'json str, String> {
    let value = object.get(key).unwrap_or(&Value::Null);
    let fit = value.as_str().filter(|value| is_fit(value));
    fit.ok_or_else(|| format!("its `{key}` is not what it should be: {value}"))
}

fn is_new<'id>(id: &'id str, ids: &mut HashSet<&'id str>) -> Result<(), String> {
    if ids.insert(id) { Ok(()) } else { Err(format!("another entry has its id `{id}`")) }
}

fn is_text(text: &str) -> bool {
    !text.trim().is_empty()
}

/// With a scheme, and without characters that no address may hold.
fn is_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let is_forbidden = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(is_forbidden))
}

/// `2023-09-05T22:00:00Z`, as RFC 3339 writes a moment in UTC.
fn is_date(date: &str) -> bool {
    const SHAPE: &str = "0000-00-00T00:00:00Z";
    let fits =
        |(shape, byte): (u8, u8)| if shape == b'0' { byte.is_ascii_digit() } else { byte == shape };
    date.len() == SHAPE.len() && SHAPE.bytes().zip(date.bytes()).all(fits)
}

#[cfg(test)]
mod tests;
