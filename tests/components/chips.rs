//! The row of section families.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use masthead::components::chips::Chips;
use masthead::state::chosen::{Choice, Chosen};
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::Mounted;

#[wasm_bindgen_test]
fn a_chip_says_its_count_and_calls_back_with_its_family() {
    let pressed = Arc::new(Mutex::new(Vec::new()));
    let heard = pressed.clone();
    let mounted = Mounted::new(move || {
        let choices = vec![
            Choice { family: 2, name: "Featured PRs".into(), items: 1 },
            Choice { family: 5, name: "Deprecated".into(), items: 12 },
        ];
        let on_toggle = Callback::new(move |family: u8| heard.lock().unwrap().push(family));
        let chosen = Memo::new(|_| Chosen::default());
        view! { <Chips choices=choices chosen=chosen on_toggle=on_toggle on_all=Callback::new(|()| ())/> }
            .into_any()
    });
    assert_eq!(mounted.button("All").get_attribute("aria-pressed").as_deref(), Some("true"));
    let chip = mounted.button("Deprecated");
    assert_eq!(chip.get_attribute("aria-label").as_deref(), Some("Deprecated, 12 items"));
    assert_eq!(chip.get_attribute("aria-pressed").as_deref(), Some("false"));
    chip.click();
    assert_eq!(*pressed.lock().unwrap(), [5]);
}
