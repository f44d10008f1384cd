//! A page is there before the program, which takes it over without a change; what a reader does in
//! between is not lost.

use browser_tests::find::{alert, button, heading, link, search_box, text};
use browser_tests::keys;
use browser_tests::reader::Reader;
use browser_tests::site::Answer;
use serde_json::{Value, json};

use crate::sample::{ISSUE, KINDS, NEWEST, posts};

crate::behaviours![
    the_program_leaves_every_page_as_it_was,
    what_the_page_holds_is_not_fetched_again,
    place_focus_and_selection_survive_the_start,
    a_page_is_the_same_when_it_is_made_in_the_browser,
    a_choice_made_before_the_start_counts,
    what_is_done_before_the_start_is_heard_once,
    words_typed_before_the_start_are_kept,
    a_key_pressed_before_the_start_works,
    a_link_followed_before_the_start_leads_on,
    a_search_sent_before_the_start_is_answered,
    a_list_goes_on_page_by_page,
    a_page_that_is_cut_off_is_made_anew,
    a_page_without_its_start_script_says_so,
    without_the_manifest_the_text_stays,
];

/// Pages that the program changes when it takes them over: one has no text of its own, and one is about
/// what is kept on the device.
const DIFFERS: [&str; 2] = ["/nowhere", "/saved"];

/// The page's markup.
const MARKUP: &str = "return document.getElementById('reader').innerHTML";

fn the_program_leaves_every_page_as_it_was(reader: &mut Reader) {
    for (kind, path) in
        KINDS.into_iter().filter(|(_, path)| !path.contains('?') && !DIFFERS.contains(path))
    {
        let before = opened_early(reader, path, MARKUP);
        reader.run(
            "document.querySelectorAll('main *').forEach((node) => { node.isOld = true })",
            &[],
        );
        start(reader);
        assert_eq!(reader.run(MARKUP, &[]), before, "{kind}");
        let made_new =
            "return [...document.querySelectorAll('main *')].filter((node) => !node.isOld).length";
        assert_eq!(reader.run(made_new, &[]), json!(0), "{kind}");
    }
}

fn what_the_page_holds_is_not_fetched_again(reader: &mut Reader) {
    // What the service worker keeps is another matter.
    reader.site.answer("service-worker.js", Answer::Status(404));
    for path in ["/sections/deprecated", "/authors", "/", ISSUE] {
        reader.open(path);
    }
    reader.wait_for_paint();
    let asked = reader.site.requests().into_iter().map(|request| request.target);
    let texts: Vec<_> = asked.filter(|target| target.contains(".md")).collect();
    // The issues before and after are fetched ahead.
    assert!(texts.iter().all(|text| !text.starts_with(ISSUE)), "{texts:?}");
    assert!(texts.iter().all(|text| !text.starts_with(NEWEST)), "{texts:?}");
    assert!(texts.iter().all(|text| !text.contains("authors")), "{texts:?}");
}

fn place_focus_and_selection_survive_the_start(reader: &mut Reader) {
    let state = "return [scrollY, document.activeElement.outerHTML, getSelection().toString()]";
    opened_early(reader, &format!("{ISSUE}#promotions"), "");
    reader.run(
        "const item = document.querySelector('.item:nth-of-type(2) a');
        scrollTo(0, 700);
        item.focus({ preventScroll: true });
        getSelection().selectAllChildren(item)",
        &[],
    );
    let before = reader.run(state, &[]);
    start(reader);
    reader.wait_for_paint();
    assert_eq!(reader.run(state, &[]), before);
}

fn a_page_is_the_same_when_it_is_made_in_the_browser(reader: &mut Reader) {
    // Comments tell the program where texts end, and are no part of the page. A text that is empty until
    // something is known is a space before it is taken over.
    let shown = "const page = document.querySelector('main').cloneNode(true);
        const comments = document.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
        const found = [];
        while (comments.nextNode()) found.push(comments.currentNode);
        found.forEach((comment) => comment.remove());
        page.normalize();
        // Where the focus has been put after a step within the app.
        page.querySelector('h1').removeAttribute('tabindex');
        // Attributes have no order.
        for (const node of page.querySelectorAll('*')) {
            const attributes = [...node.attributes].sort((one, other) => one.name < other.name ? -1 : 1);
            for (const attribute of attributes) node.setAttributeNode(node.removeAttributeNode(attribute));
        }
        return page.innerHTML.replace(/\\s+(?=<\\/)/g, '')";
    let paths: Vec<_> = posts().into_iter().map(|post| post.url).collect();
    for path in paths.iter().map(String::as_str).chain(["/", "/2022", "/sections", "/authors"]) {
        // Nothing was read, and nothing comes into view.
        reader.run("localStorage.clear()", &[]);
        let before = opened_early(reader, path, shown);
        reader.run("window.IntersectionObserver = class { observe() {} disconnect() {} }", &[]);
        start(reader);
        // Away, and back to a page that is put together anew.
        reader.click(&link("Sections").first());
        reader.wait_to_see(&heading("Sections"));
        reader.run("const link = document.createElement('a'); link.href = arguments[0]; document.body.append(link); link.click(); link.remove()", &[json!(path)]);
        reader.wait_to_be_at(path);
        reader.wait_for(
            &format!("the same page at {path}"),
            &format!("return (() => {{ {shown} }})() === arguments[0]"),
            &[before],
        );
    }
}

