//! Any bytes as a post: what always holds of an issue must hold. The same checks run over the
//! hostile fixtures and in the property tests; copy what this finds to `tests/hostile`.
#![no_main]

#[path = "../../crates/newsletter/tests/invariants/mod.rs"]
mod invariants;
#[path = "../../crates/newsletter/tests/page/mod.rs"]
mod page;
#[path = "../../crates/newsletter/tests/rules/mod.rs"]
mod rules;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use newsletter::Rules;

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    rules::rules(include_str!("../../crates/newsletter/tests/fixtures/rules.toml"))
});

fuzz_target!(|bytes: &[u8]| {
    invariants::assert_all(&String::from_utf8_lossy(bytes), &RULES);
});
