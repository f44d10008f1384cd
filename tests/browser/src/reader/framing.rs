//! Narrow windows. Browsers have a smallest window, wider than a phone; a frame can be any size, and
//! a page in it sees the frame as its window.

use serde_json::json;

use super::Reader;

const HEIGHT: u32 = 800;

impl Reader {
    /// Opens a path of the site in a window of so many CSS pixels, and waits until the app is there.
    pub fn open_narrow(&self, path: &str, width: u32) {
        self.open_blank();
        let frame = self.run(
            "const frame = document.createElement('iframe');
            [frame.src, frame.width, frame.height] = arguments;
            frame.style.border = 0;
            return document.body.appendChild(frame)",
            &[json!(path), json!(width), json!(HEIGHT)],
        );
        Self::must("go into the frame", self.session.post("frame", &json!({ "id": frame })));
        self.wait_until_app_is("ready");
    }

    /// Goes into the frame that a script gives: what is looked for is looked for there, until
    /// [`Reader::go_out`].
    #[track_caller]
    pub fn go_into(&self, frame: &str) {
        let frame = self.wait_for("a frame", frame, &[]);
        Self::must("go into the frame", self.session.post("frame", &json!({ "id": frame })));
    }

    /// Back to the page around the frames.
    pub fn go_out(&self) {
        self.leave_frame();
    }

    /// Back to the whole window, where there is one.
    pub(super) fn leave_frame(&self) {
        Self::must("leave the frame", self.session.post("frame", &json!({ "id": null })));
    }
}
