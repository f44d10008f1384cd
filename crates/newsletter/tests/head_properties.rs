//! Whatever a post holds, its head can be read, and no text is lost.

use newsletter::date::{Date, Timestamp};
use newsletter::front_matter::{Flavour, read, split};
use newsletter::permalink::Permalink;
use proptest::prelude::*;

/// Text that is likely to be taken for front matter, with line ends of both kinds.
fn post() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("---".to_owned()),
        Just("+++".to_owned()),
        Just("...".to_owned()),
        Just(String::new()),
        Just("\u{feff}".to_owned()),
        "(title|date|slug|categories|permalink|draft|Title|Tags|status|url)(:|: | = )\\PC{0,20}",
        "date: [0-9T:+/ -]{0,25}",
        "[ -]{0,5}[\\[\\]{}&*!|>'\"#%@`:,?a-z -]{0,12}",
        ".{0,20}",
    ];
    let line_end = prop_oneof![4 => Just("\n"), 1 => Just("\r\n")];
    prop::collection::vec((line, line_end), 0..12).prop_map(|lines| {
        lines.into_iter().flat_map(|(line, line_end)| [line, line_end.to_owned()]).collect()
    })
}

/// A post between fences, so that what is in them gets to the readers.
fn fenced() -> impl Strategy<Value = String> {
    (prop_oneof![Just("---"), Just("+++")], post())
        .prop_map(|(fence, head)| format!("{fence}\ntitle: T\n{head}\n{fence}\nBody\n"))
}

proptest! {
    #[test]
    fn split_loses_no_text(post in prop_oneof![post(), fenced(), any::<String>()]) {
        let split = split(&post);
        let above_body = post.strip_suffix(split.body).expect("the body is the end of the post");
        let lines_above = above_body.matches('\n').count();
        prop_assert_eq!(split.body_line.0 as usize, lines_above + 1);
        let Some((flavour, head)) = split.head else {
            prop_assert_eq!(above_body.trim_start_matches('\u{feff}'), "");
            return Ok(());
        };
        let (above_head, below_head) = above_body.split_once(head).expect("the head stands above the body");
        let text = format!("{above_head}{below_head}").replace('\u{feff}', "");
        let fences: Vec<_> = text.split_whitespace().collect();
        match flavour {
            Flavour::Yaml => prop_assert!(matches!(fences[..], ["---", "---" | "..."])),
            Flavour::Toml => prop_assert_eq!(fences, ["+++", "+++"]),
            Flavour::Pelican => prop_assert!(fences.is_empty()),
        }
    }

    #[test]
    fn any_text_has_a_head(
        post in prop_oneof![post(), fenced(), any::<String>()],
        file_name in prop_oneof![any::<String>(), Just("2023-09-03-update.md".to_owned())],
        pattern in prop_oneof![any::<String>(), "(/|:[a-z_]{1,12}|:(year|title|categories|slug)|[.%a-f2]){0,9}"],
    ) {
        let (front_matter, diagnostics) = read(&post, &file_name);
        let line_count = post.matches('\n').count() + 1;
        for diagnostic in diagnostics {
            prop_assert!((1..=line_count).contains(&(diagnostic.line.0 as usize)));
            prop_assert!(diagnostic.column.0 >= 1);
        }
        let date = front_matter.published.date();
        prop_assert!((Date::MIN..=Date::MAX).contains(&date));
        if let Ok(permalink) = Permalink::new(&pattern) {
            let path = permalink.path(&front_matter, &file_name);
            prop_assert!(path.starts_with('/') && !path.contains("//"), "{path}");
            prop_assert!(path.split('/').all(|segment| !matches!(segment, "." | "..")), "{path}");
            prop_assert!(path.bytes().all(|byte| byte.is_ascii_graphic()), "{path}");
            prop_assert!(!path.contains(['?', '#', '\\']), "{path}");
            let lower = path.to_ascii_lowercase();
            prop_assert!(!["%2e", "%2f", "%00"].iter().any(|hidden| lower.contains(hidden)), "{path}");
        }
    }

    #[test]
    fn dates_survive_a_round_trip(days in Date::MIN.days()..=Date::MAX.days()) {
        let date = Date::from_days(days);
        prop_assert_eq!(date.days(), days);
        prop_assert_eq!(Date::from_days(date.days()), date);
        prop_assert_eq!(date.timestamp().date(), date);
        prop_assert_eq!(Timestamp(date.timestamp().0 - 1).date(), Date::from_days(days - 1));
    }

    #[test]
    fn written_dates_are_read_back(second in Date::MIN.timestamp().0..Date::MAX.timestamp().0) {
        let moment = Timestamp(second);
        let (front_matter, diagnostics) =
            read(&format!("---\ntitle: T\ndate: {moment}\n---\n"), "2023-09-03-update.md");
        prop_assert_eq!(front_matter.published, moment);
        prop_assert_eq!(diagnostics, []);
    }
}
