//! What a page is about in a sentence or two: the headlines of an issue, or the beginning of a text.

use newsletter::{Issue, ItemKind};

/// The least part of the room that headlines or whole sentences have to fill, as a divisor: else the
/// rest is filled with the text, or with single words of it.
const FILLED: usize = 2;

/// The headlines of an issue. A single one that leaves much of the `most` characters empty is followed
/// by the text that belongs to it. Empty only for an issue without text.
pub(super) fn of_issue(issue: &Issue, headlines: &[String], most: usize) -> String {
    let joined = joined(headlines, most);
    let is_enough = joined.chars().count() > most / FILLED;
    if let ([only], false) = (headlines, is_enough) {
        text_behind(issue, only, most).unwrap_or(joined)
    } else {
        joined
    }
}

/// The first paragraph of a page, or as much of it as `most` characters hold; empty without one.
pub(super) fn of_page(page: &Issue, most: usize) -> String {
    let mut paragraphs = page.items().filter(|item| item.kind == ItemKind::Paragraph);
    let text = paragraphs.find_map(|item| item.text.lines().find(|line| !line.is_empty()));
    text.map(|text| beginning(text, most)).unwrap_or_default()
}

/// As many of the headlines as fit; at least one.
fn joined(headlines: &[String], most: usize) -> String {
    let mut joined = String::new();
    for headline in headlines {
        let length = joined.chars().count() + headline.chars().count();
        if !joined.is_empty() && length > most {
            break;
        }
        let separator = if joined.is_empty() { "" } else { "; " };
        joined.push_str(separator);
        joined.push_str(headline);
    }
    joined
}

/// The headline with what its feature says; the beginning of all text, if that is where the headline
/// comes from. `None` if it comes from elsewhere.
fn text_behind(issue: &Issue, headline: &str, most: usize) -> Option<String> {
    let is_title = |text: &str| text == headline;
    let feature =
        issue.items().find(|item| item.heading.as_ref().is_some_and(|own| is_title(own.title())));
    if let Some(feature) = feature.filter(|feature| !feature.text.is_empty()) {
        let room = most.saturating_sub(headline.chars().count() + 2);
        return Some(format!("{headline}: {}", beginning(&folded(&feature.text), room)));
    }
    let mut texts = issue.items().map(|item| folded(&item.text)).filter(|text| !text.is_empty());
    let mut text = texts.next()?;
    if !text.starts_with(headline.trim_end_matches('…')) {
        return None;
    }
    while text.chars().count() <= most {
        let Some(more) = texts.next() else { break };
        text.push(' ');
        text.push_str(&more);
    }
    Some(beginning(&text, most))
}

/// In one line.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As many whole sentences as `most` characters hold, if they fill half of them; else as many words,
/// and an ellipsis.
fn beginning(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let kept = text.get(..end).unwrap_or(text);
    let stops = [". ", "! ", "? "].iter().filter_map(|stop| kept.rfind(stop));
    let sentences = stops.max().and_then(|stop| kept.get(..=stop));
    if let Some(whole) = sentences.filter(|whole| whole.chars().count() > most / FILLED) {
        return whole.to_owned();
    }
    // The ellipsis is a character, too.
    let last = kept.char_indices().next_back().map_or(0, |(at, _)| at);
    let kept = kept.get(..last).unwrap_or(kept);
    let words = kept.rfind(' ').and_then(|space| kept.get(..space)).unwrap_or(kept);
    [words.trim_end_matches(|last: char| !last.is_alphanumeric()), "…"].concat()
}

#[cfg(test)]
mod tests {
    use newsletter::Rules;

    use super::*;

    fn issue(body: &str) -> Issue {
        newsletter::parse(&format!("---\ntitle: A\n---\n\n{body}\n"), "/a", &Rules::default()).issue
    }

    #[test]
    fn an_issue_is_described_by_the_headlines_that_fit() {
        let check = |headlines: &[&str], expect: &str| {
            let headlines: Vec<String> =
                headlines.iter().map(|&headline| headline.to_owned()).collect();
            assert_eq!(of_issue(&Issue::default(), &headlines, 160), expect);
        };
        let long = "x".repeat(160);
        check(&[], "");
        check(&["One", "Two"], "One; Two");
        check(&["One", &long, "Two"], "One");
        check(&[&long, "One"], &long);
    }

    #[test]
    fn a_short_headline_is_followed_by_its_text() {
        let check = |body: &str, headline: &str, expect: &str| {
            assert_eq!(of_issue(&issue(body), &[headline.to_owned()], 60), expect);
        };
        let featured =
            "## PRs\n\n### #12: New lenses\n\nThey turn without oil.\n\nAnd *fast*, too.";
        check(featured, "New lenses", "New lenses: They turn without oil. And fast, too.");
        let quiet = "## News\n\nAlerts:\n\n- Fog in the west\n- Ice in the north, for a whole week and more";
        check(quiet, "Alerts:", "Alerts: Fog in the west Ice in the north, for a whole week…");
        check(quiet, "Alerts…", "Alerts: Fog in the west Ice in the north, for a whole week…");
        check(quiet, "The title of a link", "The title of a link");
    }

    #[test]
    fn a_beginning_is_sentences_or_words() {
        let check = |text: &str, most: usize, expect: &str| {
            let found = beginning(text, most);
            assert_eq!(found, expect);
            assert!(found.chars().count() <= most, "{found}");
        };
        check("Short.", 20, "Short.");
        check("One two three. Four five.", 20, "One two three.");
        check("No. But this goes on for long", 20, "No. But this goes…");
        check("Überlängenprobleme überall", 10, "Überlänge…");
    }

    #[test]
    fn a_page_begins_with_its_first_paragraph() {
        let page = issue("# Keepers\n\n- Ann\n\nWho keeps *the light*.\n\nMore.");
        assert_eq!(of_page(&page, 160), "Who keeps the light.");
        assert_eq!(of_page(&issue("- Ann\n- Ben"), 160), "");
    }
}
