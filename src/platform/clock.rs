//! What time it is where the reader is.

const MS_PER_SECOND: f64 = 1_000.0;
const SECONDS_PER_MINUTE: f64 = 60.0;

/// A moment, and the reader's zone at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub seconds: i64,
    /// How far the zone's clocks are ahead of UTC, in seconds.
    pub ahead: i64,
}

/// Now; `None` natively, where a page is made for readers of any day.
pub fn now() -> Option<Now> {
    cfg!(target_arch = "wasm32").then(|| {
        let date = js_sys::Date::new_0();
        Now {
            seconds: whole(date.get_time() / MS_PER_SECOND),
            ahead: whole(-date.get_timezone_offset() * SECONDS_PER_MINUTE),
        }
    })
}

#[expect(clippy::cast_possible_truncation, reason = "clocks count far fewer seconds")]
fn whole(number: f64) -> i64 {
    number.floor() as i64
}
