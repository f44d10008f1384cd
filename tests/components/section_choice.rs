//! What is hidden, and "my sections".

use leptos::prelude::*;
use masthead::components::section_choice::SectionChoice;
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::{Mounted, settled};

#[wasm_bindgen_test]
async fn choices_can_be_remembered_and_forgotten() {
    let mounted = Mounted::new(|| {
        let mine = RwSignal::new(Vec::<String>::new());
        view! {
            <SectionChoice
                counts=Signal::derive(|| [2, 9, 12, 34])
                chosen=Signal::derive(|| vec!["deprecated".to_owned()])
                mine=mine
                on_all=Callback::new(|()| ())
                on_mine=Callback::new(|()| ())
                on_remember=Callback::new(move |sections| mine.set(sections))
            />
        }
        .into_any()
    });
    assert!(mounted.text().contains("Showing 2 of 9 sections"), "{}", mounted.text());
    assert!(mounted.button("Forget my sections").hidden());
    mounted.button("Remember as my sections").click();
    settled().await;
    assert!(mounted.button("Remember as my sections").hidden());
    assert!(!mounted.button("Forget my sections").hidden());
    mounted.button("Forget my sections").click();
    settled().await;
    assert!(mounted.button("Forget my sections").hidden());
}
