//! The colours of `style/tokens.css`, for what is shown where no stylesheet reaches.

/// Red, green and blue.
pub(super) type Rgb = [u8; 3];

/// The ground of pages by day.
pub(super) const PAPER: Rgb = [0xfb, 0xfa, 0xf7];
/// The ground of pages at night.
pub(super) const NIGHT: Rgb = [0x13, 0x14, 0x16];
/// What is read.
pub(super) const INK: Rgb = [0x1b, 0x1d, 0x20];
/// What is said about it.
pub(super) const SOFT: Rgb = [0x5c, 0x60, 0x67];
/// Hairlines.
pub(super) const LINE: Rgb = [0xde, 0xdb, 0xd3];
/// Links.
pub(super) const ACCENT: Rgb = [0x24, 0x56, 0xc5];

/// As in a stylesheet: `#fbfaf7`.
pub(super) fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_stylesheet() {
        let tokens = include_str!("../../../../style/tokens.css");
        let (day, night) = tokens.split_once("@media (prefers-color-scheme: dark)").unwrap();
        for (sheet, name, colour) in [
            (day, "paper", PAPER),
            (day, "ink", INK),
            (day, "soft", SOFT),
            (day, "line", LINE),
            (day, "accent", ACCENT),
            (night, "paper", NIGHT),
        ] {
            let value = sheet.split_once(&format!("--{name}: ")).unwrap().1;
            assert!(value.starts_with(&hex(colour)), "{name}");
        }
    }
}
