//! A picture of a few inks on paper, and its bytes as PNG.
//!
//! A pixel is a place in a palette of sixteen colours, since there is nothing but paper, inks and what
//! is between: an eighth of the bytes of true colour before they are compressed, and no visible
//! difference.

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use harfrust::font::glyph::outline::PathSink;
use png::{BitDepth, ColorType, Compression, Encoder, Filter};

use super::typeface::Line;
use crate::outputs::look::{ACCENT, INK, LINE, PAPER, Rgb, SOFT};

/// In pixels: what those who show such pictures ask for.
pub(crate) const WIDTH: u32 = 1200;
/// In pixels.
pub(crate) const HEIGHT: u32 = 630;

/// A colour with its shades on the way from paper, which have the places from `first` to `full` in
/// the palette. More shades make smoother letters; all inks together have fifteen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ink {
    colour: Rgb,
    first: u8,
    full: u8,
}

impl Ink {
    pub(super) const TEXT: Self = Self { colour: INK, first: 1, full: 7 };
    pub(super) const SOFT: Self = Self { colour: SOFT, first: 8, full: 11 };
    pub(super) const ACCENT: Self = Self { colour: ACCENT, first: 12, full: 14 };
    pub(super) const HAIRLINE: Self = Self { colour: LINE, first: 15, full: 15 };

    /// How many there are.
    fn shades(self) -> u8 {
        self.full - self.first + 1
    }
}

/// In the order of the palette.
const INKS: [Ink; 4] = [Ink::TEXT, Ink::SOFT, Ink::ACCENT, Ink::HAIRLINE];

/// The picture.
pub(super) struct Canvas {
    /// Rows from the top, with two pixels in a byte, as places in the palette; 0 is paper.
    pairs: Vec<u8>,
}

impl Canvas {
    /// Nothing but paper.
    pub(super) fn new() -> Self {
        Self { pairs: vec![0; (WIDTH * HEIGHT / 2) as usize] }
    }

    /// A filled rectangle of whole pixels.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a picture has hundreds of pixels a side"
    )]
    pub(super) fn bar(&mut self, left: f32, top: f32, width: f32, height: f32, ink: Ink) {
        for y in top as u32..(top + height) as u32 {
            for x in left as u32..(left + width) as u32 {
                self.put(x, y, ink.full);
            }
        }
    }

    /// A line of text whose base line begins at this place.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a picture has hundreds of pixels a side, and a coverage is between 0 and 1"
    )]
    pub(super) fn text(&mut self, line: &Line, left: f32, base: f32, ink: Ink) {
        // Letters reach over both ends of their line, and above and below their size.
        let reach = line.style.size;
        let (first_x, first_y) = ((left - reach) as u32, (base - reach * 1.1) as u32);
        let (width, height) = ((line.width + 2.0 * reach) as usize, (reach * 1.6) as usize);
        let mut pen = Pen::new(Rasterizer::new(width, height), line.style.unit());
        for glyph in &line.glyphs {
            // The same letters in the same places of pixels compress better, by a tenth.
            let x = ((left + glyph.x) * 2.0).round() / 2.0;
            let y = (base - glyph.y).round();
            pen.origin = point(x - first_x as f32, y - first_y as f32);
            line.style.face.draw(glyph, &mut pen);
        }
        let shades = f32::from(ink.shades());
        pen.rasterizer.for_each_pixel(|place, coverage| {
            let shade = coverage * shades;
            // Most of a line is paper.
            if shade < 0.5 {
                return;
            }
            let shade = shade.min(shades).round() as u8;
            let (x, y) = ((place % width) as u32, (place / width) as u32);
            self.put(first_x + x, first_y + y, ink.first + shade - 1);
        });
    }

    /// What is outside stays outside.
    fn put(&mut self, x: u32, y: u32, colour: u8) {
        let place = (y * WIDTH / 2 + x / 2) as usize;
        if let Some(pair) = self.pairs.get_mut(place).filter(|_| x < WIDTH) {
            let is_left = x.is_multiple_of(2);
            *pair = if is_left { *pair & 0x0f | colour << 4 } else { *pair & 0xf0 | colour };
        }
    }

    /// The picture's bytes, and nothing that depends on time or machine.
    #[expect(clippy::expect_used, reason = "memory takes every byte, and the size is the pixels'")]
    pub(super) fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, WIDTH, HEIGHT);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Four);
        encoder.set_palette(palette());
        encoder.set_filter(Filter::NoFilter);
        encoder.set_compression(Compression::Balanced);
        encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(&self.pairs))
            .expect("a picture can be written into memory");
        bytes
    }

    /// Its pixels, as places in the palette.
    #[cfg(test)]
    pub(super) fn pixels(&self) -> Vec<u8> {
        self.pairs.iter().flat_map(|pair| [pair >> 4, pair & 0x0f]).collect()
    }
}

