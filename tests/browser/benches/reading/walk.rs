//! The app: from issue to issue, as a reader goes through the archive.

use browser_tests::reader::Reader;
use serde_json::{Value, json};

use crate::figures::Times;

const SCRIPT: &str = include_str!("measure.js");

/// The newest issue, which opens the home page.
const NEWEST: &str = "document.querySelector('.latest h2 a')";

const PREVIOUS: &str = "document.querySelector('a[rel=prev]')";

/// Of the issues on the home page only every so many are opened: each fetches its neighbours.
const FIRST_VISIT_STEP: usize = 3;

/// The times of steps of one kind.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    /// From the click until the page's elements are in place.
    pub(crate) made: Times,
    /// From the click until the page is scrolled and its heading has the focus.
    pub(crate) settled: Times,
    /// The whole task that makes the page: the click's where the post is here, else that in which its
    /// Markdown arrives. With what is left to do after the page is settled.
    pub(crate) task: Times,
    /// Style, layout and paint in the first frame that shows the page.
    pub(crate) frame: Times,
    /// The task and the frame together: all that keeps the browser busy.
    pub(crate) work: Times,
    /// From the click to the end of that frame, with the wait for the screen.
    pub(crate) painted: Times,
    /// Tasks of more than 50 ms, which browsers call long.
    pub(crate) long: usize,
}

/// An issue as the app shows it.
#[derive(Debug)]
pub(crate) struct Shown {
    /// Its address, which begins with `/`.
    pub(crate) path: String,
    /// Everything within `main`.
    pub(crate) html: String,
}

impl Steps {
    fn add(&mut self, outcome: &Value) {
        for (times, key) in [
            (&mut self.made, "made"),
            (&mut self.settled, "settled"),
            (&mut self.task, "task"),
            (&mut self.frame, "frame"),
            (&mut self.work, "work"),
            (&mut self.painted, "painted"),
        ] {
            times.add(outcome, key);
        }
        self.long += outcome["long"].as_array().map_or(0, Vec::len);
    }

    /// The longest of all tasks: those that make pages, and those of the frames after them.
    pub(crate) fn longest_task(&self) -> f64 {
        self.task.longest().max(self.frame.longest())
    }
}

/// Opens the newest issue and goes back to the oldest, link by link. Each post is here before its
/// link is clicked. Gives the steps, the time that each post took to parse, and the issues.
pub(crate) fn back_to_the_oldest(reader: &Reader) -> (Steps, Times, Vec<Shown>) {
    open_home(reader);
    follow(reader, NEWEST);
    reader.run("measure.parsed.length = 0", &[]);
    let mut steps = Steps::default();
    let mut shown = vec![now_shown(reader)];
    while reader.run(&format!("return {PREVIOUS} !== null"), &[]) == json!(true) {
        steps.add(&follow(reader, PREVIOUS));
        shown.push(now_shown(reader));
    }
    (steps, parsed(reader), shown)
}

/// Opens issues from the home page whose Markdown the browser keeps, but which the app has not
/// parsed yet.
pub(crate) fn first_visits(reader: &Reader, issues: &[Shown]) -> Steps {
    open_home(reader);
    let mut steps = Steps::default();
    for issue in issues.iter().skip(1).step_by(FIRST_VISIT_STEP) {
        let link = format!("document.querySelector('.issue-line a[href=\"{}\"]')", issue.path);
        steps.add(&follow(reader, &link));
        reader.go_back();
        reader.wait_to_be_at("/");
        reader.run("return measure.quiet()", &[]);
    }
    steps
}

fn open_home(reader: &Reader) {
    reader.open("/");
    let is_fine = reader.run("return crossOriginIsolated", &[]);
    assert_eq!(is_fine, json!(true), "the page's clock is too coarse");
    reader.run(SCRIPT, &[]);
}

/// Clicks on a link and waits until the page is there that it leads to.
fn follow(reader: &Reader, link: &str) -> Value {
    let target = reader.text_from(&format!("return {link}.getAttribute('href')"), &[]);
    let outcome = reader.run(&format!("return measure.follow({link})"), &[]);
    reader.wait_to_be_at(&target);
    let is_there = reader.run("return document.querySelector('main .section') !== null", &[]);
    assert_eq!(is_there, json!(true), "{target} shows no text");
    outcome
}

fn now_shown(reader: &Reader) -> Shown {
    Shown {
        path: reader.address(),
        html: reader.text_from("return document.querySelector('main').innerHTML", &[]),
    }
}

fn parsed(reader: &Reader) -> Times {
    let times = reader.run("return measure.parsed", &[]);
    times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}
