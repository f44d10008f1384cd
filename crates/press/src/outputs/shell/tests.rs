//! The edits of the shell, on a small one.

use bundle_format::Manifest;

use super::*;
use crate::outputs::Origin;
use crate::outputs::document::Subject;

const SMALL: &str = concat!(
    "<!doctype html><html lang=\"en\" data-app=\"off\" data-base=\"/\" data-manifest=\"\" data-program=\"\">",
    "<head><title>Masthead</title><meta name=\"viewport\" content=\"width=device-width\">",
    "<meta name=\"description\" content=\"\">",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"\"></head><body>",
    "<div id=\"reader\" data-path=\"\"></div><template id=\"end\"></template></body></html>"
);

/// Where the documents are.
const BASE: &str = "/lwkd/";

fn archive(language: &str) -> Archive {
    let manifest = Manifest { language: language.to_owned(), ..Manifest::default() };
    Archive::of_manifest(manifest, BASE)
}

fn document(title: &str, description: &str) -> Document<'static> {
    Document {
        path: "/".to_owned(),
        file: "index.html".to_owned(),
        subject: Subject::Home,
        name: title.to_owned(),
        title: title.to_owned(),
        description: description.to_owned(),
        previous: None,
        next: None,
        origin: Origin::Archive("the home page".to_owned()),
    }
}

fn body(path: &str, page: &str) -> Body {
    Body { path: path.to_owned(), page: page.to_owned(), sources: "<i></i>".to_owned() }
}

fn of(manifest: &str) -> Versions<'_> {
    Versions { manifest, program: "p1" }
}

/// What `head` may say.
const HEAD: &str = "<meta name=\"theme-color\" content=\"red\"><link rel=\"next\" href=\"/b\">";

/// What a shell makes of a document without text.
fn with(shell: &Shell, document: &Document<'_>, archive: &Archive, manifest: &str) -> String {
    shell.with(document, archive, of(manifest), &Body::default(), HEAD)
}

#[test]
fn each_place_gets_its_own_value_and_the_rest_stays() {
    let shell = Shell::new(SMALL, BASE).unwrap();
    let (document, body) = (document("Home", "All of it"), body("/a", "<p>text</p>"));
    let html = shell.with(&document, &archive("de"), of("archive-1.bin"), &body, HEAD);
    let expect = SMALL
        .replace("lang=\"en\"", "lang=\"de\"")
        .replace("data-base=\"/\"", "data-base=\"/lwkd/\"")
        .replace("data-manifest=\"\"", "data-manifest=\"archive-1.bin\"")
        .replace("data-program=\"\"", "data-program=\"p1\"")
        .replace(">Masthead<", ">Home<")
        .replace("Policy\" content=\"\"", &format!("Policy\" content=\"{}\"", policy::of(SMALL)))
        .replace("content=\"\"", "content=\"All of it\"")
        .replace("</head>", &format!("{HEAD}</head>"))
        .replace("data-path=\"\"></div>", "data-path=\"/a\"><p>text</p></div><i></i>\n    ");
    assert_eq!(html, expect);
}

#[test]
fn a_document_of_an_earlier_build_serves_as_a_shell() {
    let body = body("/a", "<div><template></template></div>");
    let once = Shell::new(SMALL, BASE).unwrap();
    let once = once.with(&document("A", "b"), &archive("de"), of("old.bin"), &body, HEAD);
    let twice =
        with(&Shell::new(&once, BASE).unwrap(), &document("C", "d"), &archive("en"), "new.bin");
    let fresh =
        with(&Shell::new(SMALL, BASE).unwrap(), &document("C", "d"), &archive("en"), "new.bin");
    assert_eq!(twice, fresh);
}

#[test]
fn what_the_shell_links_to_lies_below_the_base_path() {
    for (before, after) in [
        ("<link href=\"./opensearch.xml\">", "<link href=\"/lwkd/opensearch.xml\">"),
        (
            "<link href=./opensearch.xml rel=search>",
            "<link href=\"/lwkd/opensearch.xml\" rel=search>",
        ),
        ("<link href=\"/old/opensearch.xml\">", "<link href=\"/lwkd/opensearch.xml\">"),
        (
            "<link href=\"a.css\"><p>opensearch.xml</p>",
            "<link href=\"a.css\"><p>opensearch.xml</p>",
        ),
    ] {
        let shell = Shell::new(&format!("{SMALL}{before}"), BASE).unwrap();
        let html = with(&shell, &document("A", "b"), &archive("en"), "");
        assert!(html.ends_with(after), "{html}");
    }
}

#[test]
fn values_cannot_leave_their_place() {
    let shell = Shell::new(SMALL, BASE).unwrap();
    let hostile = "</title><script>\"&";
    let html = with(&shell, &document(hostile, hostile), &archive("en"), "");
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
        (
            "<meta http-equiv=\"Content-Security-Policy\" content=\"\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"\">",
        ),
        ("id=\"reader\" ", "<div id=\"reader\" data-path=\"\"></div>"),
        (" id=\"end\"", "<template id=\"end\"></template>"),
    ] {
        let error = Shell::new(&SMALL.replace(cut, ""), BASE).unwrap_err();
        assert_eq!(error.missing, missing);
        assert!(error.to_string().contains(missing));
    }
}

#[test]
fn a_minified_shell_has_its_places_too() {
    let minified = "<!doctypehtml><html data-app=off data-base=/ data-manifest data-program lang=en>\
        <head><title>Masthead</title><meta content name=description>\
        <meta content http-equiv=Content-Security-Policy><body>\
        <div data-path id=reader></div><template id=end></template>";
    let html =
        with(&Shell::new(minified, BASE).unwrap(), &document("A", "b c"), &archive("de"), "x.bin");
    let html = html.replace(&policy::of(minified), "policy").replace(HEAD, "HEAD");
    assert_eq!(
        html,
        "<!doctypehtml><html data-app=off data-base=\"/lwkd/\" data-manifest=\"x.bin\" \
        data-program=\"p1\" lang=\"de\"><head><title>A</title><meta content=\"b c\" name=description>\
        <meta content=\"policy\" http-equiv=Content-Security-Policy>HEAD<body>\
        <div data-path=\"\" id=reader></div>\n    <template id=end></template>"
    );
}

#[test]
fn the_projects_own_index_html_is_a_shell() {
    assert!(Shell::new(include_str!("../../../../../index.html"), BASE).is_ok());
}
