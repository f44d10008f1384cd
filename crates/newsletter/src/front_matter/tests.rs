//! One table for all flavours: the same head, written three times, means the same.

use super::*;

const FILE_NAME: &str = "2023-09-03-update.md";

/// What front matter says beyond the defaults, one fact a line, and the codes of its diagnostics.
fn facts(post: &str, file_name: &str) -> Vec<String> {
    let (front_matter, diagnostics) = read(post, file_name);
    let mut facts =
        vec![format!("title {}", front_matter.title), format!("date {}", front_matter.published)];
    facts.extend(front_matter.revised.map(|revised| format!("revised {revised}")));
    facts.extend(front_matter.slug.map(|slug| format!("slug {slug}")));
    facts.extend(front_matter.categories.iter().map(|category| format!("category {category}")));
    facts.extend(front_matter.permalink.map(|permalink| format!("permalink {permalink}")));
    facts.extend(front_matter.is_draft.then(|| "draft".to_owned()));
    facts.extend(front_matter.others.iter().map(|(key, value)| format!("other {key}={value}")));
    facts.extend(diagnostics.iter().map(|diagnostic| diagnostic.code.as_str().to_owned()));
    facts
}

fn check(post: &str, expect: &[&str]) {
    assert_eq!(facts(post, FILE_NAME), expect, "{post}");
}

fn check_flavours(yaml: &str, toml: &str, pelican: &str, expect: &[&str]) {
    check(&format!("---\n{yaml}\n---\nBody\n"), expect);
    check(&format!("+++\n{toml}\n+++\nBody\n"), expect);
    check(&format!("{pelican}\n\nBody\n"), expect);
    let with_carriage_returns = format!("---\n{yaml}\n---\nBody\n").replace('\n', "\r\n");
    check(&with_carriage_returns, expect);
    check(&format!("\u{feff}\n{pelican}\n\nBody\n"), expect);
}

#[test]
fn every_flavour_says_the_same() {
    check_flavours(
        "title: The week\ndate: 2023-09-05 22:00:00 +0200\nslug: 2023-09-03-update",
        "title = \"The week\"\ndate = 2023-09-05T22:00:00+02:00\nslug = '2023-09-03-update'",
        "Title: The week\nDate: 2023-09-05 22:00:00 +0200\nSlug: 2023-09-03-update",
        &["title The week", "date 2023-09-05T20:00:00Z", "slug 2023-09-03-update"],
    );
}

#[test]
fn the_last_change_is_a_date_after_the_publication() {
    let flavours = |revised: &str, expect: &[&str]| {
        check_flavours(
            &format!("title: T\ndate: 2023-09-05\nlast_modified_at: {revised}"),
            &format!("title = 'T'\ndate = 2023-09-05\nlastmod = '{revised}'"),
            &format!("Title: T\nDate: 2023-09-05\nModified: {revised}"),
            &[&["title T", "date 2023-09-05T00:00:00Z"], expect].concat(),
        );
    };
    flavours("2023-09-07 01:00 +0200", &["revised 2023-09-06T23:00:00Z"]);
    flavours("2023-09-05", &[]);
    flavours("2022-09-07", &[]);
    flavours("soon", &["date-impossible"]);
    flavours("2024-02-30", &["revised 2024-03-01T00:00:00Z", "date-impossible"]);
    check(
        "+++\ntitle = 'T'\ndate = 2023-09-05\nupdated = 2023-09-06\n+++\n",
        &["title T", "date 2023-09-05T00:00:00Z", "revised 2023-09-06T00:00:00Z"],
    );
}

#[test]
fn unknown_keys_are_kept_in_order() {
    check_flavours(
        "title: T\nzebra: '1.30'\ndate: 2023-09-05\nauthor: A & B\napes: 7",
        "title = 'T'\nzebra = \"1.30\"\ndate = 2023-09-05\nauthor = 'A & B'\napes = 7",
        "Title: T\nZebra: 1.30\nDate: 2023-09-05\nAuthor: A & B\nApes: 7",
        &[
            "title T",
            "date 2023-09-05T00:00:00Z",
            "other zebra=1.30",
            "other author=A & B",
            "other apes=7",
        ],
    );
}

#[test]
fn missing_title_and_date_come_from_the_file_name() {
    check_flavours(
        "slug: update\nlang: en",
        "slug = 'update'\nlang = 'en'",
        "Slug: update\nLang: en",
        &[
            "title Update",
            "date 2023-09-03T00:00:00Z",
            "slug update",
            "other lang=en",
            "title-missing",
            "date-missing",
        ],
    );
}

