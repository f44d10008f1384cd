//! Why hits stand where they stand.

use std::fmt::Write as _;

use newsletter_search::Answer;

use super::plain;

/// Each hit with the parts of its score, the best first.
pub fn explain(answer: &Answer) -> String {
    let mut text = String::new();
    for (place, hit) in answer.hits.iter().enumerate() {
        let score = hit.score;
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{}. {}, band {}: words {:.2} + nearness {:.2} + heading {:.2} = {:.2}",
            place + 1,
            score.kind.name(),
            score.band,
            score.words,
            score.proximity,
            score.heading,
            score.relevance(),
        );
        text.push_str(&plain(hit));
    }
    text
}
