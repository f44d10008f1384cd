//! Patterns and the addresses that Jekyll 4.3.1 makes of them.

use super::*;
use crate::front_matter::read;

const FILE_NAME: &str = "2009-04-29-slap-Chop.md";

fn check_post(head: &str, file_name: &str, pattern: &str, expect: &str) {
    let (front_matter, _) = read(&format!("---\n{head}\n---\n"), file_name);
    let path = Permalink::new(pattern).map(|permalink| permalink.path(&front_matter, file_name));
    assert_eq!(path.as_deref(), Ok(expect), "{pattern} of {file_name} with {head}");
}

fn check(pattern: &str, expect: &str) {
    let head = "title: T\ndate: 2009-04-29 07:08:09 +0000\ncategories: [Foo, Bar baz, foo]";
    check_post(head, FILE_NAME, pattern, expect);
}

fn check_unknown(pattern: &str, token: &str, offset: usize) {
    let unknown = UnknownToken { token: token.to_owned(), offset };
    assert_eq!(Permalink::new(pattern), Err(unknown), "{pattern}");
}

#[test]
fn built_in_styles_are_jekylls() {
    check("date", "/foo/bar%20baz/2009/04/29/slap-Chop.html");
    check("pretty", "/foo/bar%20baz/2009/04/29/slap-Chop/");
    check("ordinal", "/foo/bar%20baz/2009/119/slap-Chop.html");
    check("weekdate", "/foo/bar%20baz/2009/W18/Wed/slap-Chop.html");
    check("none", "/foo/bar%20baz/slap-Chop.html");
    check("simple", "/simple");
}

#[test]
fn tokens_are_filled_in() {
    check("/:year/:year:month:day", "/2009/20090429");
    check("/:short_year/:i_month/:i_day/:hour-:minute-:second", "/09/4/29/07-08-09");
    check("/:short_month/:long_month/:short_day/:long_day/:y_day", "/Apr/April/Wed/Wednesday/119");
    check("/:w_year-W:week-:w_day", "/2009-W18-3");
    check("/:slugified_categories/:slug:output_ext", "/foo/bar-baz/slap-chop.html");
    check("/:collection/:name", "/posts/2009-04-29-slap-chop");
    check("/:path", "/2009-04-29-slap-Chop");
    check_post("date: 2024-12-31", FILE_NAME, "/:w_year/:week/:w_day/:y_day", "/2025/01/2/366");
}

#[test]
fn token_names_are_as_long_as_they_can_be() {
    check("/:month_:day/:title_", "/04_29/slap-Chop_");
    check("/:title:year:", "/slap-Chop2009:");
    check("/::title/:Title/:", "/:slap-Chop/:Title/:");
    check_unknown("/:yearly", ":yearly", 1);
    check_unknown("/é/:year/:week_number", ":week_number", 10);
    check_unknown("/:_", ":_", 1);
}

#[test]
fn slug_of_the_front_matter_goes_before_the_file_name() {
    check_post("slug: My Own_Slug", FILE_NAME, "/:title/:slug", "/My-Own_Slug/my-own-slug");
    check_post("title: T", FILE_NAME, "/:title/:slug", "/slap-Chop/slap-chop");
    let name = "2009-04-29-é_b C&D 100%.md";
    check_post("title: T", name, "/:title/:slug", "/%C3%A9_b-C&D-100/%C3%A9-b-c-d-100");
    check_post("title: T", name, "/:path", "/2009-04-29-%C3%A9_b%20C&D%20100%25");
    let decomposed = "2009-04-29-e\u{301}te\u{301}.md";
    check_post("title: T", decomposed, "/:slug", "/e%CC%81te%CC%81");
}

#[test]
fn permalink_of_the_front_matter_goes_before_the_archives() {
    check_post("permalink: /about/:slug/", FILE_NAME, "date", "/about/slap-chop/");
    check_post("permalink: pretty", FILE_NAME, "date", "/pretty");
}

#[test]
fn addresses_stay_inside_the_site() {
    check(":title", "/slap-Chop");
    check("//a//:title/", "/a/slap-Chop/");
    check("/x/../:title", "/x/slap-Chop");
    check("/./.../:title/..", "/slap-Chop/");
    check("/:title/.", "/slap-Chop/");
    check("/%2e%2e/%2E./%2fetc/%zz%", "/etc/%25zz%25");
    let head = "categories: 'C++ a/b ../../etc'";
    check_post(head, FILE_NAME, "/:categories/:slug", "/c++/a/b/etc/slap-chop");
    let head = "categories: ['%2e%2e', \"..\\\\x\\0\"]";
    check_post(head, FILE_NAME, "/:categories/:slug", "/%252e%252e/%5Cx/slap-chop");
    check_post("slug: ...", FILE_NAME, "/x/:title/:slug", "/x/");
}

#[test]
fn characters_that_addresses_do_not_have_are_encoded() {
    check(
        "/a?b#c d/ü/a%20b/\"<>\\^`{|}[]",
        "/a%3Fb%23c%20d/%C3%BC/a%20b/%22%3C%3E%5C%5E%60%7B%7C%7D%5B%5D",
    );
    check("/-._~!$&'()*+,;=@", "/-._~!$&'()*+,;=@");
}

#[test]
fn pattern_is_shown_with_styles_written_out() {
    let shown = Permalink::new("none").map(|permalink| permalink.to_string());
    assert_eq!(shown.as_deref(), Ok("/:categories/:title:output_ext"));
}
