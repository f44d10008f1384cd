//! Starts the app in the page that loaded it.

fn main() {
    masthead::start::start();
}
