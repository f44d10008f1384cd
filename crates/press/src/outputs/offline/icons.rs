//! The icons of the installed app, drawn from the one that the shell names: as it is, with room around
//! it for systems that cut icons to a shape, and as a shape alone for systems that give it a colour.

use resvg::tiny_skia::{Color, Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{Options, Tree};
use serde_json::{Value, json};

use super::super::files::{Collision, Files};
use super::super::shell::{Shell, has_ending};
use super::origin;

/// Name, purpose and width in pixels. Browsers ask for 192 and 512.
const ICONS: [(&str, Purpose, u16); 4] = [
    ("icons/icon-192.png", Purpose::Any, 192),
    ("icons/icon-512.png", Purpose::Any, 512),
    ("icons/maskable-512.png", Purpose::Maskable, 512),
    ("icons/monochrome-512.png", Purpose::Monochrome, 512),
];

/// How much of a maskable icon's width is sure to be seen, whatever its shape:
/// <https://www.w3.org/TR/appmanifest/#icon-masks>.
const SAFE: f32 = 0.8;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Any,
    Maskable,
    Monochrome,
}

impl Purpose {
    fn word(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Maskable => "maskable",
            Self::Monochrome => "monochrome",
        }
    }
}

/// Plans the icons, if the shell names one to draw them from.
pub(super) fn plan(shell: &Shell, files: &mut Files) -> Result<(), Collision> {
    let Some(drawing) = drawing(shell) else { return Ok(()) };
    for (file, purpose, size) in ICONS {
        if let Some(png) = png(&drawing, purpose, size) {
            files.add(file, origin(), png)?;
        }
    }
    Ok(())
}

/// What the web app manifest says of them.
pub(super) fn described(base: &str, shell: &Shell) -> Vec<Value> {
    if drawing(shell).is_none() {
        return Vec::new();
    }
    let described = ICONS.iter().map(|(file, purpose, size)| {
        json!({
            "src": format!("{base}{file}"),
            "sizes": format!("{size}x{size}"),
            "type": "image/png",
            "purpose": purpose.word(),
        })
    });
    described.collect()
}

/// The shell's icon, which is its only drawing.
fn drawing(shell: &Shell) -> Option<Tree> {
    let (_, bytes) = shell.files().iter().find(|(file, _)| has_ending(file, "svg"))?;
    Tree::from_data(bytes, &Options::default()).ok()
}

fn png(drawing: &Tree, purpose: Purpose, size: u16) -> Option<Vec<u8>> {
    let pixels = match purpose {
        Purpose::Any => drawn(drawing, size, 1.0)?,
        Purpose::Maskable => {
            let ground = ground(&drawn(drawing, size, 1.0)?)?;
            let mut pixels = Pixmap::new(size.into(), size.into())?;
            pixels.fill(Color::from_rgba8(ground.red(), ground.green(), ground.blue(), u8::MAX));
            let inner = drawn(drawing, size, SAFE)?;
            let paint = resvg::tiny_skia::PixmapPaint::default();
            pixels.draw_pixmap(0, 0, inner.as_ref(), &paint, Transform::identity(), None);
            pixels
        }
        Purpose::Monochrome => shape(drawn(drawing, size, 1.0)?)?,
    };
    pixels.encode_png().ok()
}

/// The drawing in the middle of a square, `part` of it wide.
fn drawn(drawing: &Tree, size: u16, part: f32) -> Option<Pixmap> {
    let mut pixels = Pixmap::new(size.into(), size.into())?;
    let edge = f32::from(size);
    let scale = edge * part / drawing.size().width().max(drawing.size().height());
    let place = |length: f32| (edge - length * scale) / 2.0;
    let (x, y) = (place(drawing.size().width()), place(drawing.size().height()));
    let transform = Transform::from_scale(scale, scale).post_translate(x, y);
    resvg::render(drawing, transform, &mut pixels.as_mut());
    Some(pixels)
}

/// The colour of the drawing's ground: that in the middle of its upper edge.
fn ground(pixels: &Pixmap) -> Option<PremultipliedColorU8> {
    pixels.pixel(pixels.width() / 2, pixels.height() / 32)
}

/// Leaves of a drawing only what stands out from its ground, without a colour.
fn shape(mut pixels: Pixmap) -> Option<Pixmap> {
    let ground = ground(&pixels)?;
    let distance = |pixel: PremultipliedColorU8| {
        let of = |one: u8, other: u8| one.abs_diff(other);
        let red = of(pixel.red(), ground.red());
        red.max(of(pixel.green(), ground.green())).max(of(pixel.blue(), ground.blue()))
    };
    let opaque = |pixel: &&mut PremultipliedColorU8| pixel.alpha() == u8::MAX;
    let most = pixels.pixels().iter().filter(|pixel| pixel.alpha() == u8::MAX);
    let most = most.map(|pixel| distance(*pixel)).max()?.max(1);
    for pixel in pixels.pixels_mut() {
        let is_opaque = opaque(&pixel);
        let alpha = u16::from(distance(*pixel)) * 255 / u16::from(most);
        let alpha = if is_opaque { u8::try_from(alpha).unwrap_or(u8::MAX) } else { 0 };
        *pixel = PremultipliedColorU8::from_rgba(alpha, alpha, alpha, alpha)?;
    }
    Some(pixels)
}
