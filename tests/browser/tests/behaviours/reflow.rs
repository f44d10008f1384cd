//! Narrow windows and large text: everything is there, and nothing has to be scrolled sideways.

use browser_tests::reader::Reader;
use serde_json::{Value, json};

use crate::sample::KINDS;

crate::behaviours![pages_fit_into_320_pixels, text_of_twice_the_size_fits];

/// What sticks out of the window or is cut off, as far as it is not meant to be scrolled by itself.
const MISFITS: &str = "
const width = document.documentElement.clientWidth;
const describe = (element) => `${element.outerHTML.slice(0, 120)} at ${JSON.stringify(element.getBoundingClientRect())}`;
const scrolls = (element) => element && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
const isSpoken = (element) => element.getBoundingClientRect().width <= 1;
const sticksOut = (element) => {
  const { left, right } = element.getBoundingClientRect();
  return (left < -1 || right > width + 1) && !scrolls(element.parentElement);
};
const isCut = (element) =>
  ['hidden', 'clip'].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1;
const shown = [...document.body.querySelectorAll('*')].filter((element) => isShown(element) && !isSpoken(element));
const misfits = shown.filter((element) => sticksOut(element) || isCut(element)).map(describe);
return document.documentElement.scrollWidth > width + 1 ? ['the page itself', ...misfits] : misfits";

/// Posts with long words, tables, code and images, beside a page of each kind.
const WIDE: [&str; 4] = ["/2025/20251222", "/2020/20201102", "/2018/20180416", "/2020/20200414"];

fn pages_fit_into_320_pixels(reader: &mut Reader) {
    for path in pages() {
        reader.open_narrow(path, 320);
        assert!((reader.number_from("return innerWidth", &[]) - 320.0).abs() < 0.5);
        check(reader, path);
    }
}

fn text_of_twice_the_size_fits(reader: &mut Reader) {
    for path in pages() {
        reader.open(path);
        reader.run("document.documentElement.style.fontSize = `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`", &[]);
        check(reader, path);
    }
}

fn pages() -> impl Iterator<Item = &'static str> {
    KINDS.map(|(_, path)| path).into_iter().chain(WIDE)
}

#[track_caller]
fn check(reader: &Reader, path: &str) {
    reader.wait_for_paint();
    assert_eq!(reader.run(MISFITS, &[]), json!(Vec::<Value>::new()), "{path}");
}
