//! The size that an SVG image says it has.

/// Width and height in CSS pixels: from the attributes of that name, else from the view box.
/// `None` if neither gives both; a size in percent or in another unit is none.
pub(crate) fn size(svg: &str) -> Option<(u32, u32)> {
    let tag = root_tag(svg)?;
    let length = |name| attribute(tag, name).and_then(|value| pixels(value.trim_end_matches("px")));
    length("width").zip(length("height")).or_else(|| {
        let view_box = attribute(tag, "viewBox")?;
        let mut numbers =
            view_box.split([' ', ',', '\t', '\n', '\r']).filter(|number| !number.is_empty());
        let width = pixels(numbers.nth(2)?)?;
        Some((width, pixels(numbers.next()?)?))
    })
}

/// What stands between `<svg` and its `>`.
fn root_tag(svg: &str) -> Option<&str> {
    let (_, rest) = svg.split_once("<svg")?;
    rest.starts_with(char::is_whitespace)
        .then(|| rest.split_once('>'))
        .flatten()
        .map(|(tag, _)| tag)
}

/// The value of an attribute in double or single quotes.
fn attribute<'tag>(tag: &'tag str, name: &str) -> Option<&'tag str> {
    tag.match_indices(name).find_map(|(at, _)| {
        let (before, after) = (tag.get(..at)?, tag.get(at + name.len()..)?);
        let value = after.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let is_whole_name = before.ends_with(char::is_whitespace);
        is_whole_name.then(|| value.split(quote).nth(1)).flatten()
    })
}

fn pixels(number: &str) -> Option<u32> {
    let pixels = number.trim().parse::<f64>().ok()?.round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked, and the number is whole"
    )]
    (1.0..=f64::from(u32::MAX)).contains(&pixels).then_some(pixels as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_is_what_the_root_says() {
        for (svg, expect) in [
            (r#"<?xml version="1.0"?><svg width="120" height="40px">"#, Some((120, 40))),
            ("<svg height='2.5' viewBox='0 0 9 9' width='10'/>", Some((10, 3))),
            (r#"<svg viewBox="0 0 300 150">"#, Some((300, 150))),
            (r#"<svg width="100%" height="100%" viewBox="-5,-5,30,15">"#, Some((30, 15))),
            (r#"<svg stroke-width="3" height="4" viewBox="0 0 8 8">"#, Some((8, 8))),
            (r#"<svg width="4em" height="4em">"#, None),
            (r#"<svg width="-4" height="0">"#, None),
            (r#"<svg viewBox="0 0 8">"#, None),
            (r#"<svg><rect width="4" height="4"/>"#, None),
            ("no image", None),
        ] {
            assert_eq!(size(svg), expect, "{svg}");
        }
    }
}
