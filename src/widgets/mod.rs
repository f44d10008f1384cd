//! What other sites show of an archive, as text: made natively and for good, since no program runs in a
//! frame on another site.

mod frame;
mod headlines;
mod hits;
mod issue;
mod maker;
mod missing;
pub mod options;
mod search;
mod section;

use leptos::prelude::*;

pub use headlines::headlines;
pub use hits::{Hit, hits};
pub use issue::{NEWEST_LEAD, issue, only_id};
pub use maker::{Named, maker};
pub use missing::missing;
pub use search::search;
pub use section::section;

/// The markup of a view. Nothing takes it over in the browser, so the marks by which a program would find
/// its places are left out.
fn markup(view: impl FnOnce() -> AnyView) -> String {
    let owner = Owner::new();
    let html = owner.with(|| view().to_html());
    owner.cleanup();
    // In a post's own text a `<` is always escaped.
    html.replace("<!>", "").replace("<!---->", "")
}
