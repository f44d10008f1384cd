//! Where the words of a card stand.
//!
//! A change of what is drawn is a new [`VERSION`](super::VERSION).

use super::Card;
use super::canvas::{Canvas, Ink};
use super::setting::legible;
use super::typeface::{Style, Typeface, Typefaces};

/// Paper on both sides, in pixels.
const LEFT: f32 = 72.0;

/// How long a line is at most, in pixels.
const MEASURE: f32 = 1200.0 - 2.0 * LEFT;

/// Where the lowest row ends, in pixels.
const BOTTOM: f32 = 590.0;

/// Sizes that a title is tried in, in pixels, with the lines that it may have then. One that is too
/// long for the last is cut.
const TITLES: [(f32, usize); 6] =
    [(84.0, 1), (76.0, 1), (68.0, 1), (70.0, 2), (60.0, 2), (52.0, 3)];

/// The same for a card with at most one headline.
const LARGE_TITLES: [(f32, usize); 4] = [(100.0, 1), (88.0, 2), (72.0, 2), (60.0, 3)];

/// From one headline to the next, in pixels: at least, and where there is room.
const ROW: f32 = 60.0;
const WIDE_ROW: f32 = 74.0;

/// The hairline above the foot, in pixels.
const FOOT: f32 = 544.0;

/// From one line of a deck to the next, in pixels.
const DECK_LINE: f32 = 52.0;

/// The picture of `card`.
pub(super) fn draw(card: &Card) -> Canvas {
    let mut canvas = Canvas::new();
    let below_head = head(&mut canvas, card);
    let below_title = title(&mut canvas, card, below_head);
    let serif = &Typefaces::get().serif;
    let lines: Vec<String> =
        card.headlines.iter().filter_map(|headline| legible(headline, serif)).collect();
    let below_headlines = match &*lines {
        [] => below_title,
        [only] => deck(&mut canvas, only, below_title),
        several => rows(&mut canvas, several, below_title),
    };
    if below_headlines <= FOOT {
        foot(&mut canvas, card);
    }
    canvas
}

/// Name and place over the double line under which a newspaper begins; without a name, what would
/// stand above the title. Gives the row below it.
fn head(canvas: &mut Canvas, card: &Card) -> f32 {
    let faces = Typefaces::get();
    let sans = style(&faces.sans, 27.0);
    let place = sans.fit(&legible(&card.place, &faces.sans).unwrap_or_default(), MEASURE / 2.0);
    let room = MEASURE - place.width - LEFT / 2.0;
    if let Some(name) = legible(&card.name, &faces.serif_bold) {
        canvas.text(&style(&faces.serif_bold, 33.0).fit(&name, room), LEFT, 82.0, Ink::TEXT);
    } else if let Some(above) = legible(&card.above, &faces.sans) {
        canvas.text(&sans.fit(&above, room), LEFT, 82.0, Ink::SOFT);
    }
    canvas.text(&place, LEFT + MEASURE - place.width, 82.0, Ink::ACCENT);
    rule(canvas, 112.0);
    rule(canvas, 117.0);
    119.0
}

/// The line above the title, and the title in the largest size that holds it. Gives its last base line.
fn title(canvas: &mut Canvas, card: &Card, top: f32) -> f32 {
    let faces = Typefaces::get();
    let has_name = legible(&card.name, &faces.serif_bold).is_some();
    let mut base = top + if has_name { 76.0 } else { 60.0 };
    if has_name && let Some(above) = legible(&card.above, &faces.sans) {
        let above = style(&faces.sans, 29.0).fit(&above, MEASURE);
        canvas.text(&above, LEFT, top + 62.0, Ink::SOFT);
    }
    let words = [&card.title, &card.date]
        .into_iter()
        .find_map(|words| legible(words, &faces.serif_bold))
        .unwrap_or_default();
    let is_large = card.headlines.len() < 2;
    let sizes = if is_large { LARGE_TITLES.as_slice() } else { TITLES.as_slice() };
    let set = |&(size, most): &(f32, usize)| {
        // Large letters stand too far apart as they are.
        let style = Style { tracking: -0.012, ..style(&faces.serif_bold, size) };
        (style, style.wrap(&words, MEASURE), most)
    };
    let mut settings = sizes.iter().map(set);
    let fitting = settings.find(|(_, lines, most)| lines.len() <= *most);
    let Some((style, lines, most)) = fitting.or_else(|| sizes.last().map(set)) else {
        return base;
    };
    for (number, line) in cut(&lines, most).iter().enumerate() {
        base += style.size * if number == 0 { 1.0 } else { 1.13 };
        canvas.text(&style.fit(line, MEASURE), LEFT, base, Ink::TEXT);
    }
    base
}

