//! An answer as JSON: the shape that `js/worker.js` documents.

use std::ops::Range;

use newsletter_search::{Answer, Hit, Index, Outcome, PartId};

use crate::json::Json;
use crate::utf16::Utf16;

/// What the engine says to a query; see [`crate::Engine::search`].
pub(crate) fn write(index: &Index, query: &str, outcome: &Outcome) -> String {
    let mut json = Json::default();
    json.object(|json| {
        let file = |json: &mut Json, id: &PartId| json.text(&id.file());
        json.key("needed").array(&outcome.needed, file);
        json.key("later").array(&outcome.later, file);
        // Until nothing is needed any more the answer may change, and hits lack their texts.
        if outcome.needed.is_empty() {
            json.key("answer").object(|json| answer(json, index, query, &outcome.answer));
        }
    });
    json.into_text()
}

/// The parts of a pack; see [`crate::Engine::contents`].
pub(crate) fn contents(parts: &[(PartId, Range<usize>)]) -> String {
    let mut json = Json::default();
    json.array(parts, |json, (id, range)| {
        json.list(|json| {
            json.text(&id.file());
            json.number(range.start);
            json.number(range.end);
        });
    });
    json.into_text()
}

fn answer(json: &mut Json, index: &Index, query: &str, answer: &Answer) {
    json.key("total").number(answer.total);
    json.key("hits")
        .array(&answer.hits, |json, hit| json.object(|json| self::hit(json, index, hit)));
    // An empty query has no counts, and its families still have names.
    let counts = answer.sections.iter().copied().chain(std::iter::repeat(0));
    json.key("sections").array(index.families().iter().zip(counts), |json, (family, count)| {
        json.object(|json| {
            json.key("id").text(&family.id);
            json.key("name").text(&family.name);
            json.key("count").number(count);
        });
    });
    json.key("years").array(&answer.years, |json, (year, count)| {
        json.object(|json| {
            json.key("year").number(whole(*year));
            json.key("count").number(*count);
        });
    });
    let mut places = Utf16::of(query);
    json.key("notices").array(&answer.notices, |json, notice| {
        json.object(|json| {
            let [start, end] = places.range(&notice.span);
            json.key("start").number(start);
            json.key("end").number(end);
            json.key("message").text(&notice.oddity.message());
        });
    });
    json.key("suggestion");
    match &answer.suggestion {
        Some(suggestion) => json.text(suggestion),
        None => json.null(),
    }
    json.key("isRelaxed").truth(answer.is_relaxed);
}

fn hit(json: &mut Json, index: &Index, hit: &Hit) {
    json.key("item").number(usize::try_from(hit.item).unwrap_or_default());
    json.key("date").day(whole(hit.date.year), hit.date.month, hit.date.day);
    json.key("section").text(&hit.section);
    let families =
        hit.families.iter().filter_map(|place| index.families().get(usize::from(*place)));
    json.key("families").array(families, |json, family| json.text(&family.id));
    json.key("match").text(hit.kind.name());
    json.key("score").thousandths(thousandths(hit.score.relevance()));
    let Some(content) = &hit.content else { return };
    json.key("url").text(&content.url());
    json.key("slug").text(&content.slug);
    json.key("title").text(&content.title);
    json.key("heading").text(&content.heading);
    json.key("headingMarks");
    marks(json, &content.heading, &content.heading_marks);
    json.key("text").text(&content.text);
    json.key("textMarks");
    marks(json, &content.text, &content.text_marks);
}

fn marks(json: &mut Json, text: &str, marks: &[Range<usize>]) {
    let mut places = Utf16::of(text);
    json.array(marks, |json, mark| json.array(places.range(mark), Json::number));
}

/// Years before the year 0 have no newsletters.
fn whole(year: i32) -> usize {
    usize::try_from(year).unwrap_or_default()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast of a float to an integer stops at its ends"
)]
fn thousandths(score: f32) -> usize {
    (score * 1000.0) as usize
}
