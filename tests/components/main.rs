//! Parts of pages, each mounted alone in a real page: what they show, and what they call back.
#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod chips;
mod deadline_list;
mod item;
mod mounted;
mod section_choice;
mod status_message;
mod turns;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
