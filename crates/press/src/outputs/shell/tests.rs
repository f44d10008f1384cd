//! The edits of the shell, on a small one.

use bundle_format::Manifest;

use super::*;
use crate::outputs::Origin;

const SMALL: &str = concat!(
    "<!doctype html><html lang=\"en\" data-app=\"starting\" data-base=\"/\" data-manifest=\"\" data-program=\"\">",
    "<head><title>Masthead</title><meta name=\"viewport\" content=\"width=device-width\">",
    "<meta name=\"description\" content=\"\"></head></html>"
);

fn archive(language: &str) -> Archive {
    Archive {
        manifest: Manifest { language: language.to_owned(), ..Manifest::default() },
        patterns: Vec::new(),
        base_path: "/lwkd/".to_owned(),
        posts: Vec::new(),
        pages: Vec::new(),
        assets: Vec::new(),
        taken: Vec::new(),
        findings: Vec::new(),
    }
}

fn document(title: &str, description: &str) -> Document {
    Document {
        file: "index.html".to_owned(),
        title: title.to_owned(),
        description: description.to_owned(),
        origin: Origin::Archive("the home page".to_owned()),
    }
}

fn of(manifest: &str) -> Versions<'_> {
    Versions { manifest, program: "p1" }
}

#[test]
fn each_place_gets_its_own_value_and_the_rest_stays() {
    let shell = Shell::new(SMALL).unwrap();
    let html = shell.with(&document("Home", "All of it"), &archive("de"), of("archive-1.bin"));
    let expect = SMALL
        .replace("lang=\"en\"", "lang=\"de\"")
        .replace("data-base=\"/\"", "data-base=\"/lwkd/\"")
        .replace("data-manifest=\"\"", "data-manifest=\"archive-1.bin\"")
        .replace("data-program=\"\"", "data-program=\"p1\"")
        .replace(">Masthead<", ">Home<")
        .replace("content=\"\"", "content=\"All of it\"");
    assert_eq!(html, expect);
}

#[test]
fn a_document_of_an_earlier_build_serves_as_a_shell() {
    let once = Shell::new(SMALL).unwrap().with(&document("A", "b"), &archive("de"), of("old.bin"));
    let twice = Shell::new(&once).unwrap().with(&document("C", "d"), &archive("en"), of("new.bin"));
    let fresh = Shell::new(SMALL).unwrap().with(&document("C", "d"), &archive("en"), of("new.bin"));
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
        let html = shell.with(&document("A", "b"), &archive("en"), of(""));
        assert!(html.ends_with(after), "{html}");
    }
}

#[test]
fn values_cannot_leave_their_place() {
    let shell = Shell::new(SMALL).unwrap();
    let hostile = "</title><script>\"&";
    let html = shell.with(&document(hostile, hostile), &archive("en"), of(""));
    assert!(html.contains("<title>&lt;/title&gt;&lt;script&gt;&quot;&amp;</title>"), "{html}");
    assert!(html.contains("content=\"&lt;/title&gt;&lt;script&gt;&quot;&amp;\""), "{html}");
}

#[test]
fn what_is_missing_in_the_shell_is_said() {
    for (cut, missing) in [
        ("lang=\"en\"", "<html lang=\"\">"),
        (" data-base=\"/\"", "<html data-base=\"\">"),
        ("data-manifest=\"\"", "<html data-manifest=\"\">"),
        ("data-program=\"\"", "<html data-program=\"\">"),
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
    let minified = "<!doctypehtml><html data-app=starting data-base=/ data-manifest data-program lang=en>\
        <head><title>Masthead</title><meta content name=description><body>";
    let html = Shell::new(minified).unwrap().with(&document("A", "b c"), &archive("de"), of("x.bin"));
    assert_eq!(
        html,
        "<!doctypehtml><html data-app=starting data-base=\"/lwkd/\" data-manifest=\"x.bin\" \
        data-program=\"p1\" \
        lang=\"de\"><head><title>A</title><meta content=\"b c\" name=description><body>"
    );
}

#[test]
fn the_projects_own_index_html_is_a_shell() {
    assert!(Shell::new(include_str!("../../../../../index.html")).is_ok());
}
