//! Hits as lines.

use newsletter_search::{Answer, Content, Hit};
use serde_json::{Value, json};

use super::Dist;
use crate::check::counted;

/// A hit as scripts read it. The section is the id of its first family, empty if it has none.
pub fn json(dist: &Dist, hit: &Hit) -> Value {
    let content = hit.content.as_ref();
    let text = |field: fn(&Content) -> &str| content.map_or("", field);
    json!({
        "url": content.map(Content::url).unwrap_or_default(),
        "slug": text(|content| &content.slug),
        "date": hit.date.to_string(),
        "section": hit.families.first().map_or("", |family| dist.family_id(*family)),
        "heading": text(|content| &content.heading),
        "text": text(|content| &content.text),
        "score": hit.score.relevance(),
        "match": hit.kind.name(),
    })
}

/// A hit as people read it: date, section, address, and the beginning of its text.
pub fn plain(hit: &Hit) -> String {
    let Some(content) = &hit.content else { return String::new() };
    let title = if content.heading.is_empty() { &content.text } else { &content.heading };
    let title: String = title.lines().next().unwrap_or_default().chars().take(100).collect();
    format!("{}  {}  {}\n    {title}\n", hit.date, hit.section, content.url())
}

/// How many hits there are, and what is to be said about them.
pub fn summary(answer: &Answer) -> String {
    let mut text = format!("{}\n", counted(answer.total, "hit"));
    if answer.is_relaxed {
        text.push_str("No item has all words; these have most of them.\n");
    }
    if let Some(suggestion) = &answer.suggestion {
        text.push_str(&["Taken as: ", suggestion, "\n"].concat());
    }
    for notice in &answer.notices {
        text.push_str(&[&notice.oddity.message(), "\n"].concat());
    }
    text
}
