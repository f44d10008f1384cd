//! Dates as the archive uses them: always UTC, from the year 1 to 9999.
//!
//! No function here knows a time zone or asks for one, so the environment cannot change a result.

use std::fmt;

/// Seconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

/// A day of the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// 1 to 9999.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to the last day of the month.
    pub day: u8,
}

/// A day as ISO 8601 counts weeks: the first week of a year is the one with its first Thursday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IsoWeek {
    /// The year that the week belongs to; may differ from the day's around the turn of the year.
    pub year: i32,
    /// 1 to 53.
    pub week: u8,
}

const SECONDS_PER_DAY: i64 = 86_400;

impl Timestamp {
    /// The UTC day that this moment falls on.
    pub fn date(self) -> Date {
        Date::from_days(self.0.div_euclid(SECONDS_PER_DAY))
    }

    /// Seconds since midnight UTC: 0 to 86,399.
    pub fn second_of_day(self) -> i64 {
        self.0.rem_euclid(SECONDS_PER_DAY)
    }
}

impl Date {
    /// The earliest day there is.
    pub const MIN: Self = Self { year: 1, month: 1, day: 1 };
    /// The latest day there is.
    pub const MAX: Self = Self { year: 9999, month: 12, day: 31 };

    /// Midnight UTC at the beginning of this day.
    pub fn timestamp(self) -> Timestamp {
        Timestamp(self.days() * SECONDS_PER_DAY)
    }

    /// Days since 1970-01-01, by Howard Hinnant's `days_from_civil`. A day past the end of its month
    /// counts on into the next one.
    pub fn days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The day that is so many days after 1970-01-01, by Howard Hinnant's `civil_from_days`. Days
    /// before [`Self::MIN`] and after [`Self::MAX`] become those.
    pub fn from_days(days: i64) -> Self {
        let shifted = days.clamp(Self::MIN.days(), Self::MAX.days()) + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a day is at most 31, a month at most 12, a year at most 9999"
        )]
        Self {
            year: year as i32,
            month: month as u8,
            day: (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u8,
        }
    }

    /// 1 for Monday to 7 for Sunday.
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        #[expect(clippy::cast_possible_truncation, reason = "a remainder by 7 is less than 7")]
        let weekday = (self.days() + 3).rem_euclid(7) as u8 + 1;
        weekday
    }

    /// The day of the year: 1 to 366.
    pub fn ordinal(self) -> u16 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a year has at most 366 days"
        )]
        let ordinal = (self.days() - Self { month: 1, day: 1, ..self }.days() + 1) as u16;
        ordinal
    }

    /// The ISO 8601 week that this day belongs to.
    pub fn iso_week(self) -> IsoWeek {
        let thursday = Self::from_days(self.days() + 4 - i64::from(self.weekday()));
        #[expect(clippy::cast_possible_truncation, reason = "a year has at most 53 weeks")]
        let week = ((thursday.ordinal() - 1) / 7 + 1) as u8;
        IsoWeek { year: thursday.year, week }
    }
}

/// `2023-09-05`.
impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// RFC 3339: `2023-09-05T22:00:00Z`.
impl fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.second_of_day();
        let (hour, minute) = (second / 3_600, second / 60 % 60);
        write!(formatter, "{}T{hour:02}:{minute:02}:{:02}Z", self.date(), second % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(days: i64, date: &str, weekday: u8, ordinal: u16, year: i32, week: u8) {
        let day = Date::from_days(days);
        assert_eq!(day.to_string(), date);
        assert_eq!(day.weekday(), weekday, "weekday of {date}");
        assert_eq!(day.ordinal(), ordinal, "day of the year of {date}");
        assert_eq!(day.iso_week(), IsoWeek { year, week }, "week of {date}");
        assert_eq!(day.days(), days, "days of {date}");
    }

    #[test]
    fn days_have_their_place_in_year_and_week() {
        check(0, "1970-01-01", 4, 1, 1970, 1);
        check(-1, "1969-12-31", 3, 365, 1970, 1);
        check(11_016, "2000-02-29", 2, 60, 2000, 9);
        check(18_627, "2020-12-31", 4, 366, 2020, 53);
        check(18_628, "2021-01-01", 5, 1, 2020, 53);
        check(19_605, "2023-09-05", 2, 248, 2023, 36);
        check(20_088, "2024-12-31", 2, 366, 2025, 1);
        check(-719_162, "0001-01-01", 1, 1, 1, 1);
        check(2_932_896, "9999-12-31", 5, 365, 9999, 52);
    }

    #[test]
    fn days_outside_the_range_become_its_ends() {
        assert_eq!(Date::from_days(i64::MIN), Date::MIN);
        assert_eq!(Date::from_days(i64::MAX), Date::MAX);
        assert_eq!(Timestamp(i64::MIN).date(), Date::MIN);
        assert_eq!(Timestamp(i64::MAX).to_string(), "9999-12-31T15:30:07Z");
    }

    #[test]
    fn day_past_the_end_of_its_month_counts_on() {
        let day = Date { year: 2022, month: 2, day: 29 };
        assert_eq!(Date::from_days(day.days()).to_string(), "2022-03-01");
    }

    /// The last second of a day and the first of the next, wherever the machine stands.
    #[test]
    fn midnight_is_midnight_in_utc() {
        let midnight = Date { year: 2023, month: 9, day: 5 }.timestamp();
        assert_eq!(midnight.to_string(), "2023-09-05T00:00:00Z");
        assert_eq!(Timestamp(midnight.0 - 1).to_string(), "2023-09-04T23:59:59Z");
        assert_eq!(Timestamp(-1).to_string(), "1969-12-31T23:59:59Z");
    }
}
