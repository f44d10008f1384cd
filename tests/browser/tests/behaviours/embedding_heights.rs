//! Heights between a frame and the page around it: few messages, no loops, nothing from strangers.

use browser_tests::engine::Engine;
use browser_tests::reader::Reader;
use serde_json::{Value, json};

use crate::host::{ELEMENTS, LOADER, listening, visit, wait_for_elements};
use crate::sample::ISSUE;

crate::behaviours![
    a_height_is_told_no_oftener_than_eight_times_a_second,
    a_page_that_grows_without_end_is_no_longer_heard,
    a_hostile_child_changes_nothing_around_it,
    a_hostile_parent_changes_nothing_but_the_theme,
    wordpress_is_answered_in_its_own_words,
    little_moves_in_the_page_around,
];

/// A page that says it is one of the archive's.
const HOSTILE: &str = "<script>setInterval(() => {
  for (const height of [5, 9999, NaN, '9']) parent.postMessage({ masthead: 1, kind: 'height', height }, '*');
  parent.postMessage(null, '*');
}, 5)</script>";

const FRAME: &str = "return document.querySelector('iframe')";

fn one_frame() -> String {
    format!("<iframe src='ARCHIVE/embed{ISSUE}' width=600 height=300></iframe>")
}

/// What a single frame has told so far: heights, and when.
fn told(reader: &Reader) -> Vec<(f64, f64)> {
    let told = reader.run("return heard.filter(({ data }) => data.masthead === 1).map(({ data, at }) => [data.height, at])", &[]);
    let number = |value: &Value, place: usize| value[place].as_f64().unwrap_or_default();
    told.as_array().into_iter().flatten().map(|one| (number(one, 0), number(one, 1))).collect()
}

fn a_height_is_told_no_oftener_than_eight_times_a_second(reader: &mut Reader) {
    let _archive = visit(reader, &listening(""), &one_frame());
    reader.wait_for("the first height", "return heard.length > 0", &[]);
    // Wider and narrower with every painting, for two seconds.
    reader.run(
        "const frame = document.querySelector('iframe');
        const end = performance.now() + 2000;
        const change = () => {
          frame.width = frame.width === '600' ? 320 : 600;
          if (performance.now() < end) requestAnimationFrame(change); else { frame.width = 600; window.isOver = true; }
        };
        change()",
        &[],
    );
    reader.wait_for("the end of it", "return window.isOver", &[]);
    reader.go_into(FRAME);
    let height = reader.number_from(
        "return Math.ceil(document.querySelector('.widget').getBoundingClientRect().height)",
        &[],
    );
    reader.go_out();
    reader.wait_for(
        "the last height",
        "return Math.abs(heard.filter(({ data }) => data.masthead === 1).at(-1).data.height - arguments[0]) < 2",
        &[json!(height)],
    );
    let times: Vec<f64> = told(reader).into_iter().map(|(_, at)| at).collect();
    for (place, start) in times.iter().enumerate() {
        let second = times[place..].iter().take_while(|at| **at < start + 1000.0).count();
        assert!(second <= 10, "{second} messages in a second: {times:?}");
    }
}

fn a_page_that_grows_without_end_is_no_longer_heard(reader: &mut Reader) {
    let _archive = visit(reader, &listening(""), &one_frame());
    reader.wait_for("the first height", "return heard.length > 0", &[]);
    reader.go_into(FRAME);
    reader.run("setInterval(() => { document.querySelector('footer').style.paddingTop = `${(window.more = (window.more ?? 0) + 5)}px`; }, 20)", &[]);
    reader.go_out();
    reader.wait_for("many heights", "return heard.length > 20", &[]);
    reader.wait_for(
        "an end of them",
        "const count = heard.length;
        if (window.countBefore !== count) { window.countBefore = count; window.since = performance.now(); }
        return performance.now() - window.since > 900",
        &[],
    );
    let count = told(reader).len();
    assert!(count < 40, "{count} messages");
}

