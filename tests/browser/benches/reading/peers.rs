//! What the app is compared with: plain pages of the same posts, and markup put into a page at once.

use std::fs;
use std::path::{Path, PathBuf};

use browser_tests::reader::Reader;
use browser_tests::site::Site;
use pulldown_cmark::{Options, Parser, html};
use serde_json::{Value, json};

use crate::figures::Times;
use crate::walk::Shown;

const SCRIPT: &str = include_str!("measure.js");

/// The address of a page with styles and nothing else.
const EMPTY: &str = "/empty";

/// How each page begins, up to its styles.
const HEAD: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Plain</title>\
    <link rel=\"icon\" href=\"data:,\">";

/// Remembered across documents.
const CLICK: &str = "
const link = document.querySelector('a[rel=prev]');
setTimeout(() => {
  sessionStorage.click = performance.timeOrigin + performance.now();
  link.click();
})";

/// What a plain page tells of itself: the end of its first frame.
const TELL: &str = "<script>
requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { window.painted = performance.timeOrigin + performance.now(); };
  port2.postMessage(null);
});
</script>";

/// The times of steps from page to page.
#[derive(Debug, Default)]
pub(crate) struct PlainSteps {
    /// From the click until the document is there as a whole.
    pub(crate) made: Times,
    /// From the click to the end of the first frame that shows it.
    pub(crate) painted: Times,
}

/// The times of markup that is put in place of other markup.
#[derive(Debug, Default)]
pub(crate) struct Replacements {
    /// Until the elements are in place.
    pub(crate) made: Times,
    /// That, scrolling and focusing, and the next frame's style, layout and paint: all that keeps the
    /// browser busy.
    pub(crate) work: Times,
}

/// Writes a plain page for each issue into a folder beside the benchmark's program, with the styles and
/// fonts of the site.
pub(crate) fn write_plain_pages(site: &Site, dist: &Path, issues: &[Shown]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("plain-pages");
    fs::remove_dir_all(&folder).ok();
    let styles = copy_styles(dist, &folder);
    for (place, issue) in issues.iter().enumerate() {
        let markdown =
            String::from_utf8_lossy(&site.bytes(&format!("{}.md", issue.path))).into_owned();
        let previous = issues.get(place + 1).map(|issue| issue.path.as_str());
        let name = format!("{}.html", issue.path.trim_start_matches('/'));
        write(&folder.join(name), plain_page(&markdown, &styles, previous).as_bytes());
    }
    let empty = format!("{HEAD}{styles}</head><body><main></main></body></html>");
    write(&folder.join(EMPTY.trim_start_matches('/')).with_extension("html"), empty.as_bytes());
    folder
}

/// Goes through the plain pages from the newest to the oldest. The browser has each page before its
/// link is clicked.
pub(crate) fn walk_plain_pages(reader: &Reader, issues: &[Shown]) -> PlainSteps {
    let mut steps = PlainSteps::default();
    reader.open_early(&issues[0].path);
    for issue in &issues[1..] {
        let there = json!(issue.path);
        reader.run(
            "return fetch(arguments[0]).then((page) => page.text())",
            std::slice::from_ref(&there),
        );
        reader.run("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", &[]);
        reader.run(CLICK, &[]);
        let seen = "if (location.pathname !== arguments[0] || !window.painted) return;
            const [entry] = performance.getEntriesByType('navigation');
            return {
                size: entry.transferSize,
                made: performance.timeOrigin + entry.domContentLoadedEventEnd - sessionStorage.click,
                painted: painted - sessionStorage.click,
            }";
        let outcome = reader.wait_for("the plain page", seen, &[there]);
        assert_eq!(outcome["size"].as_u64(), Some(0), "{} came over the network", issue.path);
        steps.made.add(&outcome, "made");
        steps.painted.add(&outcome, "painted");
    }
    steps
}

/// Puts the app's own markup of each issue into a page without the app.
pub(crate) fn replace_markup(reader: &Reader, issues: &[Shown]) -> Replacements {
    let mut replacements = Replacements::default();
    reader.open_early(EMPTY);
    reader.run(SCRIPT, &[]);
    for issue in issues {
        let outcome: Value =
            reader.run("return measure.replace(arguments[0])", &[json!(issue.html)]);
        replacements.made.add(&outcome, "made");
        replacements.work.add(&outcome, "work");
    }
    replacements
}

/// Copies what pages link to; gives the links.
fn copy_styles(dist: &Path, folder: &Path) -> String {
    let mut links = String::new();
    let home = fs::read_to_string(dist.join("index.html")).unwrap_or_default();
    for line in home.lines().filter(|line| line.contains("rel=\"stylesheet\"")) {
        links.push_str(line.trim());
    }
    let files = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten();
    for file in files(dist.to_owned()).chain(files(dist.join("fonts"))) {
        let path = file.path();
        let is_style = path.extension().is_some_and(|ending| ending == "css" || ending == "woff2");
        if let (true, Ok(name)) = (is_style, path.strip_prefix(dist)) {
            write(&folder.join(name), &fs::read(&path).unwrap_or_default());
        }
    }
    links
}

/// What most site generators make of a post: its Markdown as HTML, between links.
fn plain_page(markdown: &str, styles: &str, previous: Option<&str>) -> String {
    let mut body = String::new();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    html::push_html(&mut body, Parser::new_ext(markdown, options));
    let link = previous
        .map(|path| format!("<nav><a rel=\"prev\" href=\"{path}\">Previous issue</a></nav>"))
        .unwrap_or_default();
    format!(
        "{HEAD}{styles}</head><body><main class=\"columns\">\
        <div class=\"column prose\"><h1 tabindex=\"-1\">Plain</h1>{body}{link}</div></main>{TELL}</body></html>"
    )
}

fn write(path: &Path, bytes: &[u8]) {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).ok();
    }
    fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
