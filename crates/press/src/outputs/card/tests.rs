//! What is drawn, and what it is called.

use bundle_format::{Family, IssueEntry, Manifest, SectionEntry};
use newsletter::date::Date;

use super::canvas::{Canvas, HEIGHT, WIDTH};
use super::*;

fn issue(title: &str, headlines: &[&str]) -> Card {
    let family = Family {
        id: "news".to_owned(),
        name: "News".to_owned(),
        headings: Vec::new(),
        is_featured: false,
    };
    let manifest = Manifest {
        title: "The Lighthouse Letter".to_owned(),
        families: vec![family],
        ..Manifest::default()
    };
    let entry = IssueEntry {
        title: title.to_owned(),
        published: Date { year: 2023, month: 9, day: 5 }.timestamp().0,
        headlines: headlines.iter().map(|&headline| headline.to_owned()).collect(),
        sections: vec![SectionEntry { families: vec![0], items: 3 }],
        ..IssueEntry::default()
    };
    Card::of_issue(&manifest, "https://www.lighthouses.example/letter", &entry)
}

/// The rows on which anything is drawn between these columns.
fn rows(canvas: &Canvas, columns: std::ops::Range<usize>) -> Vec<usize> {
    let pixels = canvas.pixels();
    let rows = pixels.chunks(WIDTH as usize).enumerate();
    rows.filter(|(_, row)| row[columns.clone()].iter().any(|&pixel| pixel > 0))
        .map(|(number, _)| number)
        .collect()
}

#[test]
fn the_words_are_those_of_the_issue() {
    let card = issue("Week Ending", &["Lamps", "Lenses"]);
    assert_eq!(card.place, "lighthouses.example/letter");
    assert_eq!(card.above, "September 5, 2023 · 3 items");
    assert_eq!(card.headlines, ["Lamps", "Lenses"]);
    assert_eq!(card.sections, ["News 3"]);
}

#[test]
fn the_name_depends_on_every_word() {
    let file = issue("Week", &["Lamps"]).file();
    assert_eq!(file, issue("Week", &["Lamps"]).file());
    assert_ne!(file, issue("Weeks", &["Lamps"]).file());
    assert_ne!(file, issue("Week", &["Lamps", ""]).file());
}

/// If this fails, something else is drawn than before: raise [`VERSION`], and then correct the hash.
#[test]
fn another_picture_is_another_version() {
    let card = issue("Week Ending September 3, 2023", &["WebSocket client", "Fog signals"]);
    let hash = content_hash(&drawing::draw(&card).pixels());
    assert_eq!((VERSION, format!("{hash:016x}").as_str()), ("1", "b3f3ae0a298972e2"));
}

#[test]
fn nothing_reaches_the_margins_whatever_the_words_are() {
    let long = "A headline that goes on and on, past every margin there is, ".repeat(5);
    let word = "Donaudampfschifffahrtsgesellschaft".repeat(9);
    for title in [long.as_str(), &word, "灯台の週報 🎉", "🎉", "", "\u{301}\u{200d}\u{202e}"]
    {
        for headlines in [vec![], vec![&*long], vec![&*word; 3], vec!["One"; 40]] {
            let canvas = drawing::draw(&issue(title, &headlines));
            assert!(rows(&canvas, 0..64).is_empty(), "{title}");
            assert!(rows(&canvas, 1136..1200).is_empty(), "{title}");
            assert!(rows(&canvas, 0..1200).last().is_some_and(|&row| row < 610), "{title}");
        }
    }
}

#[test]
fn a_title_without_letters_gives_way_to_the_date() {
    let dated = issue("September 5, 2023", &["Lamps"]);
    assert_eq!(
        drawing::draw(&issue("灯台の週報", &["Lamps"])).pixels(),
        drawing::draw(&dated).pixels()
    );
}

#[test]
fn every_headline_that_fits_has_a_row_of_its_own() {
    // Below the head, the columns at the right margin hold hairlines alone, of two rows each.
    let hairlines = |count: usize| {
        let canvas = drawing::draw(&issue("Week", &vec!["Lamps"; count]));
        rows(&canvas, 1100..1120).iter().filter(|&&row| row > 100).count() / 2
    };
    let (of_head, of_foot) = (2, 1);
    assert_eq!(hairlines(0), of_head + of_foot);
    assert_eq!(hairlines(3), of_head + 3 + of_foot);
    assert_eq!(hairlines(4), of_head + 4);
    assert_eq!(hairlines(40), hairlines(4));
}

#[test]
fn a_card_is_small() {
    let bytes = issue("Week Ending September 3, 2023", &["A headline of some length"; 4]).bytes();
    assert!(bytes.len() < 30_000, "{}", bytes.len());
    assert_eq!((WIDTH, HEIGHT), (1200, 630));
}
