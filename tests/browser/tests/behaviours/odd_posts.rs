//! Posts that are written in odd ways are shown whole.

use browser_tests::find::{heading, link, text};
use browser_tests::reader::Reader;
use serde_json::json;

use crate::sample::posts;

crate::behaviours![
    headings_of_every_post_are_headings_with_their_ids,
    angle_brackets_are_text,
    posts_with_impossible_dates_have_their_addresses,
    a_table_footnotes_and_tasks_work,
    images_have_their_room_before_they_come,
];

fn headings_of_every_post_are_headings_with_their_ids(reader: &mut Reader) {
    for post in posts() {
        reader.open(&post.url);
        let shown = reader.texts_from(
            "return [...document.querySelectorAll('main :is(h2, h3, h4)[id]')].map((heading) => heading.id)",
            &[],
        );
        let expected: Vec<_> = post.headings.into_iter().map(|(_, id, _)| id).collect();
        assert_eq!(shown, expected, "{}", post.url);
    }
}

fn angle_brackets_are_text(reader: &mut Reader) {
    reader.open("/2023/20231219");
    reader.wait_to_see(&text("isIP(<string>)"));
    // The code span of this one never ends.
    reader.wait_to_see(&text(
        "`ip(<string>).isLoopback() / ip(<string>).isGlobalUnicast(), and whatever…",
    ));
    assert_eq!(
        reader.run("return document.querySelectorAll('string, provider').length", &[]),
        json!(0)
    );
}

fn posts_with_impossible_dates_have_their_addresses(reader: &mut Reader) {
    for (path, title) in [
        ("/2022/20220301", "Week Ending February 27, 2022"),
        ("/2024/20240417", "Week Ending April 14, 2024"),
    ] {
        reader.open(path);
        reader.wait_to_see(&heading(title));
        assert_eq!(
            reader
                .site
                .requests()
                .iter()
                .find(|request| request.target == path)
                .and_then(|request| request.status),
            Some(200)
        );
    }
}

fn a_table_footnotes_and_tasks_work(reader: &mut Reader) {
    reader.open("/2025/20251222");
    let count = |selector: &str| {
        reader.number_from(
            "return document.querySelectorAll(arguments[0]).length",
            &[json!(format!("main {selector}"))],
        )
    };
    assert!(count("table th") > 0.0);
    assert!(count("del") > 0.0);
    assert!(count("input[type=checkbox][disabled]") > 0.0);
    reader.click(&link("1"));
    let at_footnote = "const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
        const isThere = target && (target.contains(document.activeElement) || document.activeElement.contains(target));
        return isThere && target.getBoundingClientRect().top < innerHeight";
    reader.wait_for("the footnote", at_footnote, &[]);
    let footnote = reader.address();
    reader.click(&link("Back to…").first());
    reader.wait_for(
        "the way back",
        &format!("return location.hash !== arguments[0] && (() => {{ {at_footnote} }})()"),
        &[json!(footnote)],
    );
}

fn images_have_their_room_before_they_come(reader: &mut Reader) {
    reader.site.answer(".png", browser_tests::site::Answer::Hold);
    reader.open("/2018/20180416");
    let height = "const image = document.querySelector('main img');
        image.scrollIntoView();
        return !image.complete && image.alt && image.getBoundingClientRect().height";
    let before = reader.number_from(height, &[]);
    assert!(before > 50.0, "{before}");
    reader.site.recover();
    let after = "const image = document.querySelector('main img');
        return image.complete && image.naturalWidth && image.getBoundingClientRect().height";
    let after = reader.wait_for("the image", after, &[]);
    assert_eq!(after, json!(before));
}
