//! The publication's typefaces, as its pages have them, and lines set in them.

use std::sync::LazyLock;

use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};
use harfrust::{Buffer, Font, GlyphId, ShapeOptions, ShaperFont};
use wuff::decompress_woff2;

/// One typeface at one weight.
pub(super) struct Typeface {
    font: Font,
}

/// The typefaces of a card.
pub(super) struct Typefaces {
    /// For titles.
    pub(super) serif_bold: Typeface,
    /// For what is read.
    pub(super) serif: Typeface,
    /// For what is said about it.
    pub(super) sans: Typeface,
}

/// How a line is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) face: &'static Typeface,
    /// In pixels for an em.
    pub(super) size: f32,
    /// What is added to the width of each letter, in ems.
    pub(super) tracking: f32,
}

/// Text in one line.
pub(super) struct Line {
    pub(super) style: Style,
    pub(super) glyphs: Vec<Glyph>,
    /// In pixels.
    pub(super) width: f32,
}

/// A letter, or several that are drawn as one, with its place in its line.
pub(super) struct Glyph {
    id: GlyphId,
    /// In pixels from the left end of the base line, to the right.
    pub(super) x: f32,
    /// In pixels from the base line, upwards.
    pub(super) y: f32,
}

static TYPEFACES: LazyLock<Typefaces> = LazyLock::new(|| {
    let serif = font(include_bytes!("../../../../../style/fonts/source-serif-4.woff2"));
    let sans = font(include_bytes!("../../../../../style/fonts/source-sans-3.woff2"));
    Typefaces {
        serif_bold: Typeface::of_weight(&serif, 600.0),
        serif: Typeface::of_weight(&serif, 400.0),
        sans: Typeface::of_weight(&sans, 400.0),
    }
});

#[expect(clippy::expect_used, reason = "the fonts are part of the program, and a test opens them")]
fn font(woff2: &[u8]) -> Font {
    let opened = decompress_woff2(woff2).ok().and_then(|bytes| Font::new(bytes, 0));
    opened.expect("the program's own fonts can be opened")
}

impl Typefaces {
    /// Decodes them when they are asked for the first time.
    pub(super) fn get() -> &'static Self {
        &TYPEFACES
    }
}

impl Typeface {
    fn of_weight(font: &Font, weight: f32) -> Self {
        Self { font: font.instance_builder().variations([("wght", weight)]).build() }
    }

    /// Whether it has a sign for this character.
    pub(super) fn has(&self, character: char) -> bool {
        self.font.charmap().map_unicode(character).is_some()
    }

    /// Draws a letter in units of the font, upwards from the base line; see [`Style::unit`].
    pub(super) fn draw(&self, glyph: &Glyph, sink: &mut impl PathSink) {
        let outline = self.font.outline_glyphs().get(glyph.id);
        // A space has no outline, and a letter of the program's own fonts no fault.
        let _ = outline.map(|outline| outline.draw(&DrawOptions::new(), DrawMemory::Scratch, sink));
    }
}

impl Style {
    /// A unit of the font, in pixels.
    pub(super) fn unit(&self) -> f32 {
        self.size / f32::from(self.face.font.units_per_em())
    }

    /// Sets `text` in one line, however long it gets, with kerning and ligatures.
    pub(super) fn line(&self, text: &str) -> Line {
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let mut line = Line { style: *self, glyphs: Vec::new(), width: 0.0 };
        let font = ShaperFont::new(&self.face.font);
        // It fails for a buffer without direction only, and the direction has just been set.
        if harfrust::shape(&font, &mut buffer, ShapeOptions::new()).is_ok() {
            for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
                line.glyphs.push(Glyph {
                    id: GlyphId::new(info.glyph_id),
                    x: line.width + self.pixels(position.x_offset),
                    y: self.pixels(position.y_offset),
                });
                line.width += self.pixels(position.x_advance) + self.tracking * self.size;
            }
        }
        line
    }

    fn pixels(&self, units: i32) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a letter is a few thousand units wide")]
        let units = units as f32;
        units * self.unit()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heavier_weight_is_wider() {
        let faces = Typefaces::get();
        let width = |face| Style { face, size: 100.0, tracking: 0.0 }.line("Hamburg").width;
        let (regular, bold) = (width(&faces.serif), width(&faces.serif_bold));
        assert!(regular > 300.0 && bold > regular + 5.0, "{regular} {bold}");
    }

    #[test]
    fn letters_are_kerned() {
        let style = Style { face: &Typefaces::get().serif_bold, size: 100.0, tracking: 0.0 };
        let apart = style.line("A").width + style.line("V").width;
        assert!(style.line("AV").width < apart - 1.0);
    }

    #[test]
    fn what_has_no_sign_is_known() {
        let face = &Typefaces::get().serif;
        assert!(face.has('ß') && face.has('…') && !face.has('漢') && !face.has('🎉'));
    }
}
