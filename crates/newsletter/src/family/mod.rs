//! Section families: many spellings of a heading, one facet.

#[cfg(test)]
mod tests;

/// The place of a family in [`Families`]; also its place in every list shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FamilyIndex(pub u8);

/// One facet, such as "Deprecated and removed".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    /// Lower case and hyphens, as it stands in addresses: `deprecated`.
    pub id: String,
    /// As it is shown: "Deprecated".
    pub name: String,
    /// The headings that belong to it beside its name, compared without case, punctuation and words
    /// of digits alone ("1.17 Merges" is "Merges"). `*` stands for any run of characters, also none.
    pub headings: Vec<String>,
    /// Whether its features are what an issue is known for: they become its headlines.
    pub is_featured: bool,
}

/// All families of an archive, in the order in which they are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Families {
    families: Vec<Family>,
    /// Every name and heading as [`folded`] leaves it.
    spellings: Vec<(FamilyIndex, String)>,
}

/// The id of the family that takes the headings that fit no other.
const OTHER: &str = "other";

impl Families {
    /// Keeps the order; families after the 256th are dropped, since no newsletter has them.
    pub fn new(mut families: Vec<Family>) -> Self {
        families.truncate(usize::from(u8::MAX) + 1);
        let spellings =
            (0..=u8::MAX).map(FamilyIndex).zip(&families).flat_map(|(index, family)| {
                let written = std::iter::once(&family.name).chain(&family.headings);
                written.map(move |heading| (index, folded(heading)))
            });
        Self { spellings: spellings.collect(), families }
    }

    /// The families that a heading belongs to, without repeats; a compound heading ("X and Y",
    /// "X/Y", "X & Y", "X, Y") that fits none as a whole may have several. A heading that fits none
    /// belongs to the family with the id `other`; without such a family the answer is empty.
    pub fn of_heading(&self, text: &str) -> Vec<FamilyIndex> {
        let mut fitting = self.fitting(text);
        if fitting.is_empty() {
            let other = self.iter().find(|(_, family)| family.id == OTHER);
            fitting.extend(other.map(|(index, _)| index));
        }
        fitting
    }

    /// The families whose spellings fit, `other` only if it is meant by name.
    pub(crate) fn fitting(&self, text: &str) -> Vec<FamilyIndex> {
        if let Some(family) = self.fitting_whole(&folded(text)) {
            return vec![family];
        }
        let mut fitting = Vec::new();
        for part in text.split(['/', ',', '+']).map(folded) {
            for phrase in part.strip_prefix("and ").unwrap_or(&part).split(" and ") {
                if let Some(family) = self.fitting_whole(phrase)
                    && !fitting.contains(&family)
                {
                    fitting.push(family);
                }
            }
        }
        fitting
    }

    /// An exact spelling goes before a wildcard, then the order of the families decides.
    fn fitting_whole(&self, text: &str) -> Option<FamilyIndex> {
        let exact = self.spellings.iter().find(|(_, spelling)| spelling == text);
        let found =
            exact.or_else(|| self.spellings.iter().find(|(_, spelling)| fits(spelling, text)));
        found.map(|(family, _)| *family)
    }

    /// The family whose spelling is nearest to a heading that fits none, for the diagnostic. `None`
    /// if nothing is near: more than half of the letters would have to change.
    pub fn nearest(&self, text: &str) -> Option<&Family> {
        let text: Vec<char> = folded(text).chars().collect();
        let near = self.spellings.iter().filter_map(|(family, spelling)| {
            let spelling: Vec<char> = spelling.replace('*', "").trim().chars().collect();
            let most = text.len().max(spelling.len()) / 2;
            // Each letter that one has more than the other is one edit at least.
            let is_possible = text.len().abs_diff(spelling.len()) <= most;
            let edits =
                is_possible.then(|| edits(&text, &spelling)).filter(|edits| *edits <= most)?;
            Some((edits, *family))
        });
        let (_, family) = near.min()?;
        self.get(family)
    }

    /// The family at a place.
    pub fn get(&self, index: FamilyIndex) -> Option<&Family> {
        self.families.get(usize::from(index.0))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.families.is_empty()
    }

    /// All families with their places.
    pub fn iter(&self) -> impl Iterator<Item = (FamilyIndex, &Family)> {
        (0..=u8::MAX).map(FamilyIndex).zip(&self.families)
    }
}

/// Lower case words and `*`, parted by single spaces, without words of digits alone (unless there
/// are no others); `&` is the word "and".
fn folded(text: &str) -> String {
    let lower: String = text.replace('&', " and ").chars().flat_map(char::to_lowercase).collect();
    let words = || {
        lower
            .split(|character: char| !character.is_alphanumeric() && character != '*')
            .filter(|word| !word.is_empty())
    };
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let kept: Vec<&str> = words().filter(|word| !is_number(word)).collect();
    if kept.is_empty() { words().collect::<Vec<_>>().join(" ") } else { kept.join(" ") }
}

/// Whether `text` is what `spelling` says, where `*` stands for anything.
pub(crate) fn fits(spelling: &str, text: &str) -> bool {
    let Some((first, tail)) = spelling.split_once('*') else {
        return spelling == text;
    };
    let (middle, last) = tail.rsplit_once('*').unwrap_or(("", tail));
    let between = text.strip_prefix(first).and_then(|rest| rest.strip_suffix(last));
    let mut parts = middle.split('*');
    between.is_some_and(|between| {
        let after = |rest: &str, part: &str| rest.find(part).map(|at| at + part.len());
        parts.try_fold(between, |rest, part| rest.get(after(rest, part)?..)).is_some()
    })
}

/// Insertions, deletions, changes and swaps of neighbours that make one text of the other.
fn edits(one: &[char], other: &[char]) -> usize {
    let mut row_before_last: Vec<usize> = Vec::new();
    let mut last_row: Vec<usize> = (0..=other.len()).collect();
    let mut letter_above = None;
    for (row, &letter) in one.iter().enumerate() {
        let mut current_row = Vec::with_capacity(last_row.len());
        current_row.push(row + 1);
        let mut letter_before = None;
        for (column, &wanted) in other.iter().enumerate() {
            let changed = edits_at(&last_row, column) + usize::from(letter != wanted);
            let deleted = edits_at(&last_row, column + 1) + 1;
            let inserted = edits_at(&current_row, column) + 1;
            let is_swap = letter_above == Some(wanted) && letter_before == Some(letter);
            let swapped =
                if is_swap { edits_at(&row_before_last, column - 1) + 1 } else { changed };
            current_row.push(changed.min(deleted).min(inserted).min(swapped));
            letter_before = Some(wanted);
        }
        row_before_last = std::mem::replace(&mut last_row, current_row);
        letter_above = Some(letter);
    }
    edits_at(&last_row, other.len())
}

fn edits_at(row: &[usize], column: usize) -> usize {
    row.get(column).copied().unwrap_or_default()
}