#[test]
fn empty_values_are_missing() {
    check_flavours(
        "title:\ndate: ~\nslug: ''",
        "title = ''\ndate = \"\"\nslug = ''",
        "Title:\nDate:\nSlug:",
        &["title Update", "date 2023-09-03T00:00:00Z", "title-missing", "date-missing"],
    );
}

#[test]
fn impossible_dates_are_read_as_jekyll_reads_them() {
    check_flavours(
        "title: T\ndate: 2022-02-29 07:10:00 -0000",
        "title = 'T'\ndate = '2022-02-29 07:10:00 -0000'",
        "Title: T\nDate: 2022-02-29 07:10:00 -0000",
        &["title T", "date 2022-03-01T07:10:00Z", "date-impossible"],
    );
    check_flavours(
        "title: T\ndate: soon",
        "title = 'T'\ndate = 'soon'",
        "Title: T\nDate: soon",
        &["title T", "date 2023-09-03T00:00:00Z", "date-impossible"],
    );
}

#[test]
fn slug_that_disagrees_with_the_file_name_is_reported() {
    check_flavours(
        "title: T\ndate: 2023-09-05\nslug: 2023-09-10-update",
        "title = 'T'\ndate = 2023-09-05\nslug = '2023-09-10-update'",
        "Title: T\nDate: 2023-09-05\nSlug: 2023-09-10-update",
        &["title T", "date 2023-09-05T00:00:00Z", "slug 2023-09-10-update", "slug-mismatch"],
    );
}

#[test]
fn drafts_say_so_in_each_flavours_way() {
    let expect = ["title T", "date 2023-09-05T00:00:00Z", "draft"];
    check_flavours(
        "title: T\ndate: 2023-09-05\ndraft: yes",
        "title = 'T'\ndate = 2023-09-05\ndraft = true",
        "Title: T\nDate: 2023-09-05\nStatus: draft",
        &expect,
    );
    check("---\ntitle: T\ndate: 2023-09-05\npublished: false\n---\n", &expect);
    check(
        "---\ntitle: T\ndate: 2023-09-05\npublished: true\ndraft: false\n---\n",
        &["title T", "date 2023-09-05T00:00:00Z"],
    );
}

#[test]
fn own_permalink_has_its_name_in_each_flavour() {
    check_flavours(
        "title: T\ndate: 2023-09-05\npermalink: /about/:title",
        "title = 'T'\ndate = 2023-09-05\nurl = '/about/:title'",
        "Title: T\nDate: 2023-09-05\nURL: /about/:title",
        &["title T", "date 2023-09-05T00:00:00Z", "permalink /about/:title"],
    );
    check(
        "---\ntitle: T\ndate: 2023-09-05\npermalink: /:headline\n---\n",
        &["title T", "date 2023-09-05T00:00:00Z", "permalink-invalid"],
    );
}

#[test]
fn categories_are_a_list_however_they_are_written() {
    let expect = ["title T", "date 2023-09-05T00:00:00Z", "category News", "category k8s"];
    for head in [
        "---\ntitle: T\ndate: 2023-09-05\ncategories: News k8s\n---\n",
        "---\ntitle: T\ndate: 2023-09-05\ncategories: [News, k8s, News]\n---\n",
        "---\ntitle: T\ndate: 2023-09-05\ncategories:\n- News\n- k8s\n---\n",
        "---\ntitle: T\ndate: 2023-09-05\ncategory: k8s\ncategories: News\n---\n",
        "+++\ntitle = 'T'\ndate = 2023-09-05\ncategories = ['News', 'k8s']\n+++\n",
        "+++\ntitle = 'T'\ndate = 2023-09-05\n[taxonomies]\ncategories = ['News', 'k8s']\n+++\n",
    ] {
        check(head, &expect);
    }
    check(
        "Title: T\nDate: 2023-09-05\nCategory: Cloud News\n\n",
        &["title T", "date 2023-09-05T00:00:00Z", "category Cloud News"],
    );
}

#[test]
fn nested_values_are_kept_flat() {
    let expect = [
        "title T",
        "date 2023-09-05T00:00:00Z",
        "other extra.editor.name=Ada",
        "other tags=a, b, c",
    ];
    check(
        "---\ntitle: T\ndate: 2023-09-05\nextra: {editor: {name: Ada}}\ntags: [a, [b, {x: c}]]\n---\n",
        &expect,
    );
    check(
        "+++\ntitle = 'T'\ndate = 2023-09-05\nextra.editor.name = 'Ada'\ntags = ['a', ['b', {x = 'c'}]]\n+++\n",
        &expect,
    );
}