fn a_choice_made_before_the_start_counts(reader: &mut Reader) {
    opened_early(reader, ISSUE, "");
    reader.click(&button("Deprecated,…"));
    start(reader);
    reader.wait_to_see(&text("Showing 1 of 9 sections"));
    reader.wait_to_be_at(&format!("{ISSUE}?section=deprecated"));
}

/// A part of the page may be taken over before the others: it must not act on its own.
fn what_is_done_before_the_start_is_heard_once(reader: &mut Reader) {
    opened_early(reader, ISSUE, "");
    reader.run(
        "window.heard = []; for (const kind of ['click', 'keydown'])
            document.addEventListener(kind, ({ key }) => heard.push(key ?? 'click'))",
        &[],
    );
    reader.click(&button("Deprecated,…"));
    reader.run("document.activeElement.blur()", &[]);
    reader.press("?");
    let heard = |reader: &Reader| reader.run("return window.heard", &[]);
    assert_eq!(heard(reader), json!([]));
    start(reader);
    reader.wait_for("both, once", "return heard.includes('?')", &[]);
    assert_eq!(heard(reader), json!(["click", "?"]));
}

fn words_typed_before_the_start_are_kept(reader: &mut Reader) {
    opened_early(reader, ISSUE, "");
    reader.click(&search_box());
    reader.press("baz");
    start(reader);
    reader.press("el");
    reader.wait_to_be_at("/search?q=bazel");
    reader.wait_for_focus(&search_box());
}

fn a_key_pressed_before_the_start_works(reader: &mut Reader) {
    opened_early(reader, ISSUE, "");
    reader.press("p");
    start(reader);
    reader.wait_to_be_at("/2022/20220517");
}

fn a_link_followed_before_the_start_leads_on(reader: &mut Reader) {
    opened_early(reader, "/", "");
    reader.click(&link("Read the issue"));
    reader.wait_for("the issue", "return location.pathname === arguments[0]", &[json!(NEWEST)]);
    start(reader);
    reader.wait_to_see(&heading("Promotions"));
}

fn a_search_sent_before_the_start_is_answered(reader: &mut Reader) {
    opened_early(reader, ISSUE, "");
    reader.click(&search_box());
    reader.press("bazel");
    reader.press(keys::ENTER);
    reader.wait_for("the search page", "return location.pathname === '/search'", &[]);
    start(reader);
    reader.wait_to_be_at("/search?q=bazel");
    reader.wait_to_see(&text("2 results…").first());
}

fn a_list_goes_on_page_by_page(reader: &mut Reader) {
    reader.site.answer(".wasm", Answer::Status(404));
    reader.open_early("/sections/other-merges");
    reader.wait_until_app_is("failed");
    reader.click(&link("Show older issues"));
    reader.wait_for("page 2", "return location.pathname === '/sections/other-merges/2'", &[]);
    reader.wait_to_see(&link("Week Ending January 14, 2018"));
    assert!(!reader.sees(&link("Show older issues")));
    // Saying so moves what stands below.
    reader.wait_until_app_is("failed");
    reader.click(&link("Newer issues"));
    reader.wait_for("page 1", "return location.pathname === '/sections/other-merges'", &[]);
}

fn a_page_that_is_cut_off_is_made_anew(reader: &mut Reader) {
    let mut page = reader.site.bytes(ISSUE);
    let program = b"<script data-glue";
    let start = page.windows(program.len()).position(|bytes| bytes == program).unwrap_or_default();
    let rest = page.split_off(start);
    // The end that tells a whole page is not there.
    let text = String::from_utf8_lossy(&page).replace("<template id=\"end\">", "<template>");
    reader.site.answer(ISSUE, Answer::Bytes([text.into_bytes(), rest].concat()));
    reader.open(ISSUE);
    reader.wait_to_see(&heading("Deprecated"));
    reader.site.wait_for_request(".md");
}

fn a_page_without_its_start_script_says_so(reader: &mut Reader) {
    let page = reader.site.bytes(ISSUE);
    let text = String::from_utf8_lossy(&page);
    let (text, _) = text.split_once("<template id=\"end\">").unwrap_or_default();
    reader.site.answer(ISSUE, Answer::Bytes(text.as_bytes().to_vec()));
    reader.open_early(ISSUE);
    reader.wait_until_app_is("failed");
    reader.wait_to_see(&alert());
    reader.wait_to_see(&heading("Deprecated"));
}

fn without_the_manifest_the_text_stays(reader: &mut Reader) {
    reader.site.answer(".bin", Answer::Status(500));
    reader.open_early(ISSUE);
    reader.wait_until_app_is("failed");
    reader.wait_to_see(&heading("Deprecated"));
}

/// Opens a page whose program is not there yet; what `script` gives.
fn opened_early(reader: &Reader, path: &str, script: &str) -> Value {
    reader.site.answer(".wasm", Answer::Hold);
    reader.open_early(path);
    reader.wait_for("the whole page", "return document.readyState === 'complete'", &[]);
    reader.wait_until_app_is("starting");
    reader.run(script, &[])
}

/// Lets the program come, and waits until it has taken the page over.
fn start(reader: &Reader) {
    reader.site.recover();
    // What a service worker has kept would be there at once the next time.
    reader.site.answer("service-worker.js", Answer::Status(404));
    reader.wait_until_app_is("ready");
}
