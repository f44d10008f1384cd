//! Deadlines to test with, and their bytes.

use bundle_format::{
    DeadlineEntry, DeadlineSource, Deadlines, DueDate, EarlierDate, FormatError, decode,
    decode_deadlines, encode_deadlines,
};
use proptest::prelude::*;

/// Every field filled, both kinds of dates.
pub(crate) fn complete() -> Deadlines {
    let source = |issue, anchor: &str| DeadlineSource { issue, anchor: anchor.to_owned() };
    Deadlines {
        deadlines: vec![DeadlineEntry {
            name: "Lamps lit".to_owned(),
            when: DueDate::Moment(1_693_951_200),
            is_tentative: true,
            source: source(0, "i-aaaaabbbbb"),
            earlier: vec![EarlierDate {
                when: DueDate::Days { first: 19_600, last: 19_601 },
                source: source(1, "i-aaaaaccccc"),
            }],
        }],
    }
}

#[test]
fn deadlines_come_back_and_are_no_manifest() {
    let bytes = encode_deadlines(&complete());
    assert_eq!(decode_deadlines(&bytes), Ok(complete()));
    assert_eq!(decode(&bytes), Err(FormatError::Magic));
    for length in 4..bytes.len() {
        assert_eq!(decode_deadlines(&bytes[..length]), Err(FormatError::Damaged), "{length}");
    }
}

#[test]
fn a_date_is_days_or_a_moment_of_one_day() {
    let days = DueDate::Days { first: 19_600, last: 19_601 };
    assert_eq!(days.first_day().to_string(), "2023-08-31");
    assert_eq!(days.last_day().to_string(), "2023-09-01");
    let moment = DueDate::Moment(1_693_951_200);
    assert_eq!(moment.first_day().to_string(), "2023-09-05");
    assert_eq!(moment.last_day(), moment.first_day());
}

proptest! {
    #[test]
    fn any_bytes_are_safe_to_read_as_deadlines(
        place in any::<prop::sample::Index>(),
        change in 1_u8..,
    ) {
        let mut bytes = encode_deadlines(&complete());
        let place = place.index(bytes.len());
        bytes[place] ^= change;
        prop_assert_ne!(decode_deadlines(&bytes), Ok(complete()));
    }
}
