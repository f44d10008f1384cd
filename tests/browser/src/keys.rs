//! Keys that have no character, as WebDriver names them, and modifiers.

/// Moves the focus on.
pub const TAB: &str = "\u{E004}";
/// Follows a link, presses a button, sends a form.
pub const ENTER: &str = "\u{E007}";
/// Gives up.
pub const ESCAPE: &str = "\u{E00C}";
/// Presses a button or ticks a box.
pub const SPACE: &str = " ";
/// One line up.
pub const ARROW_UP: &str = "\u{E013}";
/// One line down.
pub const ARROW_DOWN: &str = "\u{E015}";
/// Held: the other direction, capitals.
pub const SHIFT: &str = "\u{E008}";
/// Held: another meaning.
pub const CONTROL: &str = "\u{E009}";
/// Held: another meaning.
pub const ALT: &str = "\u{E00A}";
/// Held: another meaning, on a Mac.
pub const META: &str = "\u{E03D}";
