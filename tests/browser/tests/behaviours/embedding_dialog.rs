//! Snippets: taken in a dialog of the archive, pasted into another page.

use browser_tests::find::{button, link, named};
use browser_tests::reader::Reader;
use serde_json::json;

use crate::host::{listening, visit, wait_for_elements};
use crate::sample::ISSUE;

crate::behaviours![
    an_issue_gives_snippets_that_work_where_they_are_pasted,
    an_item_has_a_snippet_of_its_own,
    sections_and_the_search_have_snippets,
];

/// Where the sample archive says that it is.
const PUBLIC: &str = "https://lwkd.info";

const PAGE: &str = "return document.querySelector('dialog[open] iframe')";

/// A snippet, once it has the text of what it shows.
fn snippet(reader: &Reader, form: &str) -> String {
    let text = "const { value } = document.querySelector(`[name=${arguments[0]}]`) ?? {};
        return value?.includes('<li>') && Number(document.querySelector('.preview iframe').height) !== 240 && value";
    let value = reader.wait_for("a snippet", text, &[json!(form)]);
    value.as_str().unwrap_or_default().to_owned()
}

fn an_issue_gives_snippets_that_work_where_they_are_pasted(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.click(&link("Embed"));
    reader.go_into(PAGE);
    let element = snippet(reader, "element");
    let (frame, text) = (snippet(reader, "frame"), snippet(reader, "text"));
    reader.go_out();
    reader.click(&button("Close"));
    reader.wait_until_gone(&named("dialog", "Embed"));
    assert!(element.starts_with("<masthead-embed issue=\"2023/20230905\""), "{element}");
    assert!(element.contains(&text) && frame.contains(&text), "the text is in all of them");
    assert!(text.contains(&format!("href=\"{PUBLIC}{ISSUE}\"")), "{text}");
    assert!(frame.contains(&format!("<iframe src=\"{PUBLIC}/embed{ISSUE}\"")), "{frame}");
    // The hash is that of the module as it is sent, or nothing would be shown.
    let _archive = visit(reader, &listening(""), &element.replace(PUBLIC, "ARCHIVE"));
    wait_for_elements(reader, 1);
}

fn an_item_has_a_snippet_of_its_own(reader: &mut Reader) {
    reader.open(ISSUE);
    let item = reader.text_from("return document.querySelector('.bullet').id", &[]);
    reader.run("document.querySelector('.bullet .embed').click()", &[]);
    reader.go_into(PAGE);
    let element = snippet(reader, "element");
    let frame = snippet(reader, "frame");
    reader.go_out();
    assert!(element.contains(&format!("item=\"{item}\"")), "{element}");
    assert!(frame.contains(&format!("?item={item}#{item}\"")), "{frame}");
    assert_eq!(element.matches("<li>").count(), 1, "{element}");
}

fn sections_and_the_search_have_snippets(reader: &mut Reader) {
    reader.open("/sections/deprecated");
    reader.click(&link("Embed"));
    reader.go_into(PAGE);
    let element = snippet(reader, "element");
    reader.go_out();
    assert!(element.starts_with("<masthead-embed section=\"deprecated\""), "{element}");
    reader.open("/search");
    reader.click(&link("Embed"));
    reader.go_into(PAGE);
    let text = "const { value } = document.querySelector('[name=element]') ?? {}; return value";
    let element = reader.wait_for("a snippet", text, &[]);
    assert!(
        element.as_str().is_some_and(|text| text.starts_with("<masthead-embed search")),
        "{element}"
    );
    reader.go_out();
}
