//! Items, as the parser gives them.

use leptos::prelude::*;
use masthead::components::item::ItemLinks;
use masthead::components::permalink::PERMALINKS;
use masthead::components::section::Blocks;
use newsletter::{Rules, parse};
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::Mounted;

fn mounted(markdown: &str, has_ids: bool) -> Mounted {
    let issue = parse(markdown, "/2023/20230905", &Rules::default()).issue;
    let blocks = issue.sections.into_iter().flat_map(|section| section.blocks).collect();
    Mounted::new(move || {
        let links = ItemLinks {
            issue_href: "/2023/20230905".into(),
            has_ids,
            has_marks: true,
            embed_href: "/embed/2023/20230905".into(),
        };
        view! { <Blocks blocks=blocks links=links/> }.into_any()
    })
}

#[wasm_bindgen_test]
fn angle_brackets_in_code_are_text() {
    let mounted = mounted("* `isIP(<string>)` and Vec<string>", true);
    assert!(mounted.text().contains("isIP(<string>) and Vec<string>"), "{}", mounted.text());
    assert!(mounted.all("string").is_empty());
}

#[wasm_bindgen_test]
fn a_link_mark_links_to_its_item_and_is_no_tab_stop() {
    let mounted = mounted("* one\n* two", true);
    let bullets = mounted.all("li.item");
    assert_eq!(bullets.len(), 2);
    let marks = mounted.all(PERMALINKS);
    assert_eq!(marks[1].get_attribute("tabindex").as_deref(), Some("-1"));
    let href = format!("/2023/20230905#{}", bullets[1].id());
    assert_eq!(marks[1].get_attribute("href"), Some(href));
}

#[wasm_bindgen_test]
fn a_paragraph_that_is_all_bold_is_set_apart() {
    let mounted = mounted("**Next Deadline: Freeze**\n\n**Bold** and plain", true);
    assert_eq!(mounted.all(".notice").len(), 1);
    assert!(mounted.all(".notice")[0].text_content().unwrap().contains("Next Deadline"));
}

#[wasm_bindgen_test]
fn items_of_other_issues_bring_no_ids() {
    let mounted = mounted("## A\n\n### Feature\n\ntext\n", false);
    assert_eq!(mounted.all("article.feature").len(), 1);
    assert!(mounted.all("[id]").is_empty());
}
