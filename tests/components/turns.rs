//! Long work in pieces.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use masthead::platform::{timer, turns};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn effects_that_are_held_back_begin_when_they_are_told_to() {
    turns::prepare();
    let order = Arc::new(Mutex::new(Vec::new()));
    let put = |name| {
        let order = order.clone();
        move || order.lock().unwrap().push(name)
    };
    let owner = Owner::new();
    let ((), effects) = turns::without_effects(|| {
        owner.with(|| {
            Effect::new(put("held back"));
            Effect::new(put("after it"));
        });
    });
    owner.with(|| Effect::new(put("free")));
    timer::give_way().await;
    assert_eq!(*order.lock().unwrap(), ["free"]);
    effects.begin();
    timer::give_way().await;
    assert_eq!(*order.lock().unwrap(), ["free", "held back", "after it"]);
}
