//! The box at the top searches all items; the address holds the search.

use browser_tests::find::{Finder, button, heading, link, named, search_box, text};
use browser_tests::keys;
use browser_tests::reader::Reader;
use browser_tests::site::Answer;
use serde_json::json;

use crate::sample::ISSUE;

crate::behaviours![
    nothing_is_loaded_before_somebody_wants_to_search,
    words_are_looked_for_as_they_are_typed,
    every_spelling_of_a_number_gives_its_item,
    what_is_not_there_is_said_not_to_be_there,
    each_search_that_is_meant_is_one_step_back,
    words_that_are_sent_at_once_are_one_search,
    a_hit_opens_at_its_item_with_marks_that_can_be_removed,
    back_from_a_hit_restores_the_search,
    arrows_and_escape_go_between_box_and_results,
    results_are_narrowed_by_section_year_and_days,
    an_address_gives_the_same_results,
    half_composed_characters_are_not_searched,
    what_is_typed_is_never_markup,
    issues_are_offered_by_their_titles,
    without_words_the_page_explains_itself,
    hits_of_one_issue_in_a_row_are_a_group,
    counts_follow_when_typing_pauses,
    what_narrows_a_search_is_there_before_its_answer,
    other_words_begin_with_their_first_results,
];

fn nothing_is_loaded_before_somebody_wants_to_search(reader: &mut Reader) {
    reader.open(ISSUE);
    assert_eq!(state(reader), "idle");
    // Asked for by the page; what the service worker keeps meanwhile is another matter. The browser tells of
    // it once all of it has come, which may be later than the worker, which asks for itself, is ready.
    let has_engine = "return performance.getEntriesByType('resource')
        .some(({ name }) => name.endsWith('/engine.wasm'))";
    assert_eq!(reader.run(has_engine, &[]), json!(false));
    reader.press("/");
    reader.wait_for_focus(&search_box());
    wait_for_state(reader, "ready");
    reader.wait_for("the engine", has_engine, &[]);
    assert_eq!(reader.address(), ISSUE);
}

fn words_are_looked_for_as_they_are_typed(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.press("/");
    reader.wait_for_focus(&search_box());
    reader.press("cdi devic");
    reader.wait_to_be_at("/search?q=cdi%20devic");
    reader.wait_to_see(&hit("KEP-4009: Add CDI devices…"));
    reader.wait_for_focus(&search_box());
    assert_eq!(reader.title(), "Search · LWKD");
    reader.wait_for("a spoken count", "return [...document.querySelectorAll('[aria-live=polite]')].some((region) => / results?$/.test(region.textContent))", &[]);
    let marks = reader.texts_from(
        "return [...document.querySelectorAll('mark')].map((mark) => mark.textContent)",
        &[],
    );
    assert!(marks.iter().any(|mark| mark == "CDI"), "{marks:?}");
    wait_for_state(reader, "complete");
}

fn every_spelling_of_a_number_gives_its_item(reader: &mut Reader) {
    let spellings = [
        "#119157",
        "119157",
        "kubernetes/kubernetes#119157",
        "PR 119157",
        "https://github.com/kubernetes/kubernetes/pull/119157?x=1#issuecomment-2",
    ];
    for spelling in spellings {
        search(reader, spelling);
        reader.wait_to_see(&hit("#119157: WebSocket Client…"));
        assert_eq!(reader.names(&hits()).len(), 1, "{spelling}");
    }
}

fn what_is_not_there_is_said_not_to_be_there(reader: &mut Reader) {
    for absent in ["119158", "KEP-4008", "florgnax"] {
        search(reader, absent);
        reader.wait_to_see(&text(&format!("Nothing in the archive has “{absent}”.")));
        assert!(!reader.sees(&hits()), "{absent}");
    }
}

