//! The list of keyboard shortcuts, and the switch that turns them off.

use leptos::prelude::*;

use crate::state::shortcuts::SHORTCUTS;

/// The dialog's id, by which it is opened and closed.
pub const SHORTCUTS_DIALOG: &str = "shortcuts";

/// The dialog; closed at first.
#[component]
pub fn ShortcutsDialog(
    /// Whether single keys do something.
    #[prop(into)]
    has_shortcuts: Signal<bool>,
    /// Hears whether they should.
    on_switch: Callback<bool>,
    /// Hears that the dialog should close.
    on_close: Callback<()>,
) -> impl IntoView {
    let rows = SHORTCUTS
        .iter()
        .map(|(key, _, meaning)| view! { <div><dt><kbd>{*key}</kbd></dt><dd>{*meaning}</dd></div> })
        .collect_view();
    view! {
        <dialog id=SHORTCUTS_DIALOG aria-labelledby="shortcuts-title">
            <h2 id="shortcuts-title">"Keyboard shortcuts"</h2>
            <dl>
                {rows}
                <div>
                    <dt><kbd>"↑"</kbd> " " <kbd>"↓"</kbd></dt>
                    <dd>"On a link mark (#): the mark of the item before or after"</dd>
                </div>
            </dl>
            <label class="switch">
                <input
                    type="checkbox"
                    prop:checked=has_shortcuts
                    on:change:target=move |event| on_switch.run(event.target().checked())
                />
                "Single keys do something"
            </label>
            <button type="button" on:click=move |_| on_close.run(())>"Close"</button>
        </dialog>
    }
}
