//! Light, dark or as the system has it, from the first paint on.

use browser_tests::find::button;
use browser_tests::reader::Reader;
use browser_tests::site::Answer;
use serde_json::{Value, json};

use crate::sample::ISSUE;

crate::behaviours![
    the_button_goes_through_the_themes_and_keeps_the_choice,
    the_theme_is_there_before_styles_and_program,
    an_unknown_theme_is_no_choice,
    dark_is_dark_and_light_is_light,
    the_browser_takes_the_colour_of_the_page,
];

fn the_button_goes_through_the_themes_and_keeps_the_choice(reader: &mut Reader) {
    reader.open(ISSUE);
    assert_eq!((theme(reader), kept(reader)), (Value::Null, Value::Null));
    for (pressed, next) in [("Theme: system", "light"), ("Theme: light", "dark")] {
        reader.click(&button(pressed));
        reader.wait_to_see(&button(&format!("Theme: {next}")));
        assert_eq!((theme(reader), kept(reader)), (json!(next), json!(next)));
        reader.reload();
        reader.wait_to_see(&button(&format!("Theme: {next}")));
        assert_eq!(theme(reader), json!(next));
    }
    reader.click(&button("Theme: dark"));
    reader.wait_to_see(&button("Theme: system"));
    // The absence of a choice is kept as the absence of a value.
    assert_eq!((theme(reader), kept(reader)), (Value::Null, Value::Null));
}

fn the_theme_is_there_before_styles_and_program(reader: &mut Reader) {
    keep(reader, "dark");
    for late in [".css", ".js", ".wasm"] {
        reader.site.answer(late, Answer::Hold);
    }
    reader.open_early(ISSUE);
    reader.site.wait_for_request(".css");
    assert_eq!(theme(reader), json!("dark"));
    assert_eq!(reader.run("return document.documentElement.dataset.app", &[]), json!("starting"));
    reader.site.recover();
    reader.wait_until_app_is("ready");
    assert_eq!(theme(reader), json!("dark"));
}

fn an_unknown_theme_is_no_choice(reader: &mut Reader) {
    keep(reader, "sepia");
    reader.open(ISSUE);
    assert_eq!(theme(reader), Value::Null);
    reader.wait_to_see(&button("Theme: system"));
}

fn dark_is_dark_and_light_is_light(reader: &mut Reader) {
    for (theme, is_dark) in [("light", false), ("dark", true)] {
        keep(reader, theme);
        reader.open(ISSUE);
        let paper = brightness(reader, "backgroundColor");
        let ink = brightness(reader, "color");
        assert_eq!(paper < ink, is_dark, "{theme}: paper {paper}, ink {ink}");
        assert!((paper - ink).abs() > 0.5, "{theme}: paper {paper}, ink {ink}");
    }
}

fn the_browser_takes_the_colour_of_the_page(reader: &mut Reader) {
    let themes = "return [...document.querySelectorAll('meta[name=theme-color]')]
        .filter(({ media }) => matchMedia(media).matches)
        .map(({ content }) => content)";
    let media =
        "return [...document.querySelectorAll('meta[name=theme-color]')].map(({ media }) => media)";
    reader.open(ISSUE);
    let system = reader.texts_from(media, &[]);
    for (theme, paper) in [("light", "#fbfaf7"), ("dark", "#131416")] {
        keep(reader, theme);
        reader.open(ISSUE);
        assert_eq!(reader.texts_from(themes, &[]), [paper], "{theme}");
    }
    reader.click(&button("Theme: dark"));
    reader.wait_to_see(&button("Theme: system"));
    assert_eq!(reader.texts_from(media, &[]), system);
    assert_eq!(reader.texts_from(themes, &[]).len(), 1);
}

/// From 0, black, to 1, white, of one of the page's colours.
fn brightness(reader: &Reader, property: &str) -> f64 {
    reader.number_from(
        "const canvas = document.createElement('canvas').getContext('2d');
        canvas.fillStyle = getComputedStyle(document.documentElement)[arguments[0]];
        canvas.fillRect(0, 0, 1, 1);
        const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
        return (red + green + blue) / 765",
        &[json!(property)],
    )
}

fn theme(reader: &Reader) -> Value {
    reader.run("return document.documentElement.dataset.theme ?? null", &[])
}

fn kept(reader: &Reader) -> Value {
    reader.run("return localStorage.getItem('masthead:/:theme')", &[])
}

fn keep(reader: &Reader, theme: &str) {
    reader.run("localStorage.setItem('masthead:/:theme', arguments[0])", &[json!(theme)]);
}
