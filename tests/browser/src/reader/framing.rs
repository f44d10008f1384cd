//! Narrow windows. Browsers have a smallest window, wider than a phone; a frame can be any size, and
//! a page in it sees the frame as its window.

use serde_json::json;

use super::Reader;

const HEIGHT: u32 = 800;

impl Reader {
    /// Opens a path of the site in a window of so many CSS pixels, and waits until the app is there.
    pub fn open_narrow(&self, path: &str, width: u32) {
        self.open_narrow_early(path, width);
        self.wait_until_app_is("ready");
    }

    /// Opens a path of the site in a window of so many CSS pixels, and does not wait for the app.
    pub fn open_narrow_early(&self, path: &str, width: u32) {
        self.open_blank();
        self.run(
            "const frame = document.createElement('iframe');
            [frame.src, frame.width, frame.height] = arguments;
            frame.style.border = 0;
            document.body.append(frame)",
            &[json!(path), json!(width), json!(HEIGHT)],
        );
        // A frame whose first, empty document is left while one goes into it may be lost again.
        self.go_into(
            "const frame = document.querySelector('iframe');
            const { readyState, URL } = frame.contentDocument ?? {};
            return readyState === 'complete' && URL !== 'about:blank' && frame",
        );
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
