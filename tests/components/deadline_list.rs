//! The list of deadlines.

use leptos::prelude::*;
use masthead::components::deadline_list::{DeadlineLine, DeadlineList, IssueLink};
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::{Mounted, settled};

#[wasm_bindgen_test]
async fn a_deadline_has_its_date_its_issue_and_what_it_was_before() {
    let left = RwSignal::new(None);
    let issue = |date: &str| IssueLink { href: format!("/{date}#i-1"), date: date.to_owned() };
    let mounted = Mounted::new(move || {
        let line = DeadlineLine {
            name: "Wick".into(),
            when: "July 16, 2024".into(),
            datetime: "2024-07-16".into(),
            left: left.into(),
            is_tentative: true,
            source: issue("July 8, 2024"),
            earlier: vec![("July 9, 2024".into(), issue("July 2, 2024"))],
        };
        view! { <DeadlineList lines=vec![line]/> }.into_any()
    });
    let text = mounted.text();
    assert!(text.contains("Tentative, from the issue of July 8, 2024"), "{text}");
    assert!(text.contains("it was July 9, 2024 in that of July 2, 2024"), "{text}");
    let hrefs: Vec<_> = mounted.all("a").iter().map(|link| link.get_attribute("href")).collect();
    assert_eq!(hrefs, [Some("/July 8, 2024#i-1".into()), Some("/July 2, 2024#i-1".into())]);
    left.set(Some("in 8 days".to_owned()));
    settled().await;
    assert!(mounted.text().contains("July 16, 2024 · in 8 days"), "{}", mounted.text());
}
