//! What follows the reader down a page, for as long as the page that asked.

use leptos::html::Div;
use leptos::prelude::*;

use crate::platform::viewport;

/// The place, among the elements with these ids, where the reader is.
pub fn current_of(ids: Vec<String>) -> ReadSignal<Option<usize>> {
    let (current, set_current) = signal((!ids.is_empty()).then_some(0));
    let watch = StoredValue::new_local(None);
    Effect::new(move || {
        let ids = ids.clone();
        watch.set_value(Some(viewport::on_scroll(move |_| {
            set_current.set(viewport::current_of(&ids));
        })));
    });
    current
}

/// Calls back whenever the reader comes near an element.
pub fn when_near(end: NodeRef<Div>, on_near: Callback<()>) {
    let watch = StoredValue::new_local(None);
    Effect::new(move || {
        if let Some(end) = end.get() {
            watch.set_value(viewport::on_near(&end, move || on_near.run(())));
        }
    });
}
