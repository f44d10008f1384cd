//! A feed that is fit, and what each change makes of it.

use super::*;

const ATOM: &str = "<feed xmlns=\"http://www.w3.org/2005/Atom\">
<id>https://a.example/feed.xml</id>
<title>A</title>
<updated>2023-09-05T22:00:00Z</updated>
<link rel=\"self\" href=\"https://a.example/feed.xml\"/>
<link rel=\"alternate\" href=\"https://a.example/\"/>
<author><name>A</name></author>
<entry>
<id>https://a.example/1</id>
<title>One</title>
<link rel=\"alternate\" href=\"https://a.example/1\"/>
<published>2023-09-05T22:00:00Z</published>
<updated>2023-09-05T22:00:00Z</updated>
<content type=\"html\">&lt;p></content>
</entry>
<entry>
<id>https://a.example/2</id>
<title>Two</title>
<link rel=\"alternate\" href=\"https://a.example/2\"/>
<published>2023-09-04T22:00:00Z</published>
<updated>2023-09-04T22:00:00Z</updated>
<content type=\"html\">&lt;p></content>
</entry>
</feed>";

const JSON: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"A",
"home_page_url":"https://a.example/","feed_url":"https://a.example/feed.json","items":[
{"id":"https://a.example/1","url":"https://a.example/1","title":"One","content_html":"",
"date_published":"2023-09-05T22:00:00Z","date_modified":"2023-09-05T22:00:00Z"},
{"id":"https://a.example/2","url":"https://a.example/2","title":"Two","content_html":"",
"date_published":"2023-09-04T22:00:00Z","date_modified":"2023-09-04T22:00:00Z"}]}"#;

/// Changes the feed and expects a fault of the entry that names `what`.
fn check(
    feed: &str,
    check: fn(&str) -> Result<(), Fault>,
    cases: &[(&str, &str, Option<usize>, &str)],
) {
    assert_eq!(check(feed), Ok(()));
    for (before, after, entry, what) in cases {
        assert!(feed.contains(before), "{before}");
        let fault = check(&feed.replacen(before, after, 1)).unwrap_err();
        assert_eq!(fault.entry, *entry, "{before}: {}", fault.what);
        assert!(fault.what.contains(what), "{before}: {}", fault.what);
    }
}

#[test]
fn what_atom_requires_is_missed_and_its_entry_is_named() {
    let cases = [
        ("2005/Atom", "2005/Other", None, "no Atom feed"),
        ("<title>A</title>", "", None, "no `title`"),
        ("<title>A</title>", "<title> </title>", None, "`title` is empty"),
        ("rel=\"self\"", "rel=\"via\"", None, "`self`"),
        ("<author><name>A</name></author>", "", None, "no `author`"),
        ("<name>A</name>", "", None, "no `name`"),
        ("<id>https://a.example/1</id>", "", Some(0), "no `id`"),
        ("<id>https://a.example/1</id>", "<id>/1</id>", Some(0), "`/1`"),
        ("<id>https://a.example/2</id>", "<id>https://a.example/1</id>", Some(1), "another entry"),
        ("<title>Two</title>", "<title>Two</title><title/>", Some(1), "more than one `title`"),
        ("<published>2023-09-04", "<published>4 September", Some(1), "no date"),
        ("href=\"https://a.example/2\"", "href=\"2\"", Some(1), "`alternate`"),
        ("<content type=\"html\">&lt;p></content>", "", Some(0), "no `content`"),
        ("&lt;p>", "<p/>", Some(0), "not HTML"),
    ];
    check(ATOM, atom, &cases);
}

#[test]
fn what_is_no_xml_is_found_in_its_entry() {
    let cases = [
        ("<title>A</title>", "<title>&</title>", None, ""),
        ("One", "\u{1}", Some(0), ""),
        ("Two", "&nbsp;", Some(1), "nbsp"),
        ("Two</title>", "Two", Some(1), ""),
    ];
    check(ATOM, atom, &cases);
}

#[test]
fn what_json_feed_requires_is_missed_and_its_entry_is_named() {
    let cases = [
        ("1.1", "1", None, "`version`"),
        ("\"title\":\"A\"", "\"title\":\"\"", None, "`title`"),
        ("\"https://a.example/feed.json\"", "\"feed.json\"", None, "`feed_url`"),
        ("\"items\"", "\"entries\"", None, "`items`"),
        ("\"id\":\"https://a.example/2\"", "\"id\":2", Some(1), "`id`"),
        ("\"id\":\"https://a.example/2\"", "\"id\":\"https://a.example/1\"", Some(1), "another"),
        ("\"content_html\"", "\"content\"", Some(0), "`content_html`"),
        ("\"date_modified\":\"2023-09-05", "\"date_modified\":\"05", Some(0), "`date_modified`"),
        ("}]}", "}]", None, ""),
    ];
    check(JSON, json, &cases);
}
