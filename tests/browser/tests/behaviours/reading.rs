//! Every kind of page shows what it is for.

use browser_tests::find::{heading, link, main_part, navigation, region, some, text};
use browser_tests::reader::Reader;
use serde_json::json;

use crate::sample::{ISSUE, KINDS, posts};

crate::behaviours![
    the_home_page_opens_with_the_newest_issue,
    the_home_page_lists_every_issue_by_year,
    an_issue_has_its_sections_and_ways_on,
    the_first_and_the_last_issue_have_one_neighbour,
    a_year_has_its_issues,
    the_sections_are_listed_with_counts,
    a_plain_page_is_shown_as_it_is_written,
    an_address_without_a_page_is_answered_with_help,
    endings_that_hosts_overlook_lead_to_the_same_page,
];

/// The paths of the issues that something links to, each once, in order.
const ISSUES_IN: &str = "
const paths = everyOne({ role: 'link', name: null, inside: arguments[0] }).map((link) => link.pathname);
return [...new Set(paths)].filter((path) => /^\\/\\d{4}\\/\\d{8}$/.test(path))";

fn the_home_page_opens_with_the_newest_issue(reader: &mut Reader) {
    reader.open("/");
    assert_eq!(reader.title(), "Last Week in Kubernetes Development");
    let newest = region("Week Ending July 19, 2026");
    reader.wait_to_see(&text("July 23, 2026").inside(newest.clone()));
    reader.wait_to_see(
        &heading("#140085: Enable EtcdRangeStream feature gate by default").inside(newest.clone()),
    );
    reader.click(&link("Read the issue").inside(newest));
    reader.wait_to_be_at("/2026/20260723");
}

fn the_home_page_lists_every_issue_by_year(reader: &mut Reader) {
    reader.open("/");
    let archive = json!({ "role": "region", "name": "Archive" });
    let expected: Vec<_> = posts().into_iter().map(|post| post.url).collect();
    assert_eq!(reader.texts_from(ISSUES_IN, &[archive]), expected);
    let years = reader.names(&heading("20…").inside(region("Archive")));
    let counts =
        ["2026 1", "2025 2", "2024 2", "2023 2", "2022 3", "2021 1", "2020 2", "2019 1", "2018 2"];
    let expected = counts
        .map(|count| format!("{count} issue{}", if count.ends_with(" 1") { "" } else { "s" }));
    assert_eq!(years, expected);
}

fn an_issue_has_its_sections_and_ways_on(reader: &mut Reader) {
    reader.open(ISSUE);
    assert_eq!(reader.title(), "Week Ending September 3, 2023 · LWKD");
    reader.wait_to_see(&heading("Week Ending September 3, 2023"));
    reader.wait_to_see(&text("September 5, 2023").inside(main_part()).first());
    let post = posts().into_iter().find(|post| post.url == ISSUE);
    let headings = post.into_iter().flat_map(|post| post.headings);
    let sections: Vec<_> =
        headings.filter(|(level, ..)| *level == 2).map(|(_, _, text)| text).collect();
    assert_eq!(sections.len(), 9);
    let shown = "return [...document.querySelectorAll('main section > h2')].map(nameOf)";
    assert_eq!(reader.texts_from(shown, &[]), sections);
    // Name and number of items, in the rail.
    let listed = reader.names(&some("link").inside(navigation("In this issue")));
    assert!(
        listed.iter().zip(&sections).all(|(line, name)| line.starts_with(name.as_str())),
        "{listed:?}"
    );
    assert_eq!(listed.len(), sections.len());
    assert!(listed.contains(&"Deprecated 5".to_owned()), "{listed:?}");

    let goes_to = |name: &str| reader.attribute(&link(name).first(), "href").unwrap_or_default();
    assert_eq!(goes_to("Markdown source"), "/2023/20230905.md");
    let edit = goes_to("Edit this page");
    assert!(edit.starts_with("https://") && edit.ends_with("/2023-09-03-update.md"), "{edit}");
    assert_eq!(goes_to("Previous issue…"), "/2022/20220517");
    assert_eq!(goes_to("Next issue…"), "/2023/20231219");
}

fn the_first_and_the_last_issue_have_one_neighbour(reader: &mut Reader) {
    let posts = posts();
    for (post, missing) in [(posts.first(), "Next issue…"), (posts.last(), "Previous issue…")] {
        let path = post.map(|post| post.url.clone()).unwrap_or_default();
        reader.open(&path);
        assert_eq!(
            reader.names(&some("link").inside(navigation("Other issues"))).len(),
            1,
            "{path}"
        );
        assert!(!reader.sees(&link(missing)), "{path}");
    }
}

fn a_year_has_its_issues(reader: &mut Reader) {
    reader.open("/2022");
    assert_eq!(reader.title(), "2022 · LWKD");
    reader.wait_to_see(&heading("2022"));
    reader.wait_to_see(&text("3 issues"));
    let main = json!({ "role": "main", "name": null });
    let expected = ["/2022/20220517", "/2022/20220301", "/2022/20220209"];
    assert_eq!(reader.texts_from(ISSUES_IN, &[main]), expected);
}

fn the_sections_are_listed_with_counts(reader: &mut Reader) {
    reader.open("/sections");
    reader.wait_to_see(&heading("Sections"));
    let lines = reader.texts(&some("listitem").inside(main_part()));
    let counted = |line: &&String| {
        line.starts_with("Deprecated ") && line.contains(" items in ") && line.ends_with(" issues")
    };
    assert_eq!(lines.iter().filter(counted).count(), 1, "{lines:?}");
    reader.click(&link("Deprecated").inside(main_part()));
    reader.wait_to_be_at("/sections/deprecated");
    reader.wait_to_see(&heading("Deprecated").first());
}

fn a_plain_page_is_shown_as_it_is_written(reader: &mut Reader) {
    reader.open("/authors");
    reader.wait_to_see(&heading("Authors"));
    reader.wait_to_see(&heading("What this is"));
    reader.click(&link("January 2018"));
    reader.wait_to_be_at("/2018/20180114");
}

fn an_address_without_a_page_is_answered_with_help(reader: &mut Reader) {
    reader.open("/2023/20230906");
    reader.wait_to_see(&heading("There is no such page"));
    assert_eq!(reader.site.requests()[0].status, Some(404));
    reader.click(&link("Week Ending September 3, 2023").inside(main_part()));
    reader.wait_to_be_at(ISSUE);
}

fn endings_that_hosts_overlook_lead_to_the_same_page(reader: &mut Reader) {
    for (_, path) in KINDS.into_iter().filter(|(_, path)| *path != "/" && *path != "/nowhere") {
        reader.open(path);
        let title = reader.title();
        reader.open(&format!("{path}.html"));
        assert_eq!(reader.title(), title);
    }
}