fn each_search_that_is_meant_is_one_step_back(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.press("/");
    reader.wait_for_focus(&search_box());
    reader.press("etcd");
    reader.wait_to_be_at("/search?q=etcd");
    reader.press(keys::ENTER);
    reader.press(" metrics");
    reader.wait_to_be_at("/search?q=etcd%20metrics");
    reader.go_back();
    reader.wait_to_be_at("/search?q=etcd");
    reader.go_back();
    reader.wait_to_be_at(ISSUE);
    reader.wait_to_see(&heading("Deprecated"));
}

fn words_that_are_sent_at_once_are_one_search(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.press("/");
    reader.wait_for_focus(&search_box());
    reader.press(&format!("etcd{}", keys::ENTER));
    reader.wait_to_be_at("/search?q=etcd");
    reader.wait_to_see(&hits().first());
    reader.go_back();
    reader.wait_to_be_at(ISSUE);
    reader.wait_to_see(&heading("Deprecated"));
}

fn a_hit_opens_at_its_item_with_marks_that_can_be_removed(reader: &mut Reader) {
    search(reader, "conntrack liberal");
    reader.click(&hit("kube-proxy drops invalid packets…"));
    reader.wait_for("the item", "return document.activeElement.matches('.item') && document.activeElement.innerText.includes('conntrack')", &[]);
    reader.wait_for("marks", "return (CSS.highlights.get('found')?.size ?? 0) >= 2", &[]);
    assert!(reader.address().contains("mark=conntrack"), "{}", reader.address());
    reader.click(&button("Remove the marks"));
    reader.wait_for("no marks", "return !CSS.highlights.has('found')", &[]);
    reader.wait_to_be_at(ISSUE);
}

fn back_from_a_hit_restores_the_search(reader: &mut Reader) {
    search(reader, "the");
    reader.wait_to_see(&button("Show more"));
    reader.click(&button("Show more"));
    reader.wait_for(
        "more results",
        "return document.querySelectorAll('[data-hit]').length > 10",
        &[],
    );
    let last = "return [...document.querySelectorAll('[data-hit]')].at(-1)";
    reader
        .run(&format!("{last}.scrollIntoView({{ block: 'center' }})").replace("return ", ""), &[]);
    reader.wait_for_paint();
    let place = reader.scroll_y();
    let href = reader.text_from(&format!("{last}.getAttribute('href')"), &[]);
    reader.run(&format!("const link = (() => {{ {last} }})(); link.focus({{ preventScroll: true }}); link.click()"), &[]);
    reader.wait_for("the issue", "return location.pathname !== '/search'", &[]);
    reader.wait_until_app_is("ready");
    reader.go_back();
    reader.wait_to_be_at("/search?q=the");
    reader.wait_for(
        "the focus on the hit",
        "return document.activeElement.getAttribute('href') === arguments[0]",
        &[json!(href)],
    );
    reader.wait_for("the place", "return Math.abs(scrollY - arguments[0]) < 24", &[json!(place)]);
}

fn arrows_and_escape_go_between_box_and_results(reader: &mut Reader) {
    search(reader, "metrics");
    reader.wait_for("results", "return document.querySelectorAll('[data-hit]').length > 1", &[]);
    reader.click(&search_box());
    let is_at = |place: usize| {
        reader.wait_for(
            "the focus on a hit",
            "return document.activeElement === document.querySelectorAll('[data-hit]')[arguments[0]]",
            &[json!(place)],
        );
    };
    reader.press(keys::ARROW_DOWN);
    is_at(0);
    reader.press(keys::ARROW_DOWN);
    is_at(1);
    reader.press(keys::ARROW_UP);
    is_at(0);
    reader.press(keys::ARROW_UP);
    reader.wait_for_focus(&search_box());
    reader.press(keys::ARROW_DOWN);
    is_at(0);
    reader.press(keys::ESCAPE);
    reader.wait_for_focus(&search_box());
    reader.press(keys::ARROW_DOWN);
    is_at(0);
    reader.press(keys::ENTER);
    reader.wait_for("the issue", "return location.pathname !== '/search'", &[]);
}

