//! Dates as people write them in a query.

use newsletter::date::Date;

/// The first day of `2023`, `2023-05` or `2023-05-01`; `None` for anything else.
pub fn first_day(text: &str) -> Option<Date> {
    let mut numbers = text.split('-');
    let year = number(numbers.next()?, 4)?;
    let month = numbers.next().map_or(Some(1), |month| number(month, 2))?;
    let day = numbers.next().map_or(Some(1), |day| number(day, 2))?;
    if numbers.next().is_some() {
        return None;
    }
    let date = Date {
        year: i32::from(year),
        month: u8::try_from(month).ok()?,
        day: u8::try_from(day).ok()?,
    };
    // Only days that there are come back from counting as they were.
    ((1..=12).contains(&date.month) && Date::from_days(date.days()) == date).then_some(date)
}

/// A number of exactly so many digits.
fn number(text: &str, digits: usize) -> Option<u16> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}
