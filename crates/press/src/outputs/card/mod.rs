//! The picture with which a page is shown where somebody links to it: one for each issue, and one for
//! the publication.
//!
//! Its name holds a hash of its words, so that hosts and browsers may keep it for ever, and it is not
//! drawn again where it is there already.

mod canvas;
mod drawing;
mod setting;
#[cfg(test)]
mod tests;
mod typeface;
mod words;

use std::collections::BTreeMap;

use super::files::{Collision, Files, Make, Origin};
use crate::archive::Archive;
use crate::hash::content_hash;

pub(super) use canvas::{HEIGHT, WIDTH};

/// What is drawn of the same words. Raise it with a change of that, or the old picture is kept; a test
/// says when.
const VERSION: &str = "1";

/// The folder of all cards, below the base path.
const FOLDER: &str = "cards";

/// The words of one card.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Card {
    /// Of the publication; empty where that is the title.
    name: String,
    /// Where it is found, such as `lwkd.info`.
    place: String,
    /// What stands above the title.
    above: String,
    title: String,
    /// Stands for a title that the typeface has no letters for.
    date: String,
    /// What stands below the title.
    headlines: Vec<String>,
    /// What stands at the foot, if there is room.
    sections: Vec<String>,
}

/// Where the cards are, below the base path and without a slash at the beginning.
#[derive(Debug, Default)]
pub(super) struct Cards {
    of_publication: Option<String>,
    /// By the issues' own paths.
    of_issues: BTreeMap<String, String>,
}

impl Cards {
    /// The card of the issue at `path`; of other pages, that of the publication. `None` if the archive
    /// has no cards.
    pub(super) fn of(&self, path: &str) -> Option<&str> {
        self.of_issues.get(path).or(self.of_publication.as_ref()).map(String::as_str)
    }
}

/// Plans the cards. There are none if they are not wanted, and without a public address: whoever shows
/// a card asks for it by its whole address.
pub(super) fn plan(archive: &Archive, files: &mut Files) -> Result<Cards, Collision> {
    let manifest = &archive.manifest;
    let mut cards = Cards::default();
    let Some(site) = manifest.site_url.as_deref().filter(|_| archive.has_cards) else {
        return Ok(cards);
    };
    // Issues with the same words have the same card.
    let mut drawn = BTreeMap::new();
    let mut add = |card: Card| {
        let file = card.file();
        drawn.insert(file.clone(), card);
        file
    };
    cards.of_publication = Some(add(Card::of_publication(manifest, site)));
    cards.of_issues = manifest
        .issues
        .iter()
        .map(|issue| (issue.path.clone(), add(Card::of_issue(manifest, site, issue))))
        .collect();
    for (file, card) in drawn {
        let origin = Origin::Archive(format!("the card of {}", card.title));
        files.make(&file, origin, Box::new(card))?;
    }
    Ok(cards)
}

impl Card {
    fn file(&self) -> String {
        let parts = [VERSION, &self.name, &self.place, &self.above, &self.title, &self.date];
        let lists = [self.headlines.join("\0"), self.sections.join("\0")];
        let words = [parts.join("\0"), lists.join("\0\0")].join("\0\0");
        format!("{FOLDER}/{:016x}.png", content_hash(words.as_bytes()))
    }
}

impl Make for Card {
    fn bytes(&self) -> Vec<u8> {
        drawing::draw(self).png()
    }
}
