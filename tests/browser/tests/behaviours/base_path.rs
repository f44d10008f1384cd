//! The archive works below a path of its host, outside of which nothing is answered.

use browser_tests::find::{button, heading, link, named, search_box, text};
use browser_tests::keys;
use browser_tests::reader::Reader;
use browser_tests::site::{BASE, Site};
use serde_json::json;

crate::behaviours![
    every_link_and_request_stays_below_the_base,
    choices_and_history_stay_below_the_base
];

fn every_link_and_request_stays_below_the_base(reader: &mut Reader) {
    move_below_the_base(reader);
    let outside = "return [...document.querySelectorAll('a[href]')]
        .filter((link) => link.origin === location.origin && !link.pathname.startsWith(arguments[0]))
        .map((link) => link.href)";
    // With links and images that the posts write from the root of the site.
    for path in [
        "",
        "2022/20220301",
        "2018/20180416",
        "2023",
        "sections",
        "sections/deprecated",
        "authors",
        "nowhere",
    ] {
        reader.open(&format!("{BASE}{path}"));
        assert_eq!(reader.texts_from(outside, &[json!(BASE)]), Vec::<String>::new(), "{path}");
    }
    let strays: Vec<_> = reader
        .site
        .requests()
        .into_iter()
        .filter(|request| !request.target.starts_with(BASE))
        .collect();
    assert_eq!(strays, []);
}

fn choices_and_history_stay_below_the_base(reader: &mut Reader) {
    move_below_the_base(reader);
    reader.open(BASE);
    reader.click(&link("Read the issue"));
    reader.wait_to_be_at("/lwkd/2026/20260723");
    reader.click(&button("Promotions,…"));
    reader.wait_to_be_at("/lwkd/2026/20260723?section=promotions");
    reader.reload();
    reader.wait_to_see(&text("Showing 1 of 9 sections"));
    reader.click(&search_box());
    reader.press("bazel");
    reader.wait_to_be_at("/lwkd/search?q=bazel");
    reader.wait_to_see(&link("…").inside(named("list", "Results")).first());
    reader.press(keys::ARROW_DOWN);
    reader.press(keys::ENTER);
    reader.wait_to_see(&heading("Week Ending February 28, 2021"));
    reader.go_back();
    reader.wait_to_be_at("/lwkd/search?q=bazel");
}

fn move_below_the_base(reader: &mut Reader) {
    let folder = Site::built_below().unwrap_or_else(|missing| panic!("{missing}"));
    reader.site = Site::serve_below(BASE, folder);
}
