//! What the sample archive holds, from the reference that its posts are compared with natively.

use serde_json::Value;

/// A page of each kind.
pub(crate) const KINDS: [(&str, &str); 9] = [
    ("home", "/"),
    ("year", "/2023"),
    ("issue", "/2023/20230905"),
    ("sections", "/sections"),
    ("section", "/sections/deprecated"),
    ("plain page", "/authors"),
    ("search", "/search?q=metrics"),
    ("saved", "/saved"),
    ("missing page", "/nowhere"),
];

/// An issue with all nine sections, in the middle of the archive.
pub(crate) const ISSUE: &str = "/2023/20230905";

/// The text of [`ISSUE`].
pub(crate) const ISSUE_FILE: &str = "/2023/20230905.md";

/// The newest issue.
pub(crate) const NEWEST: &str = "/2026/20260723";

/// One post, as Jekyll sees it.
#[derive(Debug, Clone)]
pub(crate) struct Post {
    pub(crate) url: String,
    /// Level, id and text.
    pub(crate) headings: Vec<(u64, String, String)>,
}

/// All posts, newest first.
pub(crate) fn posts() -> Vec<Post> {
    let reference = include_str!("../../../fixtures/sample-reference.json");
    let reference: Value = serde_json::from_str(reference).unwrap_or_default();
    let posts =
        reference.get("posts").unwrap_or(&reference).as_array().cloned().unwrap_or_default();
    let mut posts: Vec<_> = posts.iter().map(post).collect();
    posts.sort_by(|one, other| other.url.cmp(&one.url));
    posts
}

fn post(post: &Value) -> Post {
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let headings = post["headings"].as_array().into_iter().flatten().map(|heading| {
        (heading["level"].as_u64().unwrap_or_default(), text(heading, "id"), text(heading, "text"))
    });
    Post { url: text(post, "url"), headings: headings.collect() }
}
