//! The edits of the shell, on a small one.

use bundle_format::Manifest;

use super::*;
use crate::outputs::Origin;
use crate::outputs::document::Subject;

const SMALL: &str = concat!(
    "<!doctype html><html lang=\"en\" data-app=\"starting\" data-base=\"/\" data-manifest=\"\">",
    "<head><title>Masthead</title><meta name=\"viewport\" content=\"width=device-width\">",
    "<meta name=\"description\" content=\"\"></head></html>"
);

fn archive(language: &str) -> Archive {
    Archive {
        manifest: Manifest { language: language.to_owned(), ..Manifest::default() },
        patterns: Vec::new(),
        base_path: "/lwkd/".to_owned(),
        has_cards: true,
        posts: Vec::new(),
        pages: Vec::new(),
        assets: Vec::new(),
        taken: Vec::new(),
        findings: Vec::new(),
    }
}

fn document(title: &str, description: &str) -> Document<'static> {
    Document {
        file: "index.html".to_owned(),
        path: Some("/".to_owned()),
        subject: Subject::Home,
        name: title.to_owned(),
        title: title.to_owned(),
        description: description.to_owned(),
        previous: None,
        next: None,
        origin: Origin::Archive("the home page".to_owned()),
    }
}

#[test]
fn each_place_gets_its_own_value_and_the_rest_stays() {
    let shell = Shell::new(SMALL).unwrap();
    let html =
        shell.with(&document("Home", "All of it"), &archive("de"), "archive-1.bin", "<meta>");
    let expect = SMALL
        .replace("lang=\"en\"", "lang=\"de\"")
        .replace("data-base=\"/\"", "data-base=\"/lwkd/\"")
        .replace("data-manifest=\"\"", "data-manifest=\"archive-1.bin\"")
        .replace(">Masthead<", ">Home<")
        .replace("content=\"\"", "content=\"All of it\"")
        .replace("</head>", "<!--head--><meta><!--/head--></head>");
    assert_eq!(html, expect);
}

#[test]
fn a_document_of_an_earlier_build_serves_as_a_shell() {
    let once =
        Shell::new(SMALL).unwrap().with(&document("A", "b"), &archive("de"), "old.bin", "<meta>");
    let twice =
        Shell::new(&once).unwrap().with(&document("C", "d"), &archive("en"), "new.bin", "<meta>");
    let fresh =
        Shell::new(SMALL).unwrap().with(&document("C", "d"), &archive("en"), "new.bin", "<meta>");
    assert_eq!(twice, fresh);
}

#[test]
fn what_the_shell_links_to_lies_below_the_base_path() {
    for (before, after) in [
        (
            "<link href=\"./fonts/a.woff2\" as=\"font\">",
            "<link href=\"/lwkd/fonts/a.woff2\" as=\"font\">",
        ),
        ("<link href=./fonts/a.woff2 as=font>", "<link href=\"/lwkd/fonts/a.woff2\" as=font>"),
        ("<link href=\"/old/fonts/a.woff2\">", "<link href=\"/lwkd/fonts/a.woff2\">"),
        ("<link href=\"./opensearch.xml\">", "<link href=\"/lwkd/opensearch.xml\">"),
        ("<link href=\"a.css\"><p>fonts/</p>", "<link href=\"a.css\"><p>fonts/</p>"),
    ] {
        let shell = Shell::new(&format!("{SMALL}{before}")).unwrap();
        let html = shell.with(&document("A", "b"), &archive("en"), "", "<meta>");
        assert!(html.ends_with(after), "{html}");
    }
}

#[test]
fn values_cannot_leave_their_place() {
    let shell = Shell::new(SMALL).unwrap();
    let hostile = "</title><script>\"&";
    let html = shell.with(&document(hostile, hostile), &archive("en"), "", "<meta>");
    assert!(html.contains("<title>&lt;/title&gt;&lt;script&gt;&quot;&amp;</title>"), "{html}");
    assert!(html.contains("content=\"&lt;/title&gt;&lt;script&gt;&quot;&amp;\""), "{html}");
}

#[test]
fn what_is_missing_in_the_shell_is_said() {
    for (cut, missing) in [
        ("lang=\"en\"", "<html lang=\"\">"),
        (" data-base=\"/\"", "<html data-base=\"\">"),
        ("data-manifest=\"\"", "<html data-manifest=\"\">"),
        ("<title>Masthead</title>", "<title></title>"),
        ("<meta name=\"description\" content=\"\">", "<meta name=\"description\" content=\"\">"),
    ] {
        let error = Shell::new(&SMALL.replace(cut, "")).unwrap_err();
        assert_eq!(error.missing, missing);
        assert!(error.to_string().contains(missing));
    }
}

#[test]
fn a_minified_shell_has_its_places_too() {
    let minified = "<!doctypehtml><html data-app=starting data-base=/ data-manifest lang=en>\
        <head><title>Masthead</title><meta content name=description><body>";
    let html = Shell::new(minified).unwrap().with(
        &document("A", "b c"),
        &archive("de"),
        "x.bin",
        "<meta>",
    );
    assert_eq!(
        html,
        "<!doctypehtml><html data-app=starting data-base=\"/lwkd/\" data-manifest=\"x.bin\" \
        lang=\"de\"><head><title>A</title><!--head--><meta><!--/head--><meta content=\"b c\" name=description><body>"
    );
}

#[test]
fn the_projects_own_index_html_is_a_shell() {
    assert!(Shell::new(include_str!("../../../../../index.html")).is_ok());
}
