//! What a reader does: clicks, keys, scrolling, another window size.

use serde_json::{Value, json};

use super::Reader;
use crate::find::Finder;
use crate::keys;

/// Scrolls as a person would who sees the element only in part, or not at all, until they do: what
/// comes into view may push it away again. Nobody hits what still moves.
const UNCOVER: &str = "
const { left, top, width, height } = arguments[0].getClientRects()[0];
const there = document.elementFromPoint(left + width / 2, top + height / 2);
const isSeen = arguments[0].contains(there);
if (!isSeen) arguments[0].scrollIntoView({ block: 'center' });
return new Promise((resolve) => setTimeout(() => {
  const now = arguments[0].getClientRects()[0];
  resolve(isSeen && now && now.left === left && now.top === top);
}, 40))";

impl Reader {
    /// Clicks on the one thing that fits, where a person would have to hit it.
    #[track_caller]
    pub fn click(&self, finder: &Finder) {
        let element = self.wait_to_see(finder);
        self.wait_for(&format!("a clear view of {finder:?}"), UNCOVER, &[element.to_value()]);
        Self::must(
            &format!("click on {finder:?}"),
            self.session.post(&element.command("click"), &json!({})),
        );
    }

    /// Clicks on the one thing that fits while a key is held.
    #[track_caller]
    pub fn click_holding(&self, key: &str, finder: &Finder) {
        let element = self.wait_to_see(finder);
        self.wait_for(&format!("a clear view of {finder:?}"), UNCOVER, &[element.to_value()]);
        let to_element =
            json!({ "type": "pointerMove", "x": 0, "y": 0, "origin": element.to_value() });
        let pause = json!({ "type": "pause" });
        self.act(&[
            json!({ "type": "key", "id": "keyboard", "actions": [
                { "type": "keyDown", "value": key }, pause, pause, pause, { "type": "keyUp", "value": key },
            ]}),
            json!({ "type": "pointer", "id": "mouse", "actions": [
                pause, to_element, { "type": "pointerDown", "button": 0 }, { "type": "pointerUp", "button": 0 }, pause,
            ]}),
        ]);
    }

    /// Presses keys one after the other, wherever the focus is.
    pub fn press(&self, keys: &str) {
        let strokes = keys.chars().flat_map(|key| {
            [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })]
        });
        self.act(&[
            json!({ "type": "key", "id": "keyboard", "actions": strokes.collect::<Vec<_>>() }),
        ]);
    }

    /// Presses a key while another is held.
    pub fn press_holding(&self, held: &str, key: &str) {
        self.act(&[json!({ "type": "key", "id": "keyboard", "actions": [
            { "type": "keyDown", "value": held },
            { "type": "keyDown", "value": key },
            { "type": "keyUp", "value": key },
            { "type": "keyUp", "value": held },
        ]})]);
    }

    /// Presses the tab key until the one thing that fits has the focus.
    #[track_caller]
    pub fn tab_to(&self, finder: &Finder) {
        const MOST_STOPS: usize = 100;
        let is_there = "return theOne(arguments[0]) === document.activeElement";
        for _ in 0..MOST_STOPS {
            self.press(keys::TAB);
            if self.run(is_there, &[finder.to_value()]) == json!(true) {
                return;
            }
        }
        panic!("{MOST_STOPS} presses of the tab key do not lead to {finder:?}");
    }

    /// Scrolls the page to `y` CSS pixels and waits until the app has seen it.
    pub fn scroll_to(&self, y: f64) {
        self.run("scrollTo(0, arguments[0])", &[json!(y)]);
        self.wait_for_paint();
    }
    /// Scrolls to the end of the page, which may grow, until exactly one thing fits.
    #[track_caller]
    pub fn scroll_until(&self, finder: &Finder) {
        self.wait_for(
            &format!("one {finder:?} at the end"),
            "scrollTo(0, document.body.scrollHeight); return theOne(arguments[0])",
            &[finder.to_value()],
        );
    }

    /// Gives the window's content area a size in CSS pixels.
    pub fn resize(&self, (width, height): (u32, u32)) {
        let frame = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight]", &[]);
        let side = |place: usize, inner: u32| {
            frame.get(place).and_then(Value::as_i64).unwrap_or(0) + i64::from(inner)
        };
        let outer = json!({ "x": 0, "y": 0, "width": side(0, width), "height": side(1, height) });
        Self::must("resize", self.session.post("window/rect", &outer));
        self.wait_for(
            &format!("a window of {width} by {height}"),
            "return innerWidth === arguments[0] && innerHeight === arguments[1]",
            &[json!(width), json!(height)],
        );
    }

    #[track_caller]
    fn act(&self, sources: &[Value]) {
        Self::must("act", self.session.post("actions", &json!({ "actions": sources })));
    }
}
