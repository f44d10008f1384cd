//! The device's clock, which may be wrong.

/// Seconds since 1970 in UTC.
pub fn now_seconds() -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "clocks end long before the type does")]
    let seconds = (js_sys::Date::now() / 1000.0) as i64;
    seconds
}