/// Paper, then the shades of each ink, as red, green and blue.
fn palette() -> Vec<u8> {
    let mut palette = PAPER.to_vec();
    for ink in INKS {
        let shades = u16::from(ink.shades());
        for shade in 1..=shades {
            palette.extend(PAPER.iter().zip(ink.colour).map(|(&paper, ink)| {
                let sum = u16::from(paper) * (shades - shade) + u16::from(ink) * shade;
                u8::try_from((sum + shades / 2) / shades).unwrap_or(u8::MAX)
            }));
        }
    }
    palette
}

/// Draws outlines, which are in units of their font and upwards, into rows, which go down.
struct Pen {
    rasterizer: Rasterizer,
    /// A unit of the font, in pixels.
    unit: f32,
    /// Where the letter stands.
    origin: Point,
    /// Where the contour began.
    start: Point,
    /// Where the pen is.
    last: Point,
}

impl Pen {
    fn new(rasterizer: Rasterizer, unit: f32) -> Self {
        let [origin, start, last] = [Point::default(); 3];
        Self { rasterizer, unit, origin, start, last }
    }

    fn at(&self, x: f32, y: f32) -> Point {
        point(self.origin.x + x * self.unit, self.origin.y - y * self.unit)
    }
}

impl PathSink for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = self.at(x, y);
        self.last = self.start;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.rasterizer.draw_line(self.last, to);
        self.last = to;
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        let (control, to) = (self.at(cx0, cy0), self.at(x, y));
        self.rasterizer.draw_quad(self.last, control, to);
        self.last = to;
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let (first, second, to) = (self.at(cx0, cy0), self.at(cx1, cy1), self.at(x, y));
        self.rasterizer.draw_cubic(self.last, first, second, to);
        self.last = to;
    }

    fn close(&mut self) {
        self.rasterizer.draw_line(self.last, self.start);
        self.last = self.start;
    }
}

#[cfg(test)]
mod tests {
    use super::super::typeface::{Style, Typefaces};
    use super::*;

    #[test]
    fn the_palette_goes_from_paper_to_each_ink() {
        let palette = palette();
        let colour = |place: u8| palette.chunks(3).nth(usize::from(place)).unwrap();
        assert_eq!(palette.len(), 16 * 3);
        assert_eq!(colour(0), PAPER);
        let mut next = 1;
        for ink in INKS {
            assert_eq!(ink.first, next, "the shades of two inks overlap");
            assert_eq!(colour(ink.full), ink.colour);
            next = ink.full + 1;
        }
    }

    #[test]
    fn what_is_drawn_outside_is_cut_off() {
        let mut canvas = Canvas::new();
        canvas.bar(1199.0, 629.0, 5.0, 5.0, Ink::HAIRLINE);
        let line = Style { face: &Typefaces::get().serif, size: 90.0, tracking: 0.0 }.line("Wide");
        canvas.text(&line, 1150.0, 620.0, Ink::TEXT);
        let pixels = canvas.pixels();
        let column = |x: usize| pixels.iter().skip(x).step_by(WIDTH as usize);
        assert!(column(0).all(|&pixel| pixel == 0));
        assert!(column(1199).any(|&pixel| pixel > 0));
    }

    #[test]
    fn the_bytes_are_an_image_of_this_size() {
        let size = imagesize::blob_size(&Canvas::new().png()).unwrap();
        assert_eq!((size.width, size.height), (1200, 630));
    }
}
