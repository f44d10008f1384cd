//! Items, as the parser gives them.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use masthead::components::item::ItemLinks;
use masthead::components::section::Blocks;
use newsletter::{Rules, parse};
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::Mounted;

fn mounted(markdown: &str, has_ids: bool) -> (Mounted, Arc<Mutex<Vec<String>>>) {
    let copied = Arc::new(Mutex::new(Vec::new()));
    let heard = copied.clone();
    let issue = parse(markdown, "/2023/20230905", &Rules::default()).issue;
    let blocks = issue.sections.into_iter().flat_map(|section| section.blocks).collect();
    let mounted = Mounted::new(move || {
        let on_copy = Callback::new(move |href: String| heard.lock().unwrap().push(href));
        let links = ItemLinks { issue_href: "/2023/20230905".into(), has_ids, on_copy };
        view! { <Blocks blocks=blocks links=links/> }.into_any()
    });
    (mounted, copied)
}

#[wasm_bindgen_test]
fn angle_brackets_in_code_are_text() {
    let (mounted, _) = mounted("* `isIP(<string>)` and Vec<string>", true);
    assert!(mounted.text().contains("isIP(<string>) and Vec<string>"), "{}", mounted.text());
    assert!(mounted.all("string").is_empty());
}

#[wasm_bindgen_test]
fn a_link_mark_copies_the_address_of_its_item() {
    let (mounted, copied) = mounted("* one\n* two", true);
    let bullets = mounted.all("li.item");
    assert_eq!(bullets.len(), 2);
    let marks = mounted.all("a.permalink");
    assert_eq!(marks[1].get_attribute("tabindex").as_deref(), Some("-1"));
    let href = format!("/2023/20230905#{}", bullets[1].id());
    assert_eq!(marks[1].get_attribute("href"), Some(href.clone()));
    // A click would leave the page; the handler runs before that and is what counts here.
    marks[1].remove_attribute("href").unwrap();
    wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlElement>(&marks[1]).click();
    assert_eq!(*copied.lock().unwrap(), [href]);
}

#[wasm_bindgen_test]
fn a_paragraph_that_is_all_bold_is_set_apart() {
    let (mounted, _) = mounted("**Next Deadline: Freeze**\n\n**Bold** and plain", true);
    assert_eq!(mounted.all(".notice").len(), 1);
    assert!(mounted.all(".notice")[0].text_content().unwrap().contains("Next Deadline"));
}

#[wasm_bindgen_test]
fn items_of_other_issues_bring_no_ids() {
    let (mounted, _) = mounted("## A\n\n### Feature\n\ntext\n", false);
    assert_eq!(mounted.all("article.feature").len(), 1);
    assert!(mounted.all("[id]").is_empty());
}