fn results_are_narrowed_by_section_year_and_days(reader: &mut Reader) {
    search(reader, "kubectl");
    let all = total(reader);
    reader.click(&button("Other Merges,…"));
    reader.wait_to_be_at("/search?q=kubectl&section=other-merges");
    reader.wait_for(
        "fewer results",
        "return parseInt(document.querySelector('.shown-line').textContent) < arguments[0]",
        &[json!(all)],
    );
    let narrowed = total(reader);
    reader.click(&button("2023,…"));
    reader.wait_to_be_at("/search?q=kubectl&section=other-merges&from=2023-01-01&to=2023-12-31");
    reader.wait_for("only that year", "return [...document.querySelectorAll('.hit time')].every((time) => time.dateTime.startsWith('2023'))", &[]);
    assert!(total(reader) <= narrowed);
    // What would leave nothing stays and cannot be pressed.
    let disabled = reader.texts_from("return [...document.querySelectorAll('.facets .chip[aria-disabled] .count')].map((count) => count.textContent)", &[]);
    assert!(!disabled.is_empty() && disabled.iter().all(|count| count == "0"), "{disabled:?}");
    reader.click(&button("Other Merges,…"));
    reader.click(&button("2023,…"));
    reader.click(&button("Newest first"));
    reader.wait_to_be_at("/search?q=kubectl&sort=newest");
    reader.wait_for(
        "the newest first",
        "const days = [...document.querySelectorAll('.hit time')].map((time) => time.dateTime);
        return days.length > 1 && days.every((day, place) => place === 0 || days[place - 1] >= day)",
        &[],
    );
    assert_eq!(total(reader), all);
}

fn an_address_gives_the_same_results(reader: &mut Reader) {
    search(reader, "kubectl");
    reader.click(&button("Newest first"));
    reader.wait_to_be_at("/search?q=kubectl&sort=newest");
    let found = settled_hits(reader);
    reader.move_to_new_site();
    reader.open("/search?q=kubectl&sort=newest");
    assert_eq!(settled_hits(reader), found);
    assert_eq!(reader.text_from("return document.querySelector('#search').value", &[]), "kubectl");
}

fn half_composed_characters_are_not_searched(reader: &mut Reader) {
    reader.open(ISSUE);
    reader.click(&search_box());
    reader.run(
        "const box = document.querySelector('#search');
        box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
        box.value = 'sid';
        box.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }))",
        &[],
    );
    reader.wait_for_paint();
    assert_eq!(reader.address(), ISSUE);
    reader.run(
        "const box = document.querySelector('#search');
        box.value = 'sidecar';
        box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))",
        &[],
    );
    reader.wait_to_be_at("/search?q=sidecar");
}

fn what_is_typed_is_never_markup(reader: &mut Reader) {
    for words in ["<img src=x onerror=alert(1)>", "\"<b>", "--flag \"", "- : * ~ + \\", "%00%E0"] {
        search(reader, words);
        reader.wait_for(
            "an answer",
            "return document.querySelector('.shown-line, .search-help')",
            &[],
        );
        let count = "return document.querySelectorAll('main img, main b').length";
        assert_eq!(reader.run(count, &[]), json!(0), "{words}");
    }
}

fn issues_are_offered_by_their_titles(reader: &mut Reader) {
    search(reader, "september 3, 2023");
    reader.click(&link("Week Ending September 3, 2023"));
    reader.wait_to_be_at(ISSUE);
}

fn without_words_the_page_explains_itself(reader: &mut Reader) {
    reader.open("/search");
    reader.wait_to_see(&heading("What can be typed"));
    reader.wait_to_see(&text("section:deprecated"));
}

fn hits_of_one_issue_in_a_row_are_a_group(reader: &mut Reader) {
    search(reader, "kubectl");
    reader.click(&button("Newest first"));
    reader.wait_to_be_at("/search?q=kubectl&sort=newest");
    settled_hits(reader);
    // Whether a hit is shown as one of the group before it, and whether it is of the same issue.
    let pairs = reader.texts_from(
        "const issue = (hit) => hit.querySelector('[data-hit]').pathname;
        return [...document.querySelectorAll('.hit')].map((hit, place, all) => {
          const isGrouped = hit.querySelector('.hit-issue').getBoundingClientRect().width <= 1;
          return `${isGrouped} ${place > 0 && issue(hit) === issue(all[place - 1])}`;
        })",
        &[],
    );
    assert!(pairs.iter().all(|pair| pair == "true true" || pair == "false false"), "{pairs:?}");
    assert!(pairs.iter().any(|pair| pair == "true true"), "{pairs:?}");
}

