//! When a visit begins, and what is new on it.

/// How long the reader may be away and still be on the same visit. A larger number keeps the marks on
/// what is new for longer: with four hours those of the morning are gone in the evening.
const PAUSE_SECONDS: i64 = 4 * 60 * 60;

/// The visit that the reader is on. All times are seconds since 1970 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// When the reader was last seen, by this device's clock.
    pub at: i64,
    /// When the newest issue that there is was published.
    pub newest: i64,
    /// When the newest issue that there was on the visit before was published: later ones are new.
    pub since: i64,
}

impl Visit {
    /// The visit that the reader is on who comes `now`, when the `newest` issue is of that time, and was
    /// last seen on the visit `last`. On the first visit nothing is new.
    pub fn next(last: Option<Self>, now: i64, newest: i64) -> Self {
        let since = match last {
            None => newest,
            Some(last) if last.lasts_until(now) => last.since,
            Some(last) => last.newest,
        };
        Self { at: now, newest, since }
    }

    /// Where the clock was put back nobody knows how long the reader was away: the visit has ended.
    fn lasts_until(self, now: i64) -> bool {
        now.checked_sub(self.at).is_some_and(|pause| (0..PAUSE_SECONDS).contains(&pause))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 60 * 60;
    const LAST: Visit = Visit { at: 100 * HOUR, newest: 30, since: 20 };

    fn check(last: Option<Visit>, now: i64, expect_since: i64) {
        let expect = Visit { at: now, newest: 40, since: expect_since };
        assert_eq!(Visit::next(last, now, 40), expect, "{last:?} at {now}");
    }

    #[test]
    fn nothing_is_new_on_the_first_visit() {
        check(None, HOUR, 40);
    }

    #[test]
    fn what_is_new_stays_new_until_the_visit_ends() {
        check(Some(LAST), 100 * HOUR, 20);
        check(Some(LAST), 103 * HOUR, 20);
        check(Some(LAST), 104 * HOUR, 30);
        check(Some(LAST), 900 * HOUR, 30);
    }

    #[test]
    fn a_clock_that_was_put_back_ends_the_visit() {
        check(Some(LAST), 99 * HOUR, 30);
        check(Some(Visit { at: i64::MAX, ..LAST }), -HOUR, 30);
        check(Some(Visit { at: i64::MIN, ..LAST }), HOUR, 30);
    }
}
