//! Failures.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::prelude::*;
use masthead::components::status_message::{StatusMessage, Subject};
use masthead::state::load::LoadError;
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::Mounted;

#[wasm_bindgen_test]
fn a_failure_is_an_alert_with_one_thing_to_do() {
    let retries = Arc::new(AtomicUsize::new(0));
    let heard = retries.clone();
    let mounted = Mounted::new(move || {
        let on_retry = Callback::new(move |()| {
            heard.fetch_add(1, Ordering::Relaxed);
        });
        view! { <StatusMessage subject=Subject::Issue error=LoadError::Server(503) on_retry=on_retry/> }
            .into_any()
    });
    assert_eq!(mounted.all("[role=alert]").len(), 1);
    assert!(mounted.text().contains("503"), "{}", mounted.text());
    assert_eq!(mounted.all("button").len(), 1);
    mounted.button("Try again").click();
    assert_eq!(retries.load(Ordering::Relaxed), 1);
}