fn counts_follow_when_typing_pauses(reader: &mut Reader) {
    search(reader, "kubectl");
    let all = total(reader);
    let sum = "return [...document.querySelectorAll('[aria-label=Years] .count')]
        .reduce((sum, count) => sum + Number(count.textContent), 0) === arguments[0]";
    reader.wait_for("the counts of all hits", sum, &[json!(all)]);
    reader.click(&search_box());
    reader.press(" apply");
    reader.wait_to_be_at("/search?q=kubectl%20apply");
    reader.wait_for(
        "fewer results",
        "return parseInt(document.querySelector('.shown-line').textContent) < arguments[0]",
        &[json!(all)],
    );
    let fewer = total(reader);
    reader.wait_for("the counts of fewer hits", sum, &[json!(fewer)]);
}

fn what_narrows_a_search_is_there_before_its_answer(reader: &mut Reader) {
    reader.site.answer("root.bin", Answer::Hold);
    reader.open_early("/search?q=kubectl");
    reader.wait_to_see(&button("Other Merges"));
    assert!(!reader.sees(&hits()));
    // Nothing has been counted, so nothing is known to be empty.
    let disabled = "return document.querySelectorAll('.facets .chip[aria-disabled]').length";
    assert_eq!(reader.run(disabled, &[]), json!(0));
    reader.click(&button("Other Merges"));
    reader.site.recover();
    reader.wait_to_be_at("/search?q=kubectl&section=other-merges");
    reader.wait_to_see(&hits().first());
    reader.wait_to_see(&button("Other Merges,…"));
}

fn other_words_begin_with_their_first_results(reader: &mut Reader) {
    let count = "return document.querySelectorAll('[data-hit]').length";
    search(reader, "the");
    reader.wait_for("the first results", &format!("{count} === 10"), &[]);
    reader.click(&button("Show more"));
    reader.wait_for("more results", &format!("{count} === 20"), &[]);
    reader.click(&search_box());
    reader.press(" a");
    reader.wait_for("the first results of others", &format!("{count} === 10"), &[]);
}

/// Opens the page of a search.
fn search(reader: &Reader, words: &str) {
    let query = reader.text_from("return encodeURIComponent(arguments[0])", &[json!(words)]);
    reader.open(&format!("/search?q={query}"));
}

/// The results' addresses, once nothing more is to come.
fn settled_hits(reader: &Reader) -> Vec<String> {
    wait_for_state(reader, "complete");
    reader.texts_from("return [...document.querySelectorAll('[data-results] [data-hit]')].map((hit) => hit.getAttribute('href'))", &[])
}

fn total(reader: &Reader) -> u64 {
    let total = reader.wait_for(
        "a number of results",
        "return /^[0-9]+ result/.test(document.querySelector('.shown-line')?.textContent) && parseInt(document.querySelector('.shown-line').textContent)",
        &[],
    );
    total.as_u64().unwrap_or_default()
}

fn hits() -> Finder {
    link("…").inside(named("list", "Results"))
}

fn hit(words: &str) -> Finder {
    link(words).inside(named("list", "Results"))
}

fn state(reader: &Reader) -> String {
    reader.text_from("return document.documentElement.dataset.search", &[])
}

fn wait_for_state(reader: &Reader, state: &str) {
    // Whoever waits for "ready" has not missed it when it is complete already.
    reader.wait_for(
        &format!("the search is {state}"),
        "const { search } = document.documentElement.dataset; return search === arguments[0] || search === 'complete'",
        &[json!(state)],
    );
}