fn a_hostile_child_changes_nothing_around_it(reader: &mut Reader) {
    let body = format!(
        "<masthead-embed issue='{ISSUE}'></masthead-embed><iframe sandbox='allow-scripts' srcdoc=\"{HOSTILE}\"></iframe>"
    );
    let _archive = visit(reader, &listening(LOADER), &body);
    wait_for_elements(reader, 1);
    reader.wait_for(
        "forged messages",
        "return heard.filter(({ data }) => data?.height === 9999).length > 5",
        &[],
    );
    let height = reader.number_from(&format!("{ELEMENTS} return heightOf(elements[0])"), &[]);
    assert!(height > 100.0 && (height - 9999.0).abs() > 1.0, "{height}");
    // The archive's own page may not ask for more than there is room for either.
    reader.go_into(&format!("{ELEMENTS} return frameOf(elements[0])"));
    reader.run("parent.postMessage({ masthead: 1, kind: 'height', height: 1e9 }, '*')", &[]);
    reader.go_out();
    reader.wait_for(
        "a bounded height",
        &format!("{ELEMENTS} return heightOf(elements[0]) === 20000"),
        &[],
    );
    assert_eq!(reader.texts_from("return errors", &[]), Vec::<String>::new());
}

fn a_hostile_parent_changes_nothing_but_the_theme(reader: &mut Reader) {
    let _archive = visit(reader, &listening(""), &one_frame());
    reader.wait_for("the first height", "return heard.length > 0", &[]);
    reader.run(
        "const { contentWindow: child } = document.querySelector('iframe');
        for (const data of [null, 1, 'x', {}, { masthead: 1 }, { masthead: 2, kind: 'theme', theme: 'dark' },
          { masthead: 1, kind: 'theme', theme: '<b>' }, { masthead: 1, kind: 'theme', theme: { toString: null } },
          { message: 'ready', secret: 'x' }, { masthead: 1, kind: 'height', height: 1 }]) child.postMessage(data, '*')",
        &[],
    );
    reader.run("document.querySelector('iframe').contentWindow.postMessage({ masthead: 1, kind: 'theme', theme: 'dark' }, '*')", &[]);
    reader.go_into(FRAME);
    reader.wait_for("the theme", "return document.documentElement.dataset.theme === 'dark'", &[]);
    reader.go_out();
    assert!(
        reader.run("return heard.some(({ data }) => data.secret !== undefined)", &[])
            == json!(false)
    );
}

fn wordpress_is_answered_in_its_own_words(reader: &mut Reader) {
    let body = format!(
        "<iframe sandbox='allow-scripts' src='ARCHIVE/embed{ISSUE}#?secret=Abc123' width=600></iframe>"
    );
    let archive = visit(reader, &listening(""), &body);
    let height = "return heard.find(({ data }) => data.message === 'height' && data.secret === 'Abc123')?.data.value";
    let height = reader.wait_for("a height for WordPress", height, &[]);
    assert!((200.0..=1000.0).contains(&height.as_f64().unwrap_or_default()), "{height}");
    let before = reader.number_from("return heard.length", &[]);
    reader.run("document.querySelector('iframe').contentWindow.postMessage({ message: 'ready', secret: 'Abc123' }, '*')", &[]);
    reader.wait_for("another answer", "return heard.length > arguments[0]", &[json!(before)]);
    reader.go_into(FRAME);
    reader.run("document.querySelector('h1 a').click()", &[]);
    reader.go_out();
    let link = "return heard.find(({ data }) => data.message === 'link')?.data.value";
    let link = reader.wait_for("the link", link, &[]);
    assert_eq!(link, json!(format!("{}{ISSUE}", archive.origin())));
}

/// Only Chromium measures it.
fn little_moves_in_the_page_around(reader: &mut Reader) {
    if reader.engine() != Engine::Chromium {
        return;
    }
    let head = listening(&format!(
        "<style>masthead-embed {{ display: block; min-height: 420px }}</style>
        <script>window.moved = 0; new PerformanceObserver((list) => {{ for (const entry of list.getEntries()) moved += entry.value; }}).observe({{ type: 'layout-shift', buffered: true }})</script>{LOADER}"
    ));
    let body = "<p>Before.</p><masthead-embed section=deprecated count=2 height=420><blockquote><p>Deprecated</p></blockquote></masthead-embed><p>After.</p>
        <masthead-embed headlines height=420></masthead-embed><p>The end.</p>";
    let _archive = visit(reader, &head, body);
    wait_for_elements(reader, 2);
    reader.wait_for_paint();
    let moved = reader.number_from("return moved", &[]);
    assert!(moved < 0.1, "{moved}");
}