/// One headline as what stands below a title in a newspaper. Gives the row below it.
fn deck(canvas: &mut Canvas, text: &str, top: f32) -> f32 {
    let style = style(&Typefaces::get().serif, 39.0);
    let lines = style.wrap(text, MEASURE);
    let mut base = top + 22.0;
    for line in cut(&lines, room(base, DECK_LINE)) {
        base += DECK_LINE;
        canvas.text(&style.fit(&line, MEASURE), LEFT, base, Ink::SOFT);
    }
    base + style.size / 2.0
}

/// As many headlines as there is room for, each below a hairline, and how many there are besides. Gives
/// the row below them.
fn rows(canvas: &mut Canvas, headlines: &[String], top: f32) -> f32 {
    let faces = Typefaces::get();
    let first = top + 40.0;
    let room = room(first, ROW);
    let shown = if headlines.len() > room { room.saturating_sub(1) } else { headlines.len() };
    #[expect(clippy::cast_precision_loss, reason = "there are a few rows")]
    let height = ((BOTTOM - first) / headlines.len().min(room).max(1) as f32).min(WIDE_ROW);
    let mut row = first;
    for headline in headlines.iter().take(shown) {
        rule(canvas, row);
        let line = style(&faces.serif, 33.0).fit(headline, MEASURE);
        canvas.text(&line, LEFT, row + height / 2.0 + 12.0, Ink::TEXT);
        row += height;
    }
    if shown < headlines.len() {
        rule(canvas, row);
        let more = format!("and {} more", headlines.len() - shown);
        let more = style(&faces.sans, 28.0).line(&more);
        canvas.text(&more, LEFT, row + height / 2.0 + 10.0, Ink::SOFT);
        row += height;
    }
    row
}

/// As many of the sections as one line holds.
fn foot(canvas: &mut Canvas, card: &Card) {
    let sans = &Typefaces::get().sans;
    let style = style(sans, 27.0);
    let mut line = String::new();
    for section in card.sections.iter().filter_map(|section| legible(section, sans)) {
        let separator = if line.is_empty() { "" } else { "  ·  " };
        let longer = [&line, separator, &section].concat();
        if style.line(&longer).width > MEASURE {
            break;
        }
        line = longer;
    }
    if !line.is_empty() {
        rule(canvas, FOOT);
        canvas.text(&style.line(&line), LEFT, FOOT + 43.0, Ink::SOFT);
    }
}

/// How many rows of this height there is room for below `top`.
fn room(top: f32, row: f32) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few rows fit on a card, and none where there is less than no room"
    )]
    let rows = ((BOTTOM - top) / row) as usize;
    rows
}

/// At most so many lines; the last one then holds all that is left, and is to be cut.
fn cut(lines: &[String], most: usize) -> Vec<String> {
    if most == 0 {
        return Vec::new();
    }
    let (kept, rest) = lines.split_at(lines.len().min(most - 1));
    let mut kept = kept.to_vec();
    if !rest.is_empty() {
        kept.push(rest.join(" "));
    }
    kept
}

fn rule(canvas: &mut Canvas, row: f32) {
    canvas.bar(LEFT, row, MEASURE, 2.0, Ink::HAIRLINE);
}

fn style(face: &'static Typeface, size: f32) -> Style {
    Style { face, size, tracking: 0.0 }
}