#[test]
fn yaml_that_its_parser_refuses_is_read_by_lines() {
    let post = "---\nlayout: post\ntitle: Week: one\ndate: 2023-09-05\ncategories: ['a', b]\n---\n";
    check(
        post,
        &[
            "title Week: one",
            "date 2023-09-05T00:00:00Z",
            "category a",
            "category b",
            "other layout=post",
            "front-matter-invalid",
        ],
    );
    check_place(post, Code::FrontMatterInvalid, 3, 12);
}

#[test]
fn toml_that_its_parser_refuses_is_read_by_lines() {
    let post = "\n+++\ntitle = 'T'\ndate = 2022-02-29T07:10:00Z\n[taxonomies]\ncategories = [\n  \"a\",\n]\n+++\n";
    check(
        post,
        &[
            "title T",
            "date 2022-03-01T07:10:00Z",
            "category a",
            "front-matter-invalid",
            "date-impossible",
        ],
    );
}

#[test]
fn diagnostics_say_where() {
    check_place("---\ntitle: T\ndate: soon\n---\n", Code::DateImpossible, 3, 7);
    check_place("\n---\r\ntitle: é\r\ndate:  '2022-02-29'\r\n---\r\n", Code::DateImpossible, 4, 8);
    check_place("---\n{title: é, slug: \"other\"}\n---\n", Code::SlugMismatch, 2, 18);
    check_place("\n+++\ntitle = 'é'\ndate = 'soon'\n+++\n", Code::DateImpossible, 4, 8);
    check_place("+++\nextra = {é = 'é', x = 'y'}\nslug = 'z'\n+++\n", Code::SlugMismatch, 3, 8);
    check_place("+++\ntitle = 'é\n+++\n", Code::FrontMatterInvalid, 2, 11);
    check_place("Title: T\nDate:   soon\n\n", Code::DateImpossible, 2, 9);
    check_place("\n---\nlayout: post\n---\n", Code::TitleMissing, 3, 1);
    check_place("\n\n---\nlayout: post\n", Code::FrontMatterInvalid, 3, 1);
}

fn check_place(post: &str, code: Code, line: u32, column: u32) {
    let (_, diagnostics) = read(post, FILE_NAME);
    let found = diagnostics.iter().find(|diagnostic| diagnostic.code == code).expect(post);
    assert_eq!((found.line.0, found.column.0), (line, column), "{post}");
}

#[test]
fn post_without_front_matter_has_the_file_names() {
    let expect = ["title Update", "date 2023-09-03T00:00:00Z", "front-matter-missing"];
    check("Body\n", &expect);
    check("", &expect);
    check(
        "---\ntitle: T\n",
        &["title Update", "date 2023-09-03T00:00:00Z", "front-matter-invalid"],
    );
}

#[test]
fn date_that_nobody_gives_is_unknown() {
    let expect =
        ["title News", "date 1970-01-01T00:00:00Z", "front-matter-missing", "date-unknown"];
    assert_eq!(facts("Body", "news.md"), expect);
    let expect = ["title T", "date 1970-01-01T00:00:00Z", "date-unknown"];
    assert_eq!(facts("---\ntitle: T\n---\n", "news.md"), expect);
    assert_eq!(facts("---\ntitle: T\ndate: 2022-13-01\n---\n", "2022-13-01-news.md"), expect);
}

#[test]
fn yaml_cannot_grow_without_bound() {
    let refused = ["title T", "date 2023-09-05T00:00:00Z", "other a=&a x", "other b=*a"];
    let refused = [refused.as_slice(), &["front-matter-invalid"]].concat();
    check("---\ntitle: T\ndate: 2023-09-05\na: &a x\nb: *a\n---\n", &refused);
    let deep = format!("---\na: {}\n---\n", "[".repeat(17));
    check_place(&deep, Code::FrontMatterInvalid, 2, 19);
    let deep = format!("+++\n{} = 1\n+++\n", ["a"; 18].join("."));
    check_place(&deep, Code::FrontMatterInvalid, 2, 1);
}

#[test]
fn nesting_without_end_is_refused() {
    let check = |post: &str| {
        let (_, diagnostics) = read(post, FILE_NAME);
        let is_refused = |finding: &Diagnostic| finding.code == Code::FrontMatterInvalid;
        assert!(diagnostics.iter().any(is_refused), "{:?}", post.get(..20));
    };
    for open in ["[", "{a: ", "- ", "? "] {
        check(&format!("---\na: {}\n---\n", open.repeat(100_000)));
    }
    check(&format!("+++\na = {}\n+++\n", "[".repeat(100_000)));
    check(&format!("+++\na{} = 1\n+++\n", ".a".repeat(100_000)));
}
