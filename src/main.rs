//! Starts the app in the page that loaded it.

fn main() {
    leptos::mount::mount_to_body(masthead::app::App);
}
